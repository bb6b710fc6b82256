#!/usr/bin/env python
"""The door for administrative commands: `python manage.py COMMAND`."""

import os
import sys

from django.core.management import execute_from_command_line

from audit.command_door import commanded

if __name__ == "__main__":
    os.umask(0o027)  # as cms/wsgi.py: whichever makes a file first, nobody else reads it
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.development")
    with commanded(sys.argv[1:]):
        execute_from_command_line(sys.argv)

"""The door for a web server: the WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

from cms.checks import warn

# Databases, indexes and printed files are for the portal's own account and its group.
os.umask(0o027)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")
application = get_wsgi_application()
warn()

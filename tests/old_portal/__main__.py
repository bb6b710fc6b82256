"""`python -m tests.old_portal FILE COMMAND…`: brings a portal to today's code by these commands, asks it whatever an
update must keep, and writes the answers into the file."""

import logging
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

django.setup()

from tests.old_portal import asking, later, on_postgresql, portal  # noqa: E402 - models are known from here on


def main(path: Path, commands: list[str]) -> None:
    """Each command's output is an answer too."""
    logging.disable(logging.ERROR)
    settings.SECOND_FACTOR_FOR = set()  # nobody of it has one yet, and what opens behind it is asked
    if connection.vendor == "postgresql":
        on_postgresql.bring(path.with_name(portal.DATABASE))
    said = {command: _said(command) for command in commands}
    checks = {"check": _said("check"), "makemigrations": _said("makemigrations", check=True, dry_run=True)}
    answers = {"commands": said | checks} | asking.ask() | later.ask()
    asking.write(path, answers)


def _said(command: str, **options: Any) -> str:
    said = StringIO()
    try:
        call_command(command, stdout=said, stderr=said, **options)
    except (Exception, SystemExit) as error:
        return f"{said.getvalue()}{type(error).__name__}: {error}"
    return said.getvalue()


main(Path(sys.argv[1]), sys.argv[2:])

"""Django's `migrate`, which is alone in making a database where there is none."""

from pathlib import Path
from typing import Any

from django.core.management.commands import migrate
from django.db import connections


class Command(migrate.Command):
    """As Django's in all else."""

    def execute(self, *args: Any, **options: Any) -> Any:
        """Makes an empty file before anything is checked: servers and all other commands only open what is there."""
        name = connections[options["database"]].settings_dict["NAME"]
        if isinstance(name, Path) and not name.exists():
            name.parent.mkdir(parents=True, exist_ok=True)
            name.touch()
        return super().execute(*args, **options)

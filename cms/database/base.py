"""What Django loads as the database's engine (`settings.DATABASES`)."""

from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base

from search.index.sqlite_file import opened


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's; a server that finds no database fails instead of making an empty one. Only `migrate` makes one."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Raises sqlite3.Error, which Django turns into its own."""
        name, connect = conn_params["database"], super().get_new_connection
        if not isinstance(name, Path):  # a test's, in memory
            return connect(conn_params)
        return opened(name, lambda address: connect({**conn_params, "database": address})).db

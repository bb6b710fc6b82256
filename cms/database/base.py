"""What Django loads as the database's engine (`settings.DATABASES`)."""

from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base, features

from search.index.sqlite_file import knows_json, opened


class DatabaseFeatures(features.DatabaseFeatures):
    """Django's; what the library can do is asked of the library. Django asks each new connection, within a transaction
    of its own: ours begin with the lock for writing, so a reader would wait for whoever writes, and one that waited in
    vain would hold for as long as it lives that SQLite knows no JSON."""

    @property
    def supports_json_field(self) -> bool:  # type: ignore[override]  # the stubs know an attribute
        """Whether this SQLite has its JSON functions."""
        return knows_json()


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's; a server that finds no database fails instead of making an empty one. Only `migrate` makes one."""

    features_class = DatabaseFeatures

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Raises sqlite3.Error, which Django turns into its own."""
        name, connect = conn_params["database"], super().get_new_connection
        if not isinstance(name, Path):  # a test's, in memory
            return connect(conn_params)
        return opened(name, lambda address: connect({**conn_params, "database": address})).db

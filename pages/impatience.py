"""Writes that would rather be lost than waited for."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

WAIT = 50  # milliseconds
_USUAL = 5.0  # seconds that Python has SQLite wait where the settings say nothing


@contextmanager
def impatient(wait: int = WAIT) -> Iterator[None]:
    """A transaction that waits no longer than so many milliseconds for other writers, then raises OperationalError."""
    if connection.vendor == "sqlite":
        with _short_wait_of_sqlite(wait), transaction.atomic():
            yield
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = {wait}")
            yield


@contextmanager
def _short_wait_of_sqlite(wait: int) -> Iterator[None]:
    """SQLite keeps the time to wait with the connection, so it is put back to what the settings say for whoever uses
    that next."""
    usual = round(1000 * connection.settings_dict["OPTIONS"].get("timeout", _USUAL))
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {wait}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")

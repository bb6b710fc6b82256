"""Lets one writer at a time write to an index that is not on this machine: all who may write share one database."""

import time
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from search.index.file_lock import PAUSE, FileLock
from search.index.port import IndexUnavailableError

_NAME = "search-index-writer"
_NUMBER = zlib.crc32(_NAME.encode())


def only_writer(wait: float) -> AbstractContextManager[None]:
    """Shuts out all other writers, waiting at most so many seconds. Raises IndexUnavailableError.

    With PostgreSQL there may be several web servers, so it is an advisory lock of the database's; SQLite is always on
    one machine, so a file beside the index does. Both are set free when their holder dies.
    """
    if connection.vendor == "postgresql":
        return _in_database(wait)
    return FileLock(Path(settings.SEARCH_INDEX_FILE).with_name(_NAME)).held(wait)


@contextmanager
def _in_database(wait: float) -> Iterator[None]:
    last = time.monotonic() + wait
    while not _asked("pg_try_advisory_lock"):
        if time.monotonic() > last:
            raise IndexUnavailableError("busy with another writer")
        time.sleep(PAUSE)
    try:
        yield
    finally:
        _asked("pg_advisory_unlock")


def _asked(function: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [_NUMBER])
        return bool(cursor.fetchone()[0])

"""Lets one writer at a time write, of all the threads and processes of one machine; the system frees what a dead one
held."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from search.index.port import IndexUnavailableError

PAUSE = 0.02  # seconds between two attempts


class FileLock:
    """A lock that is a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def held(self, wait: float) -> Iterator[None]:
        """Holds it, waiting at most so many seconds. Raises IndexUnavailableError."""
        last = time.monotonic() + wait
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("w") as file:
            while not _taken(file.fileno()):
                if time.monotonic() > last:
                    raise IndexUnavailableError("busy with another writer")
                time.sleep(PAUSE)
            yield


def _taken(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True

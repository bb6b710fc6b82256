"""How the portal opens its SQLite files: never making one where there is none, and readable on a disk that takes
nothing more.

A file in WAL mode needs two more beside it. SQLite removes them when the last connection is closed and cannot make them
again on a full disk: then every reading fails, though nothing is wrong with the file. So each process keeps one idle
connection open. Where the two cannot be made at all (a start on a full disk, a read-only one) and nothing is missing in
the file itself, it is read as what it then is: a file that does not change.
"""

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

WAIT = 5.0  # seconds
_NO_PLACE = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
Identity = tuple[int, int]


class Opened(NamedTuple):
    """A connection; `is_frozen` when it takes the file for one that does not change, so that it is good for one reading
    and not to be kept."""

    db: sqlite3.Connection
    is_frozen: bool


@dataclass(frozen=True)
class _Kept:
    """An idle connection, and which file it has open: another may have taken that name since."""

    db: sqlite3.Connection
    file: Identity | None


class _NoPlaceError(sqlite3.OperationalError):
    """In SQLite's own words, for what SQLite would notice too late."""

    sqlite_errorcode = sqlite3.SQLITE_FULL


_lock = threading.Lock()
_kept: dict[tuple[int, Path], _Kept] = {}  # by process: a connection must not be used, nor closed, in a forked one
_never_closed: list[int] = []


@cache
def knows_json() -> bool:
    """Whether the library has its JSON functions; no file is asked."""
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            return bool(database.execute("SELECT json('{}')").fetchone())
        except sqlite3.OperationalError:
            return False


def opened(path: Path, connect: Callable[[str], sqlite3.Connection]) -> Opened:
    """Opens an existing file by `connect`, which is given its address and has to read something of it.

    Raises sqlite3.Error; a file that is not there is one.
    """
    try:
        _keep_open(path)
        return Opened(connect(address(path)), is_frozen=False)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _NO_PLACE or not _is_all_there(path):
            raise
        return Opened(connect(address(path, "mode=ro&immutable=1")), is_frozen=True)


def address(path: Path, how: str = "mode=rw") -> str:
    """The file as SQLite's own kind of address; by default it is never made."""
    return f"{path.resolve().as_uri()}?{how}"


def identity(path: Path) -> Identity | None:
    """Which file has that name now; None for none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


def _is_all_there(path: Path) -> bool:
    """Whether the file itself holds everything: nothing waits in the log beside it."""
    log = Path(f"{path}-wal")
    return path.is_file() and not (log.exists() and log.stat().st_size)


def _keep_open(path: Path) -> None:
    """Keeps one connection of this process open to the file that has that name now. Raises sqlite3.Error."""
    key = os.getpid(), path
    with _lock:
        file, kept = identity(path), _kept.get(key)
        if kept is None or kept.file != file:
            _kept[key] = _Kept(_idle(path), file)


def _idle(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(address(path), uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False)
    try:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()  # only now the files beside it are opened
        _fill_holes(Path(f"{path}-shm"))
    except sqlite3.Error:
        db.close()
        raise
    return db


def _fill_holes(shared: Path) -> None:
    """Gives the memory that the processes share all its blocks. SQLite writes one byte to each 4 KiB of it; with
    smaller blocks the others are holes, and touching one on a full disk kills the process (SIGBUS)."""
    try:
        stat = shared.stat()
        if stat.st_blocks * 512 >= stat.st_size:
            return
        handle = os.open(shared, os.O_RDWR)
        _never_closed.append(handle)  # closing it would give up the locks that this process has on the file
        os.posix_fallocate(handle, 0, stat.st_size)
    except FileNotFoundError:
        return  # no WAL, or nobody needs to share
    except OSError as error:
        raise _NoPlaceError(str(error)) from error

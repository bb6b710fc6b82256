"""Opens the index file: one connection a thread, a new one when the file was replaced or the process forked."""

import logging
import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from search.index import schema
from search.index.port import IndexUnavailableError
from search.index.sqlite_file import Identity, address, identity, opened

READ_WAIT = 5.0  # seconds
PAUSE = 0.02  # seconds between two attempts to become the only writer
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_logger = logging.getLogger(__name__)


@dataclass
class _Kept:
    """What one thread keeps: its connection, which file and process it was opened for, what readers remember."""

    db: sqlite3.Connection
    file: tuple[Identity | None, int]
    memory: dict[str, object] = field(default_factory=dict)


class IndexFile:
    """The file of one index; may be used from any thread. Every failure of it is an IndexUnavailableError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.local()

    @contextmanager
    def reading(self) -> Iterator[tuple[sqlite3.Connection, dict[str, object]]]:
        """A connection that sees one state of the file from start to end, and what this thread remembers of it."""
        with _told(self._path):
            kept = self._kept()
            kept.db.execute("BEGIN")
            try:
                if schema.version(kept.db) != schema.VERSION:
                    raise IndexUnavailableError(f"{self._path}: needs a rebuild")
                yield kept.db, kept.memory
            finally:
                _end(kept.db, "ROLLBACK")

    @contextmanager
    def writing(self, wait: float, anew: bool = False) -> Iterator[sqlite3.Connection]:
        """The only writer, with tables made where there are none; all is kept or nothing. Waits so many seconds for it.

        `anew` begins with empty tables, in place of whatever the file held.
        """
        with _told(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            db = self._only_writer(wait)
            try:
                _prepare(db, anew, self._path)
                yield db
                db.execute("UPDATE state SET generation = random()")
                db.execute("COMMIT")
            finally:
                _end(db, "ROLLBACK")
                db.close()

    def discard_if_broken(self) -> None:
        """Removes a file that SQLite cannot read; whoever has it open notices at the next reading."""
        if self._path.is_file() and _is_broken(self._path):
            _logger.warning("Tệp chỉ mục tìm kiếm hỏng, sẽ lập lại: %s", self._path.name)
            for end in ("", "-wal", "-shm"):
                Path(f"{self._path}{end}").unlink(missing_ok=True)

    def examine(self) -> None:
        """Reads every page and every list. Raises IndexUnavailableError for whatever does not fit."""
        with _told(self._path), closing(_existing(self._path)) as db:
            said = db.execute("PRAGMA quick_check(1)").fetchone()[0]
            if said != "ok":
                raise IndexUnavailableError(f"{self._path}: {said}")
            schema.examine(db)

    def shrink(self) -> None:
        """Empties the write-ahead log into the file, where no reader is in the way and the disk takes it."""
        with suppress(sqlite3.Error), closing(_existing(self._path)) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _only_writer(self, wait: float) -> sqlite3.Connection:
        """A connection in a transaction that shuts out other writers. While another process opens or closes the file,
        SQLite says "busy" without waiting; so it is asked again until the time is over."""
        last = time.monotonic() + wait
        while True:
            try:
                return _begun(self._path, wait)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > last:
                    raise
            time.sleep(PAUSE)

    def _kept(self) -> _Kept:
        file = (identity(self._path), os.getpid())
        kept: _Kept | None = getattr(self._threads, "kept", None)
        if kept is None or kept.file != file:
            db, is_frozen = opened(self._path, _reader)
            kept = _Kept(db, file)
            self._threads.kept = None if is_frozen else kept
        return kept


def _writer(path: Path, wait: float) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=wait, isolation_level=None)


def _existing(path: Path) -> sqlite3.Connection:
    """Never makes a new file."""
    return sqlite3.connect(address(path), uri=True, timeout=READ_WAIT, isolation_level=None)


def _begun(path: Path, wait: float) -> sqlite3.Connection:
    db = _writer(path, wait)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("BEGIN IMMEDIATE")
    except sqlite3.Error:
        db.close()
        raise
    return db


def _reader(address: str) -> sqlite3.Connection:
    """Opens what exists and never makes a new file."""
    db = sqlite3.connect(address, uri=True, timeout=READ_WAIT, isolation_level=None)
    for setting in ("cache_size = -16000", "query_only = ON", "temp_store = MEMORY"):
        db.execute(f"PRAGMA {setting}")
    schema.version(db)  # reads, so that what stands in the way is known here
    return db


def _prepare(db: sqlite3.Connection, anew: bool, path: Path) -> None:
    held = schema.version(db)
    if anew:
        schema.drop(db)
    elif held not in (0, schema.VERSION):
        raise IndexUnavailableError(f"{path}: needs a rebuild")
    if anew or held == 0:
        schema.create(db)


def _is_broken(path: Path) -> bool:
    try:
        with closing(_existing(path)) as db:
            said = db.execute("PRAGMA quick_check(1)").fetchone()[0]
            return said != "ok" or not schema.can_be_opened(db)
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF in _BROKEN


def _end(db: sqlite3.Connection, how: str) -> None:
    if db.in_transaction:
        db.execute(how)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Says every failure of the file in the port's words."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise IndexUnavailableError(f"{path}: {error}") from error

"""SQLite files are opened as they are: never made, and readable where nothing can be written beside them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from search.index.sqlite_file import opened


@pytest.fixture
def path(tmp_path):
    """A small database in WAL mode that nobody has open."""
    path = tmp_path / "own file.sqlite3"
    _make(path, "first")
    return path


def _make(path: Path, word: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE said (word)")
        db.execute("INSERT INTO said VALUES (?)", (word,))


def _connect(address: str) -> sqlite3.Connection:
    db = sqlite3.connect(address, uri=True)
    db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return db


def _refusing(code: int):
    """Connects as on a disk where the files beside a database cannot be made: SQLite says so when it first reads."""

    def connect(address: str) -> sqlite3.Connection:
        if "immutable" in address:
            return _connect(address)
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = code
        raise error

    return connect


def _words(db: sqlite3.Connection) -> list[str]:
    with closing(db):
        return [word for (word,) in db.execute("SELECT word FROM said")]


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def test_a_file_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        opened(tmp_path / "missing.sqlite3", _connect)
    assert list(tmp_path.iterdir()) == []


def test_the_files_beside_it_stay_when_the_last_reader_goes(path):
    assert not _log(path).exists()
    assert _words(opened(path, _connect).db) == ["first"]
    assert _log(path).exists()


def test_a_file_put_in_its_place_is_kept_open_in_turn(path, tmp_path):
    assert _words(opened(path, _connect).db) == ["first"]
    other = tmp_path / "other.sqlite3"
    _make(other, "second")
    for old in (path, _log(path), path.with_name(f"{path.name}-shm")):
        old.unlink()
    other.rename(path)
    assert _words(opened(path, _connect).db) == ["second"]
    assert _log(path).exists()


@pytest.mark.parametrize(
    "code",
    [sqlite3.SQLITE_IOERR, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
     sqlite3.SQLITE_READONLY_CANTINIT],
)  # fmt: skip
def test_where_nothing_can_be_made_beside_it_it_is_read_as_it_is(path, code):
    db, is_frozen = opened(path, _refusing(code))
    assert is_frozen
    assert _words(db) == ["first"]


def test_what_was_opened_so_cannot_be_written(path):
    db, _ = opened(path, _refusing(sqlite3.SQLITE_IOERR))
    with closing(db), pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("INSERT INTO said VALUES ('third')")


def test_it_is_not_read_so_while_something_waits_in_its_log(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("INSERT INTO said VALUES ('second')")
        with pytest.raises(sqlite3.OperationalError, match="disk I/O"):
            opened(path, _refusing(sqlite3.SQLITE_IOERR))


def test_a_file_that_is_only_busy_is_not_read_so(path):
    with pytest.raises(sqlite3.OperationalError):
        opened(path, _refusing(sqlite3.SQLITE_BUSY))

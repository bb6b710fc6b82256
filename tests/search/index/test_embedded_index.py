"""The embedded engine: the contract, and what is particular to a file."""

import os
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from pages.entry import SearchEntry
from search.index import schema
from search.index.embedded import EmbeddedIndex
from search.index.port import IndexUnavailableError
from search.question.query import Query
from search.ranking.fields import MAX_SEARCHED, MAX_TEXT
from tests.search.index.contract import BIRTH, DEATH, EVERYTHING, SearchIndexContract, keys

QUERY = Query("khai sinh")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "not yet" / "there" / "index file.sqlite3"


@pytest.fixture
def index(path):
    return EmbeddedIndex(path, write_wait=0.2, rebuild_wait=5.0)


class TestEmbeddedIndex(SearchIndexContract):
    """The whole contract."""


def test_searching_makes_no_file(index, path):
    index.search(QUERY)
    assert not path.exists()


def test_the_file_keeps_a_log_beside_it_so_that_readers_never_wait(index, path):
    index.rebuild(EVERYTHING)
    assert sqlite3.connect(path).execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_answers_nothing_until_a_rebuild_repairs_it(index, path, damage):
    index.rebuild(EVERYTHING)
    path.write_bytes(damage)
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    fresh = EmbeddedIndex(path)
    assert fresh.search(QUERY).unavailable
    assert fresh.suggest("khai", 3) == []
    assert fresh.count() == 0
    assert fresh.rebuild(EVERYTHING) == len(EVERYTHING)
    assert fresh.search(QUERY).total
    assert index.search(QUERY).total


def test_damage_in_the_middle_is_repaired_too(index, path):
    index.rebuild(SearchEntry(f"page:{n}", "news", f"Tin {n}", "/", body=f"chữ {n} " * 500) for n in range(200))
    size = path.stat().st_size
    with path.open("r+b") as file:
        for place in range(4096, size - 4096, 4096):
            file.seek(place)
            file.write(os.urandom(2000))
    fresh = EmbeddedIndex(path)
    assert not fresh.search(QUERY).hits
    assert fresh.rebuild(EVERYTHING) == len(EVERYTHING)
    assert fresh.search(QUERY).total


def test_a_file_taken_away_or_replaced_is_noticed_at_once(index, path):
    index.rebuild(EVERYTHING)
    assert index.search(QUERY).total
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    assert index.search(QUERY).unavailable
    EmbeddedIndex(path).rebuild([DEATH])
    assert index.count() == 1


def test_another_version_of_the_tables_waits_for_a_rebuild(index, path):
    index.rebuild(EVERYTHING)
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    assert index.search(QUERY).unavailable
    with pytest.raises(IndexUnavailableError):
        index.put([BIRTH])
    assert index.rebuild(EVERYTHING) == len(EVERYTHING)
    assert index.search(QUERY).total


def test_a_busy_file_is_read_on_and_written_later(index, path):
    index.rebuild(EVERYTHING)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(IndexUnavailableError):
        index.put([BIRTH])
    assert index.search(QUERY).total
    other.execute("ROLLBACK")
    index.put([BIRTH])


def test_a_folder_in_the_files_place_is_no_crash(tmp_path):
    index = EmbeddedIndex(tmp_path)
    assert index.search(QUERY).unavailable
    with pytest.raises(IndexUnavailableError):
        index.put([BIRTH])
    with pytest.raises(IndexUnavailableError):
        index.rebuild([BIRTH])


def test_entries_are_read_only_when_others_are_shut_out(index, path):
    index.rebuild(EVERYTHING)

    def entries():
        other = sqlite3.connect(path, timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()
        yield BIRTH

    index.put(entries())


def test_many_threads_write_and_read_at_once(path):
    index = EmbeddedIndex(path, write_wait=30.0)
    index.rebuild([])
    stop = threading.Event()

    def write(number):
        index.put([SearchEntry(f"page:{number}", "news", f"Tin khai sinh {number}", "/")])

    def read():
        while not stop.is_set():
            assert not index.search(QUERY).unavailable

    reader = threading.Thread(target=read)
    reader.start()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(60)))
    stop.set()
    reader.join()
    assert index.count() == index.search(QUERY).total == 60


def test_what_was_remembered_of_rarity_follows_the_index(index):
    index.rebuild([DEATH])
    assert index.search(Query("khai sinh giấy")).total == 1
    index.put([BIRTH])
    assert keys(index.search(Query("khai sinh giấy")))[0] == BIRTH.key


def test_only_the_beginning_of_a_text_is_looked_into(index):
    body = "a " * (MAX_SEARCHED // 2) + "kimcương"
    index.rebuild([SearchEntry("page:1", "news", "Tin", "/", body=body)])
    assert index.search(Query("kimcương")).total == 0
    assert len(index.search(Query("tin")).hits[0].text) <= MAX_TEXT

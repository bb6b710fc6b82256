"""The engine for a cluster: the contract, against a real server, and what is particular to a server."""

import pytest
from elasticsearch import Elasticsearch

from pages.entry import SearchEntry
from search.index.elastic.aliases import Aliases
from search.index.elastic.engine import ElasticIndex
from search.index.elastic.server import EntryRefusedError, Server
from search.index.file_lock import FileLock
from search.index.port import IndexUnavailableError
from search.question.query import Query
from tests.elasticsearch.fixtures import elasticsearch, index_in, prefix
from tests.postgres.server import free_port
from tests.search.index.contract import BIRTH, DEATH, EVERYTHING, SearchIndexContract, keys

__all__ = ["elasticsearch", "prefix"]
pytestmark = pytest.mark.elasticsearch
QUERY = Query("khai sinh")


@pytest.fixture
def index(elasticsearch, prefix, tmp_path):
    return index_in(elasticsearch, tmp_path, prefix)


@pytest.fixture
def client(elasticsearch):
    return Elasticsearch(elasticsearch.urls, request_timeout=30)


def held(client, prefix) -> dict[str, set[str]]:
    """Index → its aliases without what they begin with."""
    found = client.indices.get_alias(index=f"{prefix}-*")
    return {name: {alias.rpartition("-")[2] for alias in each["aliases"]} for name, each in found.items()}


class TestElasticIndex(SearchIndexContract):
    """The whole contract."""


def test_after_a_rebuild_one_new_index_is_read_and_written(index, client, prefix):
    index.rebuild(EVERYTHING)
    before = set(held(client, prefix))
    index.rebuild(EVERYTHING)
    after = held(client, prefix)
    assert list(after.values()) == [{"read", "write"}]
    assert before.isdisjoint(after)


def test_what_a_killed_rebuild_left_behind_is_not_read_and_goes_with_the_next(index, client, prefix, elasticsearch):
    index.rebuild(EVERYTHING)
    left = Aliases(Server(elasticsearch.urls), prefix).begin()
    assert held(client, prefix)[left] == set()
    assert index.search(QUERY).total
    index.put([DEATH])
    index.rebuild([BIRTH])
    assert left not in held(client, prefix)
    assert index.count() == 1


def test_other_portals_on_the_same_server_are_left_alone(index, client, prefix, elasticsearch, tmp_path):
    other = index_in(elasticsearch, tmp_path, f"{prefix}-other")
    other.rebuild([BIRTH])
    index.rebuild([DEATH])
    assert keys(other.search(QUERY)) == [BIRTH.key]
    assert keys(index.search(Query("khai tử"))) == [DEATH.key]


def test_an_index_made_by_another_version_of_the_program_waits_for_a_rebuild(index, client, prefix, monkeypatch):
    index.rebuild(EVERYTHING)
    with monkeypatch.context() as patch:
        patch.setattr("search.index.elastic.aliases.version", lambda: "0" * 8)
        index._aliases = Aliases(index._server, prefix)
        assert index.search(QUERY).unavailable
        assert index.rebuild([BIRTH]) == 1
        assert index.search(QUERY).total
    assert len(held(client, prefix)) == 1


def test_writers_wait_their_turn_and_read_only_when_it_has_come(elasticsearch, prefix, tmp_path):
    lock = FileLock(tmp_path / "lock")
    index = ElasticIndex(Server(elasticsearch.urls), prefix, lock.held, read_time=30, write_wait=0.05)
    index.rebuild(EVERYTHING)
    read = []

    def entries():
        read.append(1)
        yield BIRTH

    with lock.held(0), pytest.raises(IndexUnavailableError, match="busy"):
        index.put(entries())
    assert read == []
    index.put(entries())
    assert read == [1]


def test_while_a_rebuild_reads_nobody_else_writes_and_readers_go_on(elasticsearch, prefix, tmp_path):
    lock = FileLock(tmp_path / "lock")
    index = ElasticIndex(Server(elasticsearch.urls), prefix, lock.held, read_time=30, write_wait=0.05)
    index.rebuild(EVERYTHING)

    def entries():
        with pytest.raises(IndexUnavailableError, match="busy"):
            index.put([DEATH])
        assert index.search(QUERY).total
        yield BIRTH

    assert index.rebuild(entries()) == 1


def test_a_server_that_is_not_there_is_said_and_nothing_raises_but_writing(tmp_path):
    nowhere = Server([f"http://127.0.0.1:{free_port()}"])
    index = ElasticIndex(nowhere, "test-nowhere", FileLock(tmp_path / "lock").held)
    assert index.search(QUERY).unavailable
    assert index.suggest("khai", 3) == []
    assert index.count() == 0
    for write in (lambda: index.put([BIRTH]), lambda: index.take(["page:1"]), lambda: index.rebuild([BIRTH])):
        with pytest.raises(IndexUnavailableError):
            write()


def test_an_index_that_somebody_removed_is_unavailable_until_something_is_put(index, client, prefix):
    index.rebuild(EVERYTHING)
    for name in held(client, prefix):
        client.indices.delete(index=name)
    assert index.search(QUERY).unavailable
    index.put([BIRTH])
    assert keys(index.search(QUERY)) == [BIRTH.key]
    assert index.search(QUERY).incomplete


def test_an_index_that_may_not_be_written_is_unavailable_and_loses_nothing(index, client, prefix):
    index.rebuild(EVERYTHING)
    (name,) = held(client, prefix)
    client.indices.put_settings(index=name, settings={"index.blocks.write": True})
    with pytest.raises(IndexUnavailableError):
        index.put([SearchEntry("page:99", "news", "Tin mới", "/")])
    assert index.count() == len(EVERYTHING)


def test_an_entry_that_the_server_refuses_is_told_apart_from_a_server_that_fails(index):
    index.rebuild(EVERYTHING)
    with pytest.raises(EntryRefusedError):
        index.put([SearchEntry("page:99", "news", "Tin mới", "/", rank=float("inf"))])


def test_names_codes_and_facets_longer_than_any_term_are_shown_though_not_looked_up(index):
    long = "chữ " * 20_000
    index.rebuild([SearchEntry("page:1", "news", long, "/", codes=(long,), facets={"sector": (long,)})])
    hit = index.search(Query("chữ")).hits[0]
    assert (hit.title, hit.codes, hit.facets) == (long, (long,), {"sector": (long,)})


def test_an_answer_that_comes_too_late_is_no_answer(elasticsearch, prefix, tmp_path):
    index_in(elasticsearch, tmp_path, prefix).rebuild(EVERYTHING)
    hasty = ElasticIndex(Server(elasticsearch.urls), prefix, FileLock(tmp_path / "lock").held, read_time=0.0)
    assert hasty.search(QUERY).unavailable

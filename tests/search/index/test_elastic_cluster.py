"""Three nodes: one may die at any moment."""

import threading
from collections.abc import Iterator

import pytest
from elasticsearch import Elasticsearch

from search.question.query import Query
from tests.elasticsearch.fixtures import index_in
from tests.elasticsearch.server import Cluster, running_server
from tests.search.index.contract import BIRTH, EVERYTHING, NEWS
from tests.unprivileged import folder_for_nobody

pytestmark = pytest.mark.elasticsearch
QUESTIONS = [Query(entry.title) for entry in EVERYTHING]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with folder_for_nobody("portal-elasticsearch-3-") as folder, running_server(folder, nodes=3) as cluster:
        yield cluster


@pytest.fixture
def index(cluster, tmp_path):
    index = index_in(cluster, tmp_path, "portal")
    index.rebuild(EVERYTHING)
    return index


def master(cluster: Cluster) -> int:
    """The place of the node that leads the others."""
    name = Elasticsearch(cluster.urls).cat.master(format="json").body[0]["node"]
    return next(place for place, node in enumerate(cluster.nodes) if node.name == name)


def test_every_node_has_a_copy(index, cluster):
    shards = Elasticsearch(cluster.urls).cat.shards(index="portal-*", format="json").body
    assert sorted(shard["state"] for shard in shards) == ["STARTED"] * 3


@pytest.mark.parametrize("leads", [True, False])
def test_no_search_fails_when_a_node_is_killed_while_searching(index, cluster, leads):
    place = master(cluster) if leads else (master(cluster) + 1) % 3
    answers, stop, enough = [], threading.Event(), threading.Event()

    def search():
        while not stop.is_set():
            answers.extend(index.search(query) for query in QUESTIONS)
            answers.append(index.search_or_fail(QUESTIONS[0]))
            if len(answers) > 100:
                enough.set()

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    assert enough.wait(60)
    cluster.nodes[place].kill()
    before = len(answers)
    while len(answers) < before + 200 and any(thread.is_alive() for thread in threads):
        stop.wait(0.1)
    stop.set()
    for thread in threads:
        thread.join()
    cluster.start()
    assert len(answers) >= before + 200
    assert [answer for answer in answers if answer.unavailable or not answer.total] == []


def test_what_is_put_while_a_node_is_away_is_on_all_when_it_is_back(index, cluster):
    cluster.nodes[master(cluster)].kill()
    index.put([BIRTH, NEWS], instead_of=["page:3"])
    cluster.start()
    for node in cluster.nodes:
        client = Elasticsearch(node.url, request_timeout=30)
        found = client.search(index=index._aliases.read, query={"exists": {"field": "key"}}, preference="_only_local")
        assert found["hits"]["total"]["value"] == len(EVERYTHING) - 1

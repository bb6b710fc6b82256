"""Real servers for the tests that ask for one; started at the first of them, gone with the last."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from search.index.elastic.engine import ElasticIndex
from search.index.elastic.server import Server
from search.index.file_lock import FileLock
from tests.elasticsearch.server import Cluster, running_server
from tests.unprivileged import folder_for_nobody

PATIENT = 30.0  # seconds; a test asks what is answered, not how quickly


@pytest.fixture(scope="session")
def elasticsearch() -> Iterator[Cluster]:
    """One node. Whoever kills it starts it again."""
    with folder_for_nobody("portal-elasticsearch-") as folder, running_server(folder) as cluster:
        yield cluster


def index_in(cluster: Cluster, folder: Path, prefix: str) -> ElasticIndex:
    """An empty index in a cluster, which takes its time."""
    only_writer = FileLock(folder / "lock").held
    return ElasticIndex(Server(cluster.urls), prefix, only_writer, read_time=PATIENT)


@pytest.fixture
def prefix(elasticsearch) -> Iterator[str]:
    """The beginning of the names of one test's indexes, which are removed with it: a server with hundreds is slow."""
    own = f"test-{uuid.uuid4().hex[:8]}"
    yield own
    elasticsearch.start()
    forget(elasticsearch, own)


def forget(cluster: Cluster, prefix: str) -> None:
    """Removes all indexes of that prefix."""
    client = Elasticsearch(cluster.urls, request_timeout=PATIENT)
    for name in client.indices.get(index=f"{prefix}-*"):
        client.indices.delete(index=name)

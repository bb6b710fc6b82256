"""The contract against the next generation of the server."""

from collections.abc import Iterator

import pytest

from tests.elasticsearch.fixtures import index_in, prefix
from tests.elasticsearch.server import Cluster, running_server
from tests.search.index.contract import SearchIndexContract
from tests.unprivileged import folder_for_nobody

__all__ = ["prefix"]
pytestmark = pytest.mark.elasticsearch


@pytest.fixture(scope="module")
def elasticsearch() -> Iterator[Cluster]:
    """One node of version 9."""
    with folder_for_nobody("portal-elasticsearch-9-") as folder, running_server(folder, "9.2.0") as cluster:
        yield cluster


@pytest.fixture
def index(elasticsearch, prefix, tmp_path):
    return index_in(elasticsearch, tmp_path, prefix)


class TestElasticIndexOn9(SearchIndexContract):
    """The whole contract."""

"""The indexes of the portal in Elasticsearch: one that is read and written by its aliases, and one being built.

An index is never changed into another: a rebuild makes a new one, and both aliases move to it in one step. What a
rebuild that was killed left behind is not reached by any alias; the next rebuild removes it.
"""

import re
import uuid
from collections.abc import Iterable
from functools import partial
from typing import Any

from elastic_transport import ObjectApiResponse
from elasticsearch import Elasticsearch

from search.index.elastic.documents import MAPPING, STATE, state, version
from search.index.elastic.server import Server

#: A copy on every node of a small cluster, so that one may fail; none while there is one node.
_SETTINGS = {"number_of_shards": 1, "auto_expand_replicas": "0-2"}
_WHILE_BUILDING = {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1"}
_WHEN_BUILT = {"auto_expand_replicas": "0-2", "refresh_interval": None}
WAIT_FOR_COPIES = "30s"


class Aliases:
    """The names below one prefix, of which other portals on the same cluster have others."""

    def __init__(self, server: Server, prefix: str) -> None:
        self._server = server
        self._prefix = prefix
        self.read = f"{prefix}-{version()}-read"
        self.write = f"{prefix}-{version()}-write"

    def ensure(self) -> None:
        """Makes an empty index, marked as not whole, where there is none to write to. Raises IndexUnavailableError."""
        found = self._server.write(lambda client: client.options(ignore_status=404).indices.get_alias(name=self.write))
        if "error" in found:
            self._create(_SETTINGS, aliases={self.read: {}, self.write: {}})

    def begin(self) -> str:
        """A new index that nobody reads yet, after removing what earlier rebuilds left behind; returns its name."""
        self._remove(self._unreached())
        return self._create(_WHILE_BUILDING)

    def complete(self, name: str) -> None:
        """Makes that index whole, quick to search, and kept in as many copies as there are nodes for."""
        self._server.write(lambda client: client.index(index=name, id=STATE, document=state(is_whole=True)))
        self._server.write(lambda client: client.indices.forcemerge(index=name, max_num_segments=1))
        self._server.write(lambda client: client.indices.put_settings(index=name, settings=_WHEN_BUILT))
        self._server.write(lambda client: client.indices.refresh(index=name))
        self._wait_for_copies(name)

    def move_to(self, name: str) -> None:
        """Lets that index be read and written from now on, in one step, and removes all others."""
        own = [{"add": {"index": name, "alias": alias}} for alias in (self.read, self.write)]
        others = [
            {"remove": {"index": other, "alias": alias}}
            for other, aliases in self._held().items()
            for alias in aliases & {self.read, self.write}
        ]
        self._server.write(lambda client: client.indices.update_aliases(actions=[*own, *others]))
        self._remove(self._unreached())

    def abandon(self, name: str) -> None:
        """Removes an index that will not be finished."""
        self._remove([name])

    def _create(self, settings: dict[str, Any], **more: Any) -> str:
        name = f"{self._prefix}-{version()}-{uuid.uuid4().hex[:12]}"
        self._server.write(
            lambda client: client.indices.create(index=name, mappings=MAPPING, settings=settings, **more)
        )
        return name

    def _wait_for_copies(self, name: str) -> None:
        """Waits a while, so that the new index is not sooner lost than the old; then goes on with fewer copies."""
        self._server.write(
            lambda client: client.options(ignore_status=408).cluster.health(
                index=name, wait_for_status="green", timeout=WAIT_FOR_COPIES
            )
        )

    def _unreached(self) -> list[str]:
        """Ours, and in use under none of the names that this version of the program has."""
        return [name for name, aliases in self._held().items() if not aliases & {self.read, self.write}]

    def _held(self) -> dict[str, set[str]]:
        """Index → its aliases, of all indexes with our prefix."""
        ours = re.compile(rf"{re.escape(self._prefix)}-[0-9a-f]{{8}}-[0-9a-f]{{12}}")
        found = self._server.write(lambda client: client.indices.get_alias(index=f"{self._prefix}-*"))
        return {name: set(each["aliases"]) for name, each in found.items() if ours.fullmatch(name)}

    def _remove(self, names: Iterable[str]) -> None:
        for name in names:
            self._server.write(partial(_removed, name))


def _removed(name: str, client: Elasticsearch) -> ObjectApiResponse[Any]:
    return client.options(ignore_status=404).indices.delete(index=name)

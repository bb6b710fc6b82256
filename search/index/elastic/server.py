"""Speaks with Elasticsearch: within a time limit, trying another node where one fails, every failure in our words."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from elastic_transport import ObjectApiResponse, TransportError
from elastic_transport.client_utils import DEFAULT
from elasticsearch import ApiError, Elasticsearch, SerializationError
from elasticsearch.helpers import streaming_bulk

from search.index.port import IndexUnavailableError

WRITE_TIME = 60.0  # seconds for one portion of a writing
TICK = 0.1  # seconds; every length of time that is waited for costs a client of some kilobytes
PORTION = 200  # documents
PORTION_BYTES = 8 * 1024 * 1024
TRIES_OF_A_PORTION = 3
Ask = Callable[[Elasticsearch], ObjectApiResponse[Any]]


class EntryRefusedError(Exception):
    """The server takes others, but not these documents."""


class Server:
    """One or more nodes of a cluster. Safe in every thread; not to be carried into a forked process."""

    def __init__(self, urls: Sequence[str], api_key: str = "", ca_file: str = "") -> None:
        self._nodes = len(urls)
        self._client = Elasticsearch(
            list(urls),
            api_key=api_key or None,
            ca_certs=ca_file or DEFAULT,
            retry_on_timeout=len(urls) > 1,
            max_retries=max(len(urls) - 1, 1),  # a server that started again has forgotten the old connection
        )
        self._waiting = cache(lambda seconds: self._client.options(request_timeout=seconds))

    def deadline(self, seconds: float) -> "Deadline":
        """A time in which one or several questions must be answered."""
        return Deadline(self._waiting, seconds, share=1.0 if self._nodes == 1 else 0.5)

    def write(self, ask: Ask, part: str = "") -> Any:
        """The answer to a request that changes something, or a part of it. Raises IndexUnavailableError."""
        with told():
            return _part(ask(self._waiting(WRITE_TIME)).body, part)

    def bulk(self, actions: Iterable[dict[str, Any]], **options: Any) -> int:
        """Sends actions in portions; returns how many. Raises IndexUnavailableError, EntryRefusedError, and what
        reading the actions raises."""
        sent = streaming_bulk(
            self._waiting(WRITE_TIME),
            actions,
            chunk_size=PORTION,
            max_chunk_bytes=PORTION_BYTES,
            max_retries=TRIES_OF_A_PORTION,
            initial_backoff=1,
            raise_on_error=False,
            **options,
        )
        with told():
            return sum(1 for ok, item in sent if ok or _is_gone(next(iter(item.values()))))


class Deadline:
    """What is left of the time for a whole answer. A node may use up a share of it, so that another can be tried."""

    def __init__(self, waiting: Callable[[float], Elasticsearch], seconds: float, share: float) -> None:
        self._waiting = waiting
        self._end = time.monotonic() + seconds
        self._share = share

    def ask(self, ask: Ask, part: str) -> Any:
        """A part of the answer to one question. Raises IndexUnavailableError."""
        left = (self._end - time.monotonic()) * self._share
        if left <= 0:
            raise IndexUnavailableError("Elasticsearch: too slow")
        with told():
            return _part(ask(self._waiting(max(round(left, 1), TICK))).body, part)


@contextmanager
def told() -> Iterator[None]:
    """Says every failure of the server in the port's words."""
    try:
        yield
    except (TransportError, ApiError, SerializationError) as error:
        raise IndexUnavailableError(f"Elasticsearch: {_short(error)}") from error


def _part(body: Any, part: str) -> Any:
    """What something that only looks like an Elasticsearch (a proxy, a page of a provider) will not have."""
    if part and not (isinstance(body, dict) and part in body):
        raise IndexUnavailableError(f"Elasticsearch: no {part} in its answer")
    return body[part] if part else body


def _is_gone(failure: Mapping[str, Any]) -> bool:
    """Whether it only failed to take away what is not there. Raises what else it is: a document that is refused for
    what it is differs from a server that is full, read-only or without the index."""
    if "error" not in failure:
        return True
    reason = str(failure["error"])[:300]
    if failure.get("status") == 400:
        raise EntryRefusedError(reason)
    raise IndexUnavailableError(f"Elasticsearch: {reason}")


def _short(error: Exception) -> str:
    return f"{type(error).__name__} {str(error)[:300]}"

"""Which indexes the portal has, and which of them it searches in: the one file to change for another engine."""

import os
from functools import cache, partial
from pathlib import Path

from django.conf import settings
from django.dispatch import Signal

from search.feed.healing import note_failure, want_healed
from search.feed.wholeness import is_enough
from search.feed.writer_lock import only_writer
from search.index.breaker import Breaker
from search.index.elastic.engine import ElasticIndex
from search.index.elastic.server import Server
from search.index.embedded import EmbeddedIndex
from search.index.guarded import PAUSE, GuardedIndex
from search.index.only_whole import OnlyWhole
from search.index.port import SearchIndex, SearchReader

ENGINES = EMBEDDED, ELASTICSEARCH = ("embedded", "elasticsearch")
#: An engine answers again after it failed; sent in the process that noticed.
engine_recovered = Signal()


def engines() -> tuple[str, ...]:
    """The engines that are kept up to date; the embedded one always, so that it can answer for the other."""
    return (EMBEDDED, ELASTICSEARCH) if settings.ELASTICSEARCH_URLS else (EMBEDDED,)


def engine(name: str | None = None) -> SearchReader:
    """The index of one engine by itself; without a name, where the portal searches."""
    return index_of(name) if name else current_index()


def index_of(engine: str) -> SearchIndex:
    """The index of an engine in use; one for the process, safe in every thread."""
    return embedded_index() if engine == EMBEDDED else _elastic(*_cluster())


def embedded_index() -> EmbeddedIndex:
    """The index in a file."""
    return _embedded(Path(settings.SEARCH_INDEX_FILE))


def current_index() -> SearchReader:
    """Where the portal searches; one for the process, safe in every thread. An index that is not whole answers nothing
    and is built anew in the background."""
    index = guarded_index() or index_of(EMBEDDED)
    return OnlyWhole(index, partial(holds_enough, EMBEDDED), _not_answered)


def _not_answered() -> None:
    """The embedded index, the last that could answer, did not."""
    note_failure(EMBEDDED)
    want_healed(EMBEDDED)


def holds_enough(engine: str, held: int) -> bool:
    """Whether the index of an engine, with so many entries, can have everything that the portal publishes."""
    return is_enough(engine, index_of(engine).kinds, held)


def guarded_index() -> GuardedIndex | None:
    """The index that falls back on the embedded one; None where that is the only one."""
    return _guarded(Path(settings.SEARCH_INDEX_FILE), *_cluster()) if settings.ELASTICSEARCH_URLS else None


def _cluster() -> tuple[int, tuple[str, ...], str]:
    """What an index in a cluster belongs to; the process, because connections and threads do not survive a fork."""
    return os.getpid(), tuple(settings.ELASTICSEARCH_URLS), settings.ELASTICSEARCH_PREFIX


@cache
def _embedded(path: Path) -> EmbeddedIndex:
    return EmbeddedIndex(path, kept_free=settings.KEPT_FREE_BYTES)


@cache
def _elastic(_process: int, urls: tuple[str, ...], prefix: str) -> ElasticIndex:
    server = Server(urls, settings.ELASTICSEARCH_API_KEY, settings.ELASTICSEARCH_CA_FILE)
    return ElasticIndex(server, prefix, only_writer)


@cache
def _guarded(path: Path, process: int, urls: tuple[str, ...], prefix: str) -> GuardedIndex:
    recovered = partial(engine_recovered.send, sender=ELASTICSEARCH)
    return GuardedIndex(
        _elastic(process, urls, prefix),
        _embedded(path),
        Breaker(PAUSE),
        recovered,
        suffices=partial(holds_enough, ELASTICSEARCH),
        short=partial(want_healed, ELASTICSEARCH),
    )

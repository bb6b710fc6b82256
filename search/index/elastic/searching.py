"""Several searches in one request; one that fails or misses a part fails them all."""

from collections.abc import Iterable, Mapping
from typing import Any

from search.index.elastic.server import Deadline
from search.index.port import IndexMissingError, IndexUnavailableError


def searched(deadline: Deadline, alias: str, bodies: Iterable[Mapping[str, Any]]) -> list[Any]:
    """The answers in the order of the questions. Raises IndexUnavailableError."""
    searches: list[Mapping[str, Any]] = [part for body in bodies for part in ({}, body)]
    answers: list[Any] = deadline.ask(lambda client: client.msearch(index=alias, searches=searches), "responses")
    for each in answers:
        if _is_missing(each):
            raise IndexMissingError("Elasticsearch: no index of this portal")
        if "hits" not in each or each["_shards"]["failed"] or each["timed_out"]:
            raise IndexUnavailableError(f"Elasticsearch: {str(each.get('error'))[:300]}")
    return answers


def _is_missing(answer: Mapping[str, Any]) -> bool:
    error = answer.get("error")
    return isinstance(error, Mapping) and error.get("type") == "index_not_found_exception"

"""What is asked of Elasticsearch, in its own language; pure.

Written out as it is sent: a question has up to 200 terms, and building them as objects of `elasticsearch.dsl` took as
long as the server took to answer.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from search.index.elastic.documents import BY_POINTS, LINE, NEAREST, STATE, facet_terms, goes_on
from search.index.suggesting import LOOKED_AT, Typed
from search.ranking.fields import IN_NAMES
from search.ranking.postings import CANDIDATES, GRAIN, SURE_HITS, Facets, Terms, Wanted

Body = dict[str, Any]

#: The longest beginning that the server looks for (`index.max_regex_length`); no code, name or word is longer.
LONGEST_BEGINNING = 1_000
ALL_FACETS = 5_000  # values of all facets together
MOST_SURE = 1_000
#: Points that nobody has by terms; still a number to which a multiple of `GRAIN` can be added without a loss.
SURE = 4096.0
ENTRIES: Body = {"exists": {"field": "key"}}  # every document but the state
NOTHING: Body = {"match_none": {}}
_STATE: Body = {
    "filter": {"ids": {"values": [STATE]}},
    "aggs": {
        "is_whole": {"filter": {"term": {"is_whole": True}}},
        "generation": {"terms": {"field": "generation", "size": 1}},
    },
}
NO_LINE: Body = {"_source": False, "stored_fields": "_none_"}


def frequencies(terms: Terms) -> Body:
    """How many entries there are, how many have each term, whether the index is whole, and its generation."""
    counted = {
        field: {"filters": {"filters": {term: {"term": {field: term}} for term in each}}}
        for field, each in terms.items()
        if each
    }
    return {"size": 0, "track_total_hits": True, "aggs": {**counted, STATE: _STATE}}


def everything() -> Body:
    """How many of all entries have each value of each facet."""
    return {"size": 0, "track_total_hits": False, "aggs": {"0": _counted((), {})}}


def strongest(wanted: Wanted) -> Body:
    """The entry with the most points."""
    return {"size": 1, "query": weighed(wanted), "track_total_hits": False, **NO_LINE}


def likely(wanted: Wanted, least: float, facets: Facets) -> Body:
    """The foremost entries with these facets and so many points that have no asked code or name."""
    query = {"must": weighed(wanted, named=True), "must_not": sure(wanted), "filter": _all_of(facets)}
    return {"min_score": _up(least), **_candidates({"bool": query}, CANDIDATES)}


def certain(wanted: Wanted, facets: Facets) -> Body:
    """Entries with these facets that have an asked code or name, with their points."""
    query = {"filter": [sure(wanted), *_all_of(facets)], "should": weighed(wanted, named=True)}
    most = min(SURE_HITS * (len(wanted.codes) + len(wanted.names)), MOST_SURE)
    return _candidates({"bool": query}, most, order=({"key": "asc"},))


def tally(wanted: Wanted, least: float, facets: Facets) -> Body:
    """Counts what fits: "0" with all facets, then for each facet ("1", "2", …) with all the others."""
    lifted = {"constant_score": {"filter": sure(wanted), "boost": SURE}}
    others = [list(facets), *([other for other in facets if other != name] for name in facets)]
    return {
        "size": 0,
        "min_score": _up(least),
        "track_total_hits": False,
        "query": {"bool": {"should": [weighed(wanted), lifted]}},
        "aggs": {str(number): _counted(names, facets) for number, names in enumerate(others)},
    }


def beginnings(wanted: Typed) -> list[Body]:
    """One search for each way in which an entry goes on from what was typed."""
    *whole, last = wanted.words or [""]
    words = [*({"term": {IN_NAMES: word}} for word in whole), _begins(IN_NAMES, last)]
    queries: list[Body] = [
        *([_begins("code", wanted.code)] if wanted.code else []),
        _begins("name", wanted.form),
        *([{"bool": {"filter": words}}] if last else []),
    ]
    return [_candidates(query, LOOKED_AT, NEAREST) for query in queries]


def weighed(wanted: Wanted, named: bool = False) -> Body:
    """Whatever has a wanted term; its score is the sum of the weights. `named` lets hits tell which terms they have."""
    terms = [
        _weight(field, term, weight, named)
        for field, weights in wanted.weights.items()
        for term, weight in weights.items()
    ]
    return {"bool": {"should": terms}} if terms else NOTHING


def sure(wanted: Wanted) -> Body:
    """Whatever has an asked code, one that goes on from it, or an asked name."""
    exactly = {"code": list(wanted.codes), "name": list(wanted.names)}
    known: list[Body] = [{"terms": {field: forms}} for field, forms in exactly.items() if forms]
    beyond = [_begins("code", beginning) for code in wanted.codes if (beginning := goes_on(code))]
    return {"bool": {"should": [*known, *beyond]}} if known else NOTHING


def term_of(name: str) -> tuple[str, str]:
    """The field and the term out of the name of a query that a hit has matched."""
    field, _, term = name.partition(" ")
    return field, term


def _up(least: float) -> float:
    """The same limit as a multiple of `GRAIN`, which the server's shorter numbers hold exactly."""
    return math.ceil(least / GRAIN) * GRAIN


def _begins(field: str, beginning: str) -> Body:
    return {"prefix": {field: beginning}} if len(beginning) <= LONGEST_BEGINNING else NOTHING


def _weight(field: str, term: str, weight: float, named: bool) -> Body:
    name = {"_name": f"{field} {term}"} if named else {}
    return {"constant_score": {"filter": {"term": {field: term}}, "boost": weight, **name}}


def _candidates(query: Body, size: int, order: Sequence[Mapping[str, str]] = BY_POINTS) -> Body:
    scored = {"sort": list(order), "track_scores": True, "track_total_hits": False}
    return {"size": size, "query": query, **scored, **LINE}


def _all_of(facets: Facets, names: Iterable[str] | None = None) -> list[Body]:
    return [{"terms": {"facet": facet_terms(facets, name)}} for name in (facets if names is None else names)]


def _counted(others: Iterable[str], facets: Facets) -> Body:
    fitting = {"bool": {"filter": _all_of(facets, others) or [ENTRIES]}}
    return {"filter": fitting, "aggs": {"facet": {"terms": {"field": "facet", "size": ALL_FACETS}}}}

"""One answer's look into Elasticsearch, as `search.ranking.postings` asks for it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from search.index.elastic import questions
from search.index.elastic.documents import STATE, Line, candidate, facet_of, hit, line_of
from search.index.elastic.remembered import Counts, Memory, Remembered
from search.index.elastic.searching import searched
from search.index.elastic.server import Deadline
from search.ranking.postings import GRAIN, Candidate, Facets, Frequencies, Tally, Terms, Wanted
from search.ranking.results import Hit

_Found = Mapping[str, Any]


class ElasticPostings:
    """See `Postings`; every question takes from the time of one answer."""

    def __init__(self, deadline: Deadline, alias: str, memory: Memory) -> None:
        self._deadline = deadline
        self._alias = alias
        self._memory = memory
        self._known: Remembered | None = None
        self._lines: dict[str, Line] = {}
        self._last: tuple[tuple[Wanted, float, Facets], list[Any]] | None = None

    def frequencies(self, terms: Terms) -> Frequencies:
        """See `Postings`. What is remembered is taken only after the server has said that nobody wrote since."""
        known = self._known or self._memory.latest
        unknown = known.unknown(terms)
        if self._known is not None and not any(unknown.values()):
            return known.frequencies(terms, {})
        generation, total, is_whole, counts = self._counted(unknown)
        if generation != known.generation:
            if unknown != terms:
                generation, total, is_whole, counts = self._counted(terms)
            known = self._memory.latest = Remembered(generation, total, is_whole)
        self._known = known
        known.add(counts)
        return known.frequencies(terms, counts)

    def kinds(self) -> dict[str, int]:
        """Kind → how many entries there are of it."""
        (answer,) = self._ask(questions.everything())
        return _values(answer["aggregations"]["0"]).get("kind", {})

    def strongest(self, wanted: Wanted) -> float:
        """See `Postings`."""
        if not any(wanted.weights.values()):
            return 0.0
        (answer,) = self._ask(questions.strongest(wanted))
        return max(map(_points, answer["hits"]["hits"]), default=0.0)

    def best(self, wanted: Wanted, least: float, facets: Facets) -> list[Candidate]:
        """See `Postings`."""
        _, *found = self._fitting(wanted, least, facets)
        hits = [(line_of(each), each) for answer in found for each in answer["hits"]["hits"]]
        self._lines = {line["key"]: line for line, _ in hits}
        return [_candidate(line, each, wanted) for line, each in hits]

    def tally(self, wanted: Wanted, least: float, facets: Facets) -> Tally:
        """See `Postings`."""
        answer, *_ = self._fitting(wanted, least, facets)
        everything, *each = [answer["aggregations"][str(number)] for number in range(len(facets) + 1)]
        narrowed = {name: _values(found).get(name, {}) for name, found in zip(facets, each, strict=True)}
        return Tally(everything["doc_count"], {**_values(everything), **narrowed})

    def hits(self, chosen: Iterable[tuple[float, Candidate]]) -> tuple[Hit, ...]:
        """See `Postings`. What was taken away since `best` is left out."""
        chosen = list(chosen)
        texts = self._texts([each.key for _, each in chosen])
        return tuple(hit(self._lines[each.key], texts[each.key], score) for score, each in chosen if each.key in texts)

    def _texts(self, keys: list[str]) -> dict[str, str]:
        if not keys:
            return {}
        documents = self._deadline.ask(lambda client: client.mget(index=self._alias, ids=keys), "docs")
        return {each["_id"]: each["_source"]["text"] for each in documents if each.get("found")}

    def _counted(self, terms: Terms) -> tuple[str, int, bool, Counts]:
        """The index's generation, how many entries it has, whether it is whole, how many have each term."""
        (answer,) = self._ask(questions.frequencies(terms))
        found = answer["aggregations"]
        counts = {
            name: {term: each["doc_count"] for term, each in found[name]["buckets"].items()}
            for name, wanted in terms.items()
            if wanted
        }
        total = answer["hits"]["total"]["value"] - found[STATE]["doc_count"]
        generation = "".join(each["key"] for each in found[STATE]["generation"]["buckets"])
        return generation, total, bool(found[STATE]["is_whole"]["doc_count"]), counts

    def _fitting(self, wanted: Wanted, least: float, facets: Facets) -> list[Any]:
        """The counts and the candidates, asked for together; the second who wants some of it gets what is there."""
        asked = wanted, least, facets
        if self._last is None or self._last[0] != asked:
            bodies = questions.tally(*asked), questions.likely(*asked), questions.certain(wanted, facets)
            self._last = asked, self._ask(*bodies)
        return self._last[1]

    def _ask(self, *bodies: questions.Body) -> list[Any]:
        return searched(self._deadline, self._alias, bodies)


def _points(found: _Found) -> float:
    """The score as it was added up: what is sent is the shortest number that rounds to the same."""
    return round((found["_score"] or 0.0) / GRAIN) * GRAIN


def _candidate(line: Line, found: _Found, wanted: Wanted) -> Candidate:
    matched: dict[str, set[str]] = defaultdict(set)
    for name in found.get("matched_queries", ()):
        field, term = questions.term_of(name)
        matched[field].add(term)
    terms = {field: frozenset(each) for field, each in matched.items()}
    return candidate(line, _points(found), terms, wanted)


def _values(found: _Found) -> dict[str, dict[str, int]]:
    """Facet → value → how many."""
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for bucket in found["facet"]["buckets"]:
        name, value = facet_of(bucket["key"])
        counts[name][value] = bucket["doc_count"]
    return dict(counts)

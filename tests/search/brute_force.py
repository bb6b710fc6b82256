"""An index that looks at every entry for every question: what the engines have to agree with."""

from collections.abc import Iterable, Mapping, Sequence

from pages.entry import SearchEntry
from search.question.terms import code_form
from search.ranking.fields import FIELDS, facets_of, field_terms, said_of, spelled_names_of, text_of
from search.ranking.postings import CANDIDATES, Candidate, Facets, Frequencies, Tally, Terms, Wanted
from search.ranking.results import Hit


class BruteForce:
    """`Postings` over a list of entries."""

    def __init__(self, entries: Iterable[SearchEntry]) -> None:
        self.entries = {entry.key: entry for entry in entries}
        self.terms = {key: field_terms(entry) for key, entry in self.entries.items()}

    def frequencies(self, terms: Terms) -> Frequencies:
        holders = {field: {term: self._holders(field, term) for term in each} for field, each in terms.items()}
        known = {field: {term: count for term, count in each.items() if count} for field, each in holders.items()}
        return Frequencies(len(self.entries), known)

    def strongest(self, wanted: Wanted) -> float:
        return max((self._candidate(entry, wanted).points for entry in self.entries.values()), default=0.0)

    def best(self, wanted: Wanted, least: float, facets: Facets) -> list[Candidate]:
        everything = [self._candidate(entry, wanted) for entry in self.entries.values() if _has(entry, facets)]
        likely = sorted([each for each in everything if each.points >= least and not each.is_sure], key=_place)
        return [*(each for each in everything if each.is_sure), *likely[:CANDIDATES]]

    def tally(self, wanted: Wanted, least: float, facets: Facets) -> Tally:
        candidates = [self._candidate(entry, wanted) for entry in self.entries.values()]
        fitting = [self.entries[each.key] for each in candidates if each.is_sure or each.points >= least]
        names = {name for entry in fitting for name in facets_of(entry)} | set(facets)
        counts = {name: _counts(_without(fitting, facets, name), name) for name in names}
        total = sum(_has(entry, facets) for entry in fitting)
        return Tally(total, {name: values for name, values in counts.items() if values or name in facets})

    def hits(self, chosen: Iterable[tuple[float, Candidate]]) -> tuple[Hit, ...]:
        return tuple(_hit(self.entries[candidate.key], score) for score, candidate in chosen)

    def _holders(self, field: str, term: str) -> int:
        return sum(term in terms[field] for terms in self.terms.values())

    def _candidate(self, entry: SearchEntry, wanted: Wanted) -> Candidate:
        had = {
            field: frozenset(self.terms[entry.key][field].intersection(wanted.weights.get(field, ())))
            for field in FIELDS
        }
        points = sum(wanted.weights[field][term] for field, terms in had.items() for term in terms)
        names, said = spelled_names_of(entry), said_of(entry)
        return Candidate(
            key=entry.key,
            kind=entry.kind,
            title=entry.title,
            names=[*names],
            spelled=[*names.values()],
            said=[*said],
            said_spelled=[*said.values()],
            is_current=entry.is_current,
            rank=entry.rank,
            points=points,
            matched={field: terms for field, terms in had.items() if terms},
            code_place=_code_place(entry, wanted.codes),
            is_named=any(form in wanted.names for form in names),
        )


def _code_place(entry: SearchEntry, asked: Sequence[str]) -> int | None:
    forms = [code_form(code) for code in entry.codes]
    for form in asked:
        places = [
            place for place, own in enumerate(forms) if own == form or ("-" in form and own.startswith(f"{form}-"))
        ]
        if places:
            return places[0]
    return None


def _place(candidate: Candidate) -> tuple[bool, float, float, int, str]:
    return (not candidate.is_current, -candidate.points, -candidate.rank, len(candidate.title), candidate.key)


def _has(entry: SearchEntry, facets: Facets) -> bool:
    own = facets_of(entry)
    return all(set(own.get(name, ())).intersection(values) for name, values in facets.items())


def _without(entries: Sequence[SearchEntry], facets: Facets, name: str) -> list[SearchEntry]:
    others = {other: values for other, values in facets.items() if other != name}
    return [entry for entry in entries if _has(entry, others)]


def _counts(entries: Sequence[SearchEntry], name: str) -> Mapping[str, int]:
    values = [value for entry in entries for value in set(facets_of(entry).get(name, ()))]
    return {value: values.count(value) for value in values}


def _hit(entry: SearchEntry, score: float) -> Hit:
    return Hit(
        key=entry.key, score=round(score, 4), kind=entry.kind, title=entry.title, url=entry.url,
        codes=entry.codes, is_current=entry.is_current, facets=entry.facets, text=text_of(entry),
    )  # fmt: skip

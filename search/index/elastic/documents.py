"""What Elasticsearch holds of one entry: ready-made terms to find it by, and what a line about it shows.

All that is Vietnamese was done in Python before, so the server needs no analyser. The truth stays in the database.
"""

import base64
import hashlib
import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pages.entry import SearchEntry
from search.index.suggesting import Findable
from search.question.terms import code_form
from search.ranking.fields import FIELDS, facets_of, field_terms, names_of, said_of, spelled_names_of, text_of
from search.ranking.postings import Candidate, Facets, Wanted
from search.ranking.results import Hit
from vietnamese.spelling import clean

STATE = "state"  # the id of the one document that is no entry; a key has a colon
_REVISION = 7  # to be raised when the same mapping begins to hold something else
Line = Mapping[str, Any]
_PARTS = "\x1f"  # between a facet and its value
_LONGEST = 8_000  # characters; the server takes no term of more than 32,766 bytes

_TERM = {"type": "keyword", "doc_values": False}
# What is read of 300 candidates stands in a column of its own: out of the stored documents, which are packed together
# with their long texts, it took 20 ms and more instead of 3.
_COLUMN = {"type": "binary", "doc_values": True}
MAPPING: Mapping[str, Any] = {
    "dynamic": "strict",
    "_source": {"includes": ["text", "is_whole", "generation"]},  # terms are many times as long; nobody reads them
    "properties": {
        **dict.fromkeys(FIELDS, _TERM),
        "code": {**_TERM, "ignore_above": _LONGEST},
        "name": {**_TERM, "ignore_above": _LONGEST},
        "facet": {"type": "keyword", "ignore_above": _LONGEST},
        "key": {"type": "keyword"},
        "ended": {"type": "boolean"},
        "rank": {"type": "double"},
        "title_length": {"type": "integer"},
        "line": _COLUMN,
        "text": {"type": "keyword", "index": False, "doc_values": False},
        "is_whole": {"type": "boolean"},
        "generation": {"type": "keyword"},
    },
}
#: What a search asks for to get the lines of what it finds, and nothing else.
LINE: Mapping[str, Any] = {"_source": False, "stored_fields": "_none_", "docvalue_fields": ["line"]}
_SAME = ({"rank": "desc"}, {"title_length": "asc"}, {"key": "asc"})  # the key so that there are no equals
#: In force first, then points, near levels, short titles.
BY_POINTS: Sequence[Mapping[str, str]] = ({"ended": "asc"}, {"_score": "desc"}, *_SAME)
#: The same where points say nothing.
NEAREST: Sequence[Mapping[str, str]] = ({"ended": "asc"}, *_SAME)


def version() -> str:
    """Tells indexes apart that do not hold the same: what was written for another mapping is never read for this."""
    held = json.dumps([_REVISION, MAPPING], sort_keys=True)
    return hashlib.sha256(held.encode()).hexdigest()[:8]


def document(entry: SearchEntry) -> dict[str, Any]:
    """The document of an entry, all of it text that can be sent as UTF-8."""
    title, codes = names_of(entry)[0], [clean(code) for code in entry.codes]
    names, said = spelled_names_of(entry), said_of(entry)
    code_forms = list(map(code_form, codes))
    return {
        **{field: sorted(terms) for field, terms in field_terms(entry).items()},
        "code": _filled(code_forms),
        "name": _filled(names),
        "facet": [facet_term(name, value) for name, values in facets_of(entry).items() for value in values],
        "key": clean(entry.key),
        "ended": not entry.is_current,
        "rank": entry.rank,
        "title_length": len(title),
        "text": text_of(entry),
        "line": _packed(
            {
                "key": clean(entry.key),
                "kind": entry.kind,
                "title": title,
                "url": clean(entry.url),
                "names": list(names),
                "spelled": list(names.values()),
                "asked": list(said),
                "asked_spelled": list(said.values()),
                "codes": codes,
                "code_forms": code_forms,
                "facets": {clean(name): [clean(value) for value in values] for name, values in entry.facets.items()},
                "is_current": entry.is_current,
                "rank": entry.rank,
            }
        ),
    }


def state(**more: Any) -> dict[str, Any]:
    """What every writing changes in the one document that is no entry: the mark by which readers know that what they
    remember is old, and what else is given."""
    return {"generation": uuid.uuid4().hex, **more}


def line_of(found: Mapping[str, Any]) -> Line:
    """The line of a document among the results of a search that asked for `LINE`."""
    held: Line = json.loads(base64.b64decode(found["fields"]["line"][0]))
    return held


def facet_term(name: str, value: str) -> str:
    """A facet and one of its values as one term."""
    return f"{clean(name)}{_PARTS}{clean(value)}"


def facet_of(term: str) -> tuple[str, str]:
    """A facet and its value out of their term."""
    name, _, value = term.partition(_PARTS)
    return name, value


def facet_terms(facets: Facets, name: str) -> list[str]:
    """The terms of which an entry must have one."""
    return [facet_term(name, value) for value in facets[name]]


def goes_on(form: str) -> str:
    """What a longer code begins with that goes on from this one ("61-2018-nd-cp"); "" for what nothing goes on from."""
    return f"{form}-" if "-" in form else ""


def candidate(line: Line, points: float, matched: Mapping[str, frozenset[str]], wanted: Wanted) -> Candidate:
    """What the order depends on, out of a document's line."""
    return Candidate(
        key=line["key"],
        kind=line["kind"],
        title=line["title"],
        names=line["names"],
        is_current=line["is_current"],
        rank=line["rank"],
        spelled=line["spelled"],
        said=line["asked"],
        said_spelled=line["asked_spelled"],
        points=points,
        matched=matched,
        code_place=_place(line["code_forms"], wanted.codes),
        is_named=not set(wanted.names).isdisjoint(line["names"]),
    )


def findable(line: Line) -> Findable:
    """What the place of a suggestion depends on, out of a document's line."""
    return Findable(
        key=line["key"],
        title=line["title"],
        url=line["url"],
        kind=line["kind"],
        code=next(iter(line["codes"]), ""),
        names=line["names"],
        is_current=line["is_current"],
        rank=line["rank"],
    )


def hit(line: Line, text: str, score: float) -> Hit:
    """A line of an answer, out of a document's line and text."""
    return Hit(
        key=line["key"],
        score=round(score, 4),
        kind=line["kind"],
        title=line["title"],
        url=line["url"],
        codes=tuple(line["codes"]),
        is_current=line["is_current"],
        facets={name: tuple(values) for name, values in line["facets"].items()},
        text=text,
    )


def _place(forms: Sequence[str], codes: Iterable[str]) -> int | None:
    """The first of its codes that is the first asked code among them, or goes on from it."""
    for code in codes:
        beyond = goes_on(code)
        for place, form in enumerate(forms):
            if form == code or (beyond and form.startswith(beyond)):
                return place
    return None


def _packed(line: Line) -> str:
    return base64.b64encode(json.dumps(line, ensure_ascii=False).encode()).decode()


def _filled(forms: Iterable[str]) -> list[str]:
    return [form for form in forms if form]

"""What a procedure says of itself to the finder, from its columns and rows: the same for a page in hand and in bulk."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from procedures_catalog.facts.everyday.reading import Everyday
from procedures_catalog.facts.in_hand.decisions import decision_keys
from procedures_catalog.facts.parts.shapes import lines_of
from procedures_catalog.facts.vocabulary import NEAREST_FIRST


def codes(columns: Any, short_code: str, former: Iterable[str]) -> tuple[str, ...]:
    """Its code in the national and in the province's spelling, the one of its QR, those that it had before, for people
    hold papers of former years, and the keys of the decisions that published or ended it."""
    decisions = (columns.decision_number, columns.local_decision_number, columns.ending_decision)
    keys = (key for number in decisions for key in decision_keys(number))
    return _once((columns.code, columns.code_base, columns.listed_code, short_code, *former, *keys))


def names(columns: Any) -> tuple[str, ...]:
    """The whole official name where the title is short, the province's name for it, and what people call it."""
    every = _once((columns.official_name, columns.listed_name, *lines_of(columns.everyday_names)))
    return tuple(name for name in every if name != columns.title)


def phrases(said: Everyday | None) -> tuple[str, ...]:
    """The phrases in which people speak of it; none where nobody wrote them down."""
    return (*said.names, *said.situations, *said.questions) if said else ()


def facets(
    levels: Collection[str], sector: str | None, agencies: Iterable[str], applicants: Iterable[str], online_level: str
) -> Mapping[str, tuple[str, ...]]:
    """What results can be narrowed by: the levels where it is handed in today, slugs of sector, agencies and
    applicants, the online level."""
    return {
        "level": tuple(level for level in NEAREST_FIRST if level in levels),
        "sector": (sector,) if sector else (),
        "agency": tuple(agencies),
        "applicant": tuple(applicants),
        "online": (online_level,) if online_level else (),
    }


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))

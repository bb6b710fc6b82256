"""Under which levels people find a procedure who ask where to file, as a short text that the database can be asked for.

What `filing_of` says of levels depends on those that hold on a day, and on each by itself; a column holds the rest: the
levels under which a procedure is found on any day, and with a mark those under which it is while they hold.
"""

from collections.abc import Iterable

from procedures_catalog.facts.agencies.filing import Filings, filings_of
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.vocabulary import NEAREST_FIRST

_WHILE_IT_HOLDS = "?"


def found_under(record: ProcedureRecord, receiving: Iterable[str] = ()) -> str:
    """The text, " province commune? "; "" where only the levels tell: found under each while it holds."""
    return found_by(filings_of(record, receiving))


def found_by(filings: Filings) -> str:
    """The same of a record of which it is known where it is handed in at any levels."""
    always = filings(frozenset()).levels
    while_they_hold = [level for level in NEAREST_FIRST if level in filings(frozenset({level})).levels - always]
    if len(while_they_hold) == len(NEAREST_FIRST):
        return ""
    words = [level for level in NEAREST_FIRST if level in always]
    return " ".join(["", *words, *(level + _WHILE_IT_HOLDS for level in while_they_hold), ""])


def always_under(level: str) -> str:
    """What stands in the text of a procedure that is found under a level on any day."""
    return f" {level} "


def while_it_holds(level: str) -> str:
    """And of one that is while the level holds."""
    return f" {level}{_WHILE_IT_HOLDS} "


def levels_found(text: str, holding: Iterable[str]) -> frozenset[str]:
    """The levels under which a procedure with this text is found while these levels hold."""
    held = set(holding)
    if not text:
        return frozenset(held)
    return frozenset(
        level
        for level in NEAREST_FIRST
        if always_under(level) in text or (level in held and while_it_holds(level) in text)
    )

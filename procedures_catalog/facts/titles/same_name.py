"""Whether two procedures of one name are the same one: by the levels and the agencies that carry them out.

National lists have a name several times, once for each level or agency, with a code each; so a name alone tells nobody
apart and says of nobody that it is the same.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from procedures_catalog.facts.naming import name_key
from procedures_catalog.facts.record import ProcedureRecord
from vietnamese.spelling import exact

_LEAD = re.compile(r"thủ tục(?: hành chính)? ")


@dataclass(frozen=True, slots=True)
class Named:
    """What a procedure is recognised by where it has no national code; an empty set says that nobody states it."""

    name: str
    levels: frozenset[str]
    agencies: frozenset[str]

    def fits(self, other: "Named") -> bool:
        """Whether both may be the same procedure: one name, and nothing that is stated of both tells them apart."""
        return self.name == other.name and _meet(self.levels, other.levels) and _meet(self.agencies, other.agencies)


def named(name: str, levels: Iterable[str], agencies: Iterable[str]) -> Named:
    """The same from texts as they are written; marks count, capitals, signs and a leading “thủ tục” do not."""
    said = " ".join(re.findall(r"[^\W_]+", exact(name)))
    return Named(_LEAD.sub("", said, count=1) or said, frozenset(levels), frozenset(map(name_key, agencies)))


def named_by(record: ProcedureRecord) -> Named:
    """What a record is recognised by."""
    return named(record.name, record.levels, record.executing)


def _meet(some: frozenset[str], others: frozenset[str]) -> bool:
    return not some or not others or bool(some & others)

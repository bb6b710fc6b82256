"""Shown: what citizens are shown of one procedure on one day, whole; what versions keep and digests are taken of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from procedures_catalog.facts.record import ProcedureRecord
from vietnamese.spelling import squeeze

#: A procedure that is announced for later is in force here; that its day has not come is told by its days.
STATES: Mapping[str, str] = {
    "in_force": "Đang áp dụng",
    "abolished": "Đã bãi bỏ",
    "replaced": "Đã được thay thế",
    "withdrawn": "Không còn công bố",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What citizens are shown of one procedure on one day.

    `record` is the effective one; `levels` are those in force on the day (keys of LEVELS), `state` a key of STATES,
    `is_upcoming` whether its first day is still to come, `successor` the id of what replaced it. `receiving` names the
    receiving agencies, `local` pairs each part that the province replaced with its decision, `law_states` each legal
    basis that is not in force with how it stands, `forms` the id of each form of the dossiers with its title, `earlier`
    pairs each part whose earlier rule stays for dossiers handed in before a day with that day. `local_decision` is the
    province's own decision beside the record's, `ending_decision` the one that ends the procedure; both are "" of
    versions that did not keep them yet.
    """

    title: str
    record: ProcedureRecord
    state: str
    levels: tuple[str, ...] = ()
    successor: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    is_upcoming: bool = False
    receiving: tuple[str, ...] = ()
    local: tuple[tuple[str, str], ...] = ()
    law_states: tuple[tuple[str, str], ...] = ()
    forms: tuple[tuple[int, str], ...] = ()
    earlier: tuple[tuple[str, date], ...] = ()
    local_decision: str = ""
    ending_decision: str = ""

    @property
    def decisions(self) -> tuple[str, ...]:
        """The decisions that made it public, as page and sheet tell them: the province's stands before another that the
        record names."""
        return decisions_told(self.record.decision_number, self.local_decision)


def decisions_told(named: str, local: str) -> tuple[str, ...]:
    """Of the decision that a record names and the province's own, "" for none: those that are told, each once."""
    told: dict[str, str] = {}
    for each in filter(squeeze, (local, named)):
        told.setdefault(squeeze(each), each)
    return tuple(told.values())

"""What a person says of a part that is blank: that there is none, or that it is not published; and how that is read.

It is a fact of the record like others, a key a part ("fee.none"), so that versions, comparisons, files and the
interface have it. A part that says something is not blank, whatever was once said of it.
"""

import dataclasses
from collections.abc import Callable, Mapping

from procedures_catalog.facts.complete.rules import BY_KEY, RULES, Rule, Tier
from procedures_catalog.facts.record import Case, Fee, ProcedureRecord, RequiredDocument

NONE, LATER = "none", "later"
#: Reason → what people read.
REASONS: Mapping[str, str] = {NONE: "Không có", LATER: "Chưa công bố"}
#: The parts of which somebody may say why they are blank; an entry of the list has the others.
EXPLAINED: tuple[Rule, ...] = tuple(rule for rule in RULES if rule.tier == "full")


def reasons_for(rule: Rule) -> Mapping[str, str]:
    """The reasons that a part may have."""
    return REASONS if rule.may_be_none else {LATER: REASONS[LATER]}


#: Each part with each of its reasons: key → what people read.
BLANKS: Mapping[str, str] = {
    f"{rule.key}.{reason}": f"{rule.label}: {words.lower()}"
    for rule in EXPLAINED
    for reason, words in reasons_for(rule).items()
}


def gaps_of(record: ProcedureRecord) -> tuple[Rule, ...]:
    """The parts that a record neither tells nor explains, in the order of the rules."""
    explained = {key.partition(".")[0] for key in record.blanks}
    return tuple(rule for rule in RULES if rule.key not in explained and not rule.stands(record))


def tier_of(record: ProcedureRecord) -> Tier:
    """Whether every part is told or explained."""
    return "list" if gaps_of(record) else "full"


# --- As it is read --------------------------------------------------------------------------------

_THERE_IS_NONE = REASONS[NONE]


def _without_fee(record: ProcedureRecord) -> ProcedureRecord:
    free = (Fee(None, _THERE_IS_NONE),)
    return dataclasses.replace(
        record, channels=tuple(dataclasses.replace(channel, fees=free) for channel in record.channels)
    )


def _without_papers(record: ProcedureRecord) -> ProcedureRecord:
    return dataclasses.replace(record, cases=(Case(None, (RequiredDocument(_THERE_IS_NONE),)),))


def _without_conditions(record: ProcedureRecord) -> ProcedureRecord:
    return dataclasses.replace(record, conditions=_THERE_IS_NONE)


#: Part → the record in which it says in words that there is none, as national records say it, too.
_LAID: Mapping[str, Callable[[ProcedureRecord], ProcedureRecord]] = {
    "fee": _without_fee,
    "papers": _without_papers,
    "conditions": _without_conditions,
}


def with_reasons(record: ProcedureRecord) -> ProcedureRecord:
    """The record as citizens read it: what there is none of is said so in its place. What was said of parts that tell
    something by now, and what no rule knows, is left out. Done twice it changes nothing."""
    kept = tuple(key for key in record.blanks if key in BLANKS and _is_blank(record, key))
    laid = record if kept == record.blanks else dataclasses.replace(record, blanks=kept)
    for key in kept:
        laid = _lay(laid, key)
    return laid


def _is_blank(record: ProcedureRecord, key: str) -> bool:
    part, _, reason = key.partition(".")
    is_laid = reason == NONE and part in _LAID and _LAID[part](record) == record
    return is_laid or not BY_KEY[part].stands(record)


def _lay(record: ProcedureRecord, key: str) -> ProcedureRecord:
    part, _, reason = key.partition(".")
    return _LAID[part](record) if reason == NONE and part in _LAID else record

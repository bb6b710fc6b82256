"""Nothing of another province and nothing internal goes public by an import.

Judged by the raw texts, as a person would: whose decision, and whether our province is named anywhere.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.scope.scope import reason_against, scope_in
from tests.truth.kinds import Kind, Told

#: Portals: a made-up province, none that is named yet, and three real ones with those that became them.
PORTALS: tuple[Collection[str], ...] = (
    ("tỉnh Trường Sơn",),
    (),
    ("tỉnh Lâm Đồng", "Tỉnh Bình Thuận", "Tỉnh Đắk Nông"),
    ("thành phố Đà Nẵng", "Tỉnh Quảng Nam"),
    ("tỉnh Bắc Ninh", "Tỉnh Bắc Giang"),
)
_PROVINCIAL = ("ubnd", "hđnd", "qđ-vp", "qđ-ttpvhcc", "ttr-s", "dacthu", "snntest")


def _is_published(record: ProcedureRecord, ours: Collection[str]) -> bool:
    """Whether an import of the national list that publishes makes it public, by what the import itself asks."""
    return not reason_against(scope_in("national", record, ours), ours)


def _texts(record: ProcedureRecord) -> Iterator[str]:
    yield from (record.name, record.receiving_address, *record.executing, *record.competent, record.conditions)
    yield from (basis.title for basis in record.legal_bases)
    yield from (step.text for step in record.steps)
    yield from (paper.name for case in record.cases for paper in case.papers)
    yield from (note for channel in record.channels for note in channel.notes)


def _names_us(record: ProcedureRecord, ours: Collection[str]) -> bool:
    cores = [name.casefold().removeprefix("tỉnh ").removeprefix("thành phố ") for name in ours]
    return any(core in text.casefold() for text in _texts(record) for core in cores)


def _is_provincial(record: ProcedureRecord) -> bool:
    """By its number; where that says nothing, by a province with its name where one hands in."""
    number = record.decision_number.casefold()
    named = re.compile(r"\btỉnh [A-ZĐ]\w+ [A-ZĐ]\w+")
    texts = (*record.executing, *record.competent, record.receiving_address)
    return any(mark in number for mark in _PROVINCIAL) or (number.isdigit() and any(map(named.search, texts)))


def _foreign_is_public(told: Told) -> bool:
    if not _is_provincial(told.record):
        return False
    return any(_is_published(told.record, ours) and not _names_us(told.record, ours) for ours in PORTALS)


def _internal_is_public(told: Told) -> bool:
    return told.record.code[:2] in ("5.", "6.") and any(_is_published(told.record, ours) for ours in PORTALS)


def _ours_is_withheld(told: Told) -> bool:
    """Where all its agencies are ours and its law is nobody else's business, it is ours."""
    record = told.record
    if told.record.code[:2] in ("5.", "6.") or not _is_provincial(record):
        return False
    agencies = (*record.executing, *record.competent)
    return any(
        agencies and all(_of(name, ours) for name in agencies) and not _is_published(record, ours) for ours in PORTALS
    )


def _of(agency: str, ours: Collection[str]) -> bool:
    return any(agency.endswith(name.split(" ", 1 if name.casefold().startswith("tỉnh") else 2)[-1]) for name in ours)


def _national_is_withheld(told: Told) -> bool:
    """A ministry's procedure that has steps and papers is everybody's."""
    record = told.record
    is_ministry = "/QĐ-B" in record.decision_number and record.code[:2] not in ("5.", "6.")
    names_councils = "Hội đồng nhân dân các tỉnh" in record.name
    return is_ministry and not names_councils and not all(_is_published(record, ours) for ours in PORTALS)


SCOPE_KINDS: Mapping[str, Kind] = {
    "foreign_public": Kind("decided by another province, and an import publishes it", _foreign_is_public),
    "internal_public": Kind("between agencies only, and an import publishes it", _internal_is_public),
    "ours_withheld": Kind("decided by our own province, and no import publishes it", _ours_is_withheld),
    "national_withheld": Kind("decided by a ministry, and no import publishes it", _national_is_withheld),
}

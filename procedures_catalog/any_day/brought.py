"""Brings a page in hand to what it says on another day, for reading only: it is never saved.

What was shown on a former day comes from a version; what will stand on a later one from what was approved for it.
Unlike `restoring`, which writes a draft within what the province may say, this gives page, sheet and API the whole text
through the page's own columns and rows, so that they tell it in their own ways.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from wagtail.blocks import StreamValue

from procedures_catalog.dated.slots import SLOTS
from procedures_catalog.facts.agencies.handed_in import note_where
from procedures_catalog.facts.codes import parse_code
from procedures_catalog.facts.dated.difference import Difference, in_order
from procedures_catalog.facts.fees.dated import with_all_fees
from procedures_catalog.facts.held import effective_record, receiving_of
from procedures_catalog.facts.overlay import block_of
from procedures_catalog.facts.parts.table import HELD, ROLES
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.models import (
    ApplicantKind,
    ProcedureAgency,
    ProcedureApplicant,
    ProcedureLegalBasis,
    ProcedureLevel,
    ProcedurePage,
    Sector,
)
from procedures_catalog.presenting.history import codes_until
from procedures_catalog.presenting.shown import Shown


def bring(page: ProcedurePage, shown: Shown, noted_at: datetime, on: date) -> None:
    """Gives a page that was loaded whole what was shown on a day by the version of a moment. What leads further
    (offices of the registry, documents, the sector) stays linked where it is the same."""
    record = replace(shown.record, channels=tuple(map(with_all_fees, shown.record.channels)))
    for relation, rows in _rows(page, shown, record, on).items():
        setattr(page, relation, list(rows))
    page.twin_note = page.twin_note if page.title == shown.title else ""
    page.title, page.code_base = shown.title, parse_code(record.code).base
    page.sector = _sector(page, record.sector)
    page.valid_from, page.valid_to, page.successor_id = shown.valid_from, shown.valid_to, shown.successor
    page.local_decision_number, page.ending_decision = shown.local_decision, shown.ending_decision
    page.last_published_at = noted_at
    _set_columns(page, record, shown)
    note_where(page, record, shown.receiving)
    page.code_lines = codes_until(getattr(page, "code_lines", None), on)
    page.announced_lines = None
    # Where the state's list and what was kept against it stand is known of today alone.
    page.seen_on = page.kept_lines = None
    # Nor does anybody know what the official text said beneath the province's.
    page.is_former = True
    # What people say of it and when to use it stands beside the text and is kept of today alone.
    page.everyday_said = None


def bring_forward(page: ProcedurePage, differences: Iterable[Difference], on: date) -> None:
    """Lays what was approved and begins by a day on the page, as it will be applied. A query where the page ends."""
    due = [each for each in in_order(differences) if each.day <= on]
    for each in due:
        SLOTS[each.part].lay(page, each)
    if due:
        note_where(page, effective_record(page, on), receiving_of(page))


def _set_columns(page: ProcedurePage, record: ProcedureRecord, shown: Shown) -> None:
    for part in HELD:
        raw = part.shape.write(getattr(record, part.name))
        setattr(page, part.held_in, _stream(page, part.held_in, raw) if part.shape.is_stream else raw)
    page.overlay = _stream(page, "overlay", list(_layer(record, shown)))


def _layer(record: ProcedureRecord, shown: Shown) -> Iterator[dict[str, Any]]:
    """The blocks that held; only what left dossiers of before to the rules of before says since when."""
    since = dict(shown.earlier)
    for name, decision in shown.local:
        block = block_of(name, getattr(record, name), decision)
        if name in since:
            block["value"] |= {"valid_from": since[name].isoformat(), "earlier_stay": True}
        yield block


def _stream(page: ProcedurePage, column: str, raw: Any) -> StreamValue:
    return StreamValue(getattr(page, column).stream_block, raw, is_lazy=True)


def _sector(page: ProcedurePage, name: str) -> Sector | None:
    """The same one with its address, else one that has nothing but its name."""
    if page.sector and page.sector.name == name:
        return page.sector
    return Sector(name=name) if name else None


# --- Rows -----------------------------------------------------------------------------------------


def _rows(page: ProcedurePage, shown: Shown, record: ProcedureRecord, on: date) -> dict[str, Iterable[Any]]:
    return {
        "levels": _in_order(_levels(page, shown, on)),
        "agencies": _in_order(_agencies(page, shown, record)),
        "applicants": _in_order(ProcedureApplicant(kind=ApplicantKind(name=name)) for name in record.applicants),
        "legal_bases": _in_order(_legal_bases(page, record)),
    }


def _in_order(rows: Iterable[Any]) -> Iterator[Any]:
    for order, row in enumerate(rows):
        row.sort_order = order
        yield row


def _levels(page: ProcedurePage, shown: Shown, on: date) -> Iterator[ProcedureLevel]:
    """The levels that were stated; of those the ones that were shown hold on the day, the others do not."""
    agreeing = {row.level: row for row in page.levels.all() if row.is_in_force(on) == (row.level in shown.levels)}
    for level in dict.fromkeys((*shown.record.levels, *shown.levels)):
        ends = None if level in shown.levels else on
        yield agreeing.get(level) or ProcedureLevel(level=level, layer=page.layer, valid_to=ends)


def _agencies(page: ProcedurePage, shown: Shown, record: ProcedureRecord) -> Iterator[ProcedureAgency]:
    held = {(row.role, row.name or str(row.registered)): row for row in page.agencies.all()}
    named = [(role, name) for role in ROLES for name in getattr(record, role)]
    for role, name in (*named, *(("receiving", name) for name in shown.receiving)):
        yield held.get((role, name)) or ProcedureAgency(role=role, name=name)


def _legal_bases(page: ProcedurePage, record: ProcedureRecord) -> Iterator[ProcedureLegalBasis]:
    held = {(row.title, row.number or None): row for row in page.legal_bases.all()}
    for basis in record.legal_bases:
        same = held.get((basis.title, basis.number))
        yield same or ProcedureLegalBasis(title=basis.title, number=basis.number)

"""Brings a page in hand to say what a version of it said: a draft that nobody saved yet, for somebody to look at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Model
from wagtail.blocks import StreamValue

from procedures_catalog.facts.fees.dated import with_all_fees
from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.overlay import block_of, ended, laid, with_overlay
from procedures_catalog.facts.parts.table import HELD, OVERLAID, OWN
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.streams import new_id
from procedures_catalog.importing.references import References
from procedures_catalog.importing.write import official_rows, set_official
from procedures_catalog.models import (
    ProcedureAgency,
    ProcedureApplicant,
    ProcedureLegalBasis,
    ProcedureLevel,
    ProcedurePage,
)
from procedures_catalog.presenting.fingerprints import PART_LABELS, part_digests
from procedures_catalog.presenting.shown import Shown
from procedures_catalog.versions.shown_pages import shown_page

Raw = Mapping[str, Any]


def restored(page: ProcedurePage, shown: Shown, on: date) -> tuple[str, ...]:
    """Brings back what citizens were shown, as it would be read on a day; nothing is saved.

    Of a procedure of the province's own that is its whole text. Of a national one the official part belongs to the
    state: where it says something else now, the province's layer says what was said from that day on, as far as it may.
    What is announced for later stays. Parts come back under their ids. Returns what cannot be brought back, as people
    call it.
    """
    record = replace(shown.record, channels=tuple(map(with_all_fees, shown.record.channels)))
    if page.layer == "local":
        _restore_official(page, record, shown.levels, on)
    _restore_own(page, shown, record)
    _restore_layer(page, record, dict(shown.local), on)
    page.derive()
    now, then = part_digests(shown_page(page, on)), part_digests(shown)
    return tuple(label for part, label in PART_LABELS.items() if now[part] != then[part])


# --- The official part ----------------------------------------------------------------------------


def _restore_official(page: ProcedurePage, record: ProcedureRecord, levels: Sequence[str], on: date) -> None:
    """The columns and rows, but for sectors and applicants that the portal no longer knows."""
    references = References([record])
    known = replace(record, applicants=tuple(filter(references.has_applicant, record.applicants)))
    set_official(page, known, references)
    for part in HELD:
        if part.shape.is_stream:
            setattr(page, part.held_in, _stream(page, part.held_in, part.shape.write(getattr(record, part.name))))
    rows = official_rows(page, known, references)
    _put(page, "levels", _levels(page, record.levels, levels, on))
    _put(page, "agencies", [*_receiving(page), *rows[ProcedureAgency]])
    _put(page, "applicants", rows[ProcedureApplicant])
    _put(page, "legal_bases", _with_documents(page, rows[ProcedureLegalBasis]))


def _put(page: ProcedurePage, relation: str, rows: Iterable[Model]) -> None:
    """Hangs rows on a page in hand, as a form would."""
    setattr(page, relation, list(rows))


def _stream(page: ProcedurePage, column: str, raw: Sequence[Raw]) -> StreamValue:
    return StreamValue(getattr(page, column).stream_block, raw, is_lazy=True)


def _levels(page: ProcedurePage, stated: Sequence[str], shown: Sequence[str], on: date) -> Iterator[ProcedureLevel]:
    """Levels keep their days and decisions, but where these say otherwise what was in force."""
    held = {row.level: row for row in page.levels.all() if row.layer == page.layer}
    yield from (row for row in page.levels.all() if row.layer != page.layer)
    for order, level in enumerate(stated):
        row = held.get(level) or ProcedureLevel(level=level, layer=page.layer, sort_order=order)
        if level in shown and not row.is_in_force(on):
            row.valid_from = row.valid_to = None
        yield row


def _receiving(page: ProcedurePage) -> list[ProcedureAgency]:
    return [row for row in page.agencies.all() if row.role == "receiving"]


def _with_documents(page: ProcedurePage, rows: Sequence[Any]) -> Iterator[ProcedureLegalBasis]:
    """The rows, each with the document that it already leads to."""
    held = {(row.title, row.number): row.document_id for row in page.legal_bases.all()}
    for row in rows:
        row.document_id = held.get((row.title, row.number), row.document_id)
        yield row


# --- What is the province's own in every procedure ------------------------------------------------


def _restore_own(page: ProcedurePage, shown: Shown, record: ProcedureRecord) -> None:
    page.title = page.draft_title = shown.title
    page.valid_from, page.valid_to = shown.valid_from, shown.valid_to
    page.successor = ProcedurePage.objects.filter(pk=shown.successor).first() if shown.successor else None
    # A version of before decisions were kept says none: what the page says stays, and is named as not brought back.
    page.local_decision_number = shown.local_decision or page.local_decision_number
    page.ending_decision = shown.ending_decision or page.ending_decision
    for part in OWN:
        setattr(page, part.held_in, part.shape.write(getattr(record, part.name)))
    held = {row.name or str(row.registered): row for row in _receiving(page)}
    receiving = [held.get(name) or ProcedureAgency(role="receiving", name=name) for name in shown.receiving]
    _put(page, "agencies", [*receiving, *(row for row in page.agencies.all() if row.role != "receiving")])


# --- The province's layer -------------------------------------------------------------------------


def _restore_layer(page: ProcedurePage, record: ProcedureRecord, decisions: Mapping[str, str], on: date) -> None:
    official, wanted = (with_overlay(each, (), on) for each in (official_record(page), record))
    blocks: list[Raw] = []
    for name in OVERLAID:
        held = [block for block in page.overlay.raw_data if block["type"] == name]
        says_it = name not in decisions and _reads_the_same(official, wanted, name)
        said = [block for block in page.said_layer if block["type"] == name]
        blocks += ended(held, on) if says_it else _laid(held, said, _block(name, record, decisions.get(name)), on)
    page.overlay = _stream(page, "overlay", blocks)


def _laid(held: Sequence[Raw], said: Sequence[Raw], wanted: dict[str, Any], on: date) -> Sequence[Raw]:
    """What is held stays where people read in it what is wanted, and what it shares stays shared with it."""
    return held if laid(said, wanted, on) == said else laid(held, wanted, on)


def _block(name: str, record: ProcedureRecord, decision: str | None) -> dict[str, Any]:
    return block_of(name, getattr(record, name), decision) | {"id": new_id()}


def _reads_the_same(one: ProcedureRecord, other: ProcedureRecord, name: str) -> bool:
    """Whether a reader finds the same in a part of two records."""
    here = replace(one, **{name: getattr(other, name)})
    return here == one or part_digests(Shown("", here, "in_force")) == part_digests(Shown("", one, "in_force"))

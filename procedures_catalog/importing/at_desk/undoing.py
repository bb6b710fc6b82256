"""Undoes an import: each page it changed says again what it said before, part by part, as far as nobody changed that
part since; what was changed later stays and is named. Pages that it made are taken off the portal.

It goes by turns. Each decides on what is held inside it, so a second run does what a killed one left.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from wagtail.models import PageLogEntry

from agencies.day import local_day
from pages.taking_off import told_as_a_whole
from pages.turns import Turns
from procedures_catalog.comparing.packing import unpack
from procedures_catalog.facts.parts.record_json import record_from_json
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.importing.at_desk.comparing import label_of
from procedures_catalog.importing.journal import end
from procedures_catalog.importing.judging.formatting import same_field
from procedures_catalog.importing.keeping.chosen import LAYER, LISTING, LIVE
from procedures_catalog.importing.keeping.done import said_by
from procedures_catalog.importing.keeping_back import Publishing
from procedures_catalog.importing.plan import Update
from procedures_catalog.importing.references import References
from procedures_catalog.importing.update import update_pages
from procedures_catalog.importing.waiting import clashes, waiting_on
from procedures_catalog.models import ImportedPage, ImportRun, ProcedurePage
from procedures_catalog.store.held_pages import HeldPage, held_pages

FIRST = 5
_LISTED = frozenset({"code", "name", "sector", "decision_number", "levels", "online_level"})
_LATER = "đã có người công bố lại sau lần nhập"


def undo_run(run: ImportRun) -> None:
    """Takes back what a run wrote, whatever is left of it. Run again, it does the rest."""
    turns, on = Turns(), local_day(run.undo_began_at or run.started_at)
    keys = list(run.pages.filter(undone="").values_list("pk", flat=True))
    for portion in turns.portions(keys, FIRST):
        done = list(ImportedPage.objects.filter(pk__in=portion))
        references = References([_record(each.before) for each in done if each.before], turns)
        with turns.turn():
            _undo(done, references, on)
    run.kept_parts.all().delete()
    end(run, "undone")


def _undo(done: Sequence[ImportedPage], references: References, on: date) -> None:
    held = held_pages([each.page_id for each in done])
    later = _published_later(done)
    updates = [_back(each, held[each.page_id]) for each in done if each.before and each.fields != [LIVE]]
    due = [update for update in updates if update]
    update_pages(due, references, on, Publishing.here(True))
    for each in done:
        if not each.before or each.fields == [LIVE]:
            _take_off(each, held[each.page_id], each.page_id in later)
        each.undone = "partly" if each.kept else "whole"
    ImportedPage.objects.bulk_update(done, ["undone", "kept"])


def _record(kept: bytes | memoryview) -> ProcedureRecord:
    return record_from_json(unpack(bytes(kept)))


# --- Pages that were changed ----------------------------------------------------------------------


def _back(each: ImportedPage, held: HeldPage) -> Update | None:
    """What brings a page back; what it keeps is noted in `each`."""
    if LAYER in each.fields:
        each.kept = f"{label_of(LAYER)}: trang đã chuyển sang nội dung của trung ương, hãy sửa ở trang"
        return None
    before, after = _record(each.before), _record(each.after)
    now = said_by(held, each.fields)
    fields = [LISTING] if each.fields == [LISTING] else each.fields
    names = [name for name in fields if _is(name, now, after)]
    changed = [name for name in fields if name not in names and not _is(name, now, before)]
    row = _row(each, before, names)
    if names and (
        found := clashes(held, row, waiting_on(each.page_id) if held.columns.has_unpublished_changes else [])
    ):
        each.kept = "; ".join(found)[:1_000]
        return None
    each.kept = "; ".join(f"{label_of(name)}: đã sửa sau lần nhập" for name in changed)[:1_000]
    if not names and not each.dropped:
        return None
    return Update(each.page_id, row, tuple(names), restored=tuple(each.dropped), is_back=True)


def _is(name: str, now: ProcedureRecord, then: ProcedureRecord) -> bool:
    if name == LISTING:
        return all(same_field(field, now, then) for field in _LISTED)
    return same_field(name, now, then)


def _row(each: ImportedPage, before: ProcedureRecord, names: Sequence[str]) -> ReadRow:
    known = _LISTED if each.fields == [LISTING] else frozenset(names)
    return ReadRow(0, before, known, each.layer)


# --- Pages that were made, or made public ---------------------------------------------------------


def _published_later(done: Sequence[ImportedPage]) -> set[int]:
    """The pages that a person has published since."""
    moments: Mapping[int, ImportedPage] = {each.page_id: each for each in done}
    lines = PageLogEntry.objects.filter(page__in=moments, action="wagtail.publish", user__isnull=False)
    told = lines.values_list("page_id", "timestamp")
    return {page for page, moment in told if moment > moments[page].at}


def _take_off(each: ImportedPage, held: HeldPage, is_later: bool) -> None:
    if is_later:
        each.kept = _LATER
    elif held.columns.live:
        with told_as_a_whole():
            ProcedurePage.objects.get(pk=each.page_id).unpublish()

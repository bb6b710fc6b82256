"""The province's own text over parts that an import changes: noted in the page's history, taken away where people chose
so, brought back where an import is undone."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.models import PageLogEntry

from audit.bulk import write_lines
from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.overlay import PART_LABELS, span_of_block
from procedures_catalog.importing.bulk_pages import log_entry
from procedures_catalog.importing.judging.part_text import block_text, part_text
from procedures_catalog.importing.keeping_back import Publishing
from procedures_catalog.importing.plan import Update
from procedures_catalog.models import OverlaidChange, ProcedurePage
from procedures_catalog.models.kept_text import UNDER_LAYER
from procedures_catalog.models.shared_amount import hold_amounts


def note_under_layer(changes: Iterable[tuple[ProcedurePage, Update]], on: date, how: Publishing) -> int:
    """A line with the names of the parts for each page that has such a part, and a task for each part about which
    nobody has chosen yet; how many rows were written. The pages still say what they said before."""
    changes = list(changes)
    hold_amounts(page for page, _ in changes)
    found = [(page, update, hidden_parts(page, update, on)) for page, update in changes if _is_news(update)]
    lines = [_line(page, [PART_LABELS[part] for part in parts]) for page, _, parts in found if parts]
    write_lines(lines)
    _settle_dropped(update for _, update, _ in found)
    tasks = [_task(page, update, part, on) for page, update, parts in found for part in parts - how.settled(update.row)]
    return len(lines) + len(tasks)


def _is_news(update: Update) -> bool:
    return update.row.layer == "national" and not update.is_back


def hidden_parts(page: ProcedurePage, update: Update, on: date) -> set[str]:
    """What the update changes of the parts over which a text of the province stands, or will from a later day."""
    return {part for part in _own(page, on) if part in update.changed}


def _own(page: ProcedurePage, on: date) -> dict[str, Any]:
    return {block["type"]: block for block in page.said_layer if not span_of_block(block).has_ended(on)}


def _task(page: ProcedurePage, update: Update, part: str, on: date) -> OverlaidChange:
    """The open task about a part; one that is open already tells of the newest change."""
    texts = {"now": part_text(part, update.row.record), "ours": block_text(_own(page, on)[part]), "noted_on": on}
    before = part_text(part, official_record(page))
    task, _ = OverlaidChange.objects.update_or_create(
        page_id=page.pk, part=part, state="open", defaults=texts, create_defaults={**texts, "before": before}
    )
    return task


def _settle_dropped(updates: Iterable[Update]) -> None:
    for update in updates:
        if update.dropped:
            open_ones = OverlaidChange.objects.filter(page=update.page_id, part__in=update.dropped, state="open")
            open_ones.update(state="dropped")


def _line(page: ProcedurePage, parts: list[str]) -> PageLogEntry:
    line = log_entry(page, UNDER_LAYER)
    line.content_changed, line.data = False, {**line.data, "parts": parts}
    return line


def blocks_dropped(updates: Iterable[Update]) -> dict[int, list[dict[str, Any]]]:
    """By pages, the blocks of the province's own text that these updates will take away. One query, where any does."""
    dropped = {update.page_id: update.dropped for update in updates if update.dropped}
    pages = ProcedurePage.objects.filter(pk__in=dropped) if dropped else []
    return {
        page.pk: [dict(each) for each in page.overlay.raw_data if each["type"] in dropped[page.pk]] for page in pages
    }


def lay(page: ProcedurePage, update: Update) -> None:
    """Takes the province's own text from the parts that an update says, and lays back over others what lay there, but
    where another lies by now."""
    if not (update.dropped or update.restored):
        return
    left = [block for block in page.overlay.raw_data if block["type"] not in update.dropped]
    taken = {block["type"] for block in left}
    back = [block for block in update.restored if block["type"] not in taken]
    page.overlay = StreamValue(page.overlay.stream_block, [*left, *back], is_lazy=True)

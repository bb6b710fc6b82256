"""Notes in a page's history which parts an import changed that the province's own text stands over."""

from collections.abc import Iterable
from datetime import date

from wagtail.models import PageLogEntry

from procedures_catalog.facts.overlay import PART_LABELS, span_of_block
from procedures_catalog.importing.bulk_pages import log_entry
from procedures_catalog.importing.plan import Update
from procedures_catalog.models import ProcedurePage
from procedures_catalog.models.procedure import UNDER_LAYER


def note_under_layer(changes: Iterable[tuple[ProcedurePage, Update]], on: date) -> int:
    """A line with the names of the parts for each page that has such a part; how many were written."""
    found = ((page, hidden_parts(page, update, on)) for page, update in changes if update.row.layer == "national")
    lines = [_line(page, parts) for page, parts in found if parts]
    PageLogEntry.objects.bulk_create(lines, batch_size=500)
    return len(lines)


def hidden_parts(page: ProcedurePage, update: Update, on: date) -> list[str]:
    """What the update changes of the parts over which a text of the province stands, or will from a later day."""
    own = {block["type"] for block in page.overlay.raw_data if not span_of_block(block).has_ended(on)}
    return [label for part, label in PART_LABELS.items() if part in own and part in update.changed]


def _line(page: ProcedurePage, parts: list[str]) -> PageLogEntry:
    line = log_entry(page, UNDER_LAYER)
    line.content_changed, line.data = False, {**line.data, "parts": parts}
    return line

"""Many rows that are written at once, past the signals: one row of the log for each portion, in its transaction."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model
from wagtail.models import PageLogEntry

from audit.acting import somebody
from audit.recording import record
from audit.things import Thing

PAGES, ROWS = "pages.bulk", "rows.bulk"
_PORTION = 500


def note(action: str, of: Thing, details: Mapping[str, Any]) -> None:
    """A row where somebody acts; none of what the portal does by itself."""
    if somebody():
        record(action, of, details=details)


def note_rows(model: type[Model], **keys: Iterable[Any]) -> None:
    """Tells which rows of a model were made, changed or deleted: `created=[…]`, `changed=[…]`, `deleted=[…]`."""
    found = {name: sorted(each) for name, each in keys.items()}
    if any(found.values()):
        kind = model._meta
        note(ROWS, Thing(kind.label_lower, name=str(kind.verbose_name_plural)), found)


def write_lines(lines: Sequence[PageLogEntry]) -> None:
    """Writes lines of pages' histories, and tells of them by what was done: the numbers of the pages."""
    PageLogEntry.objects.bulk_create(lines, batch_size=_PORTION)
    done: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        done[line.action].append(line.page_id)
    if done:
        note(PAGES, Thing("wagtailcore.page", name="trang"), done)

"""Puts every procedure onto the shelf of its owner, in portions that are each whole."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from consequences.registry import tell, touches
from pages.turns import Turns
from procedures_catalog.models import ProcedureIndexPage, ProcedurePage
from procedures_catalog.shelves.owners import Misplaced, misplaced, owner_table
from procedures_catalog.shelves.placing import move_below, put_addresses_right
from procedures_catalog.shelves.shelves import Shelves

MOVED_FIRST = 100
Advance = Callable[[int], object]


def arrange(turns: Turns, by: Any = None, advance: Advance = lambda _count: None) -> int:
    """Moves what does not stand where the table says; how many it moved. Run again after a kill, it goes on.

    `by` is the editor who wants it, for the pages' histories.
    """
    table, moved = owner_table(), 0
    with turns.turn():
        put_addresses_right(ProcedureIndexPage.objects.get())
    for found in misplaced(table):
        together = sorted(found, key=lambda each: each.owner or 0)  # one shelf after another takes fewer questions
        for portion in turns.portions(together, MOVED_FIRST):
            with turns.turn():
                moved += _move(portion, by)
            advance(len(portion))
    return moved


def _move(portion: Sequence[Misplaced], by: Any) -> int:
    """Moves those that are still where they were seen; how many."""
    shelves = Shelves()
    pages = Page.objects.select_for_update().in_bulk([each.page for each in portion])
    bound: dict[int | None, list[Page]] = defaultdict(list)
    for each in portion:
        page = pages.get(each.page)
        if page is not None and shelves.under(page) != shelves.of(each.owner):
            bound[each.owner].append(page)
    moves = [(page, shelves.under(page), shelves.of(owner)) for owner in bound for page in bound[owner]]
    for owner, several in bound.items():
        move_below(shelves.of(owner), several)
    PageLogEntry.objects.bulk_create(_log(moves, by), batch_size=200)
    if shelves.are_restricted():
        tell(ProcedurePage, touches(ProcedurePage, [page.pk for page, *_ in moves if page.live]))
    return len(moves)


def _log(moves: Iterable[tuple[Page, Page, Page]], by: Any) -> Iterator[PageLogEntry]:
    """What the history of each page tells: Wagtail's line of a move."""
    now, together = timezone.now(), uuid.uuid4()
    for page, source, destination in moves:
        yield PageLogEntry(
            page_id=page.pk,
            content_type_id=page.content_type_id,
            label=page.title[:255],
            action="wagtail.move",
            timestamp=now,
            uuid=together,
            user=by,
            content_changed=False,
            data={"source": _named(source), "destination": _named(destination)},
        )


def _named(page: Page) -> dict[str, Any]:
    return {"id": page.pk, "title": page.title}

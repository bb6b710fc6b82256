"""Moves pages onto the shelves of their owners, many at once, as their histories tell it."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from audit.bulk import write_lines
from consequences.registry import tell, touches
from pages.shelves.placing import move_below
from pages.shelves.shelves import Shelves


def move_to_owners(shelves: Shelves, owners: Mapping[int, int | None], by: Any = None) -> list[Page]:
    """Moves those that do not stand there yet; the pages, all of one type, that were moved. `owners`: page → agency,
    None for nobody's; `by` is the editor who wants it."""
    pages = Page.objects.select_for_update().in_bulk(list(owners))
    bound: dict[int | None, list[Page]] = defaultdict(list)
    for number, owner in owners.items():
        page = pages.get(number)
        if page is not None and shelves.under(page) != shelves.of(owner):
            bound[owner].append(page)
    moves = [(page, shelves.under(page), shelves.of(owner)) for owner in bound for page in bound[owner]]
    for owner, several in bound.items():
        move_below(shelves.of(owner), several)
    write_lines(list(_log(moves, by)))
    moved = [page for page, *_ in moves]
    if moved and shelves.are_restricted():
        _tell(moved)
    return moved


def _tell(pages: Sequence[Page]) -> None:
    """Who may read them may be others now."""
    kind = pages[0].specific_class
    tell(kind, touches(kind, [page.pk for page in pages if page.live]))


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

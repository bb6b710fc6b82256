"""What the search shows of another day: procedures that are found today, each as it was or will be on that day.

The index knows today's words alone. What is told of each procedure comes from what the catalogue keeps of that day.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from consequences.keys import numbers, page_key
from procedures_catalog.any_day.in_lists import bring_lines_forward
from procedures_catalog.facts.dated.difference import ENDS
from procedures_catalog.models import ProcedurePage, PublishedVersion
from procedures_catalog.presenting.shown import STATES
from procedures_catalog.site.list_context import lines_by_page
from search.ranking.results import Hit
from vietnamese.days import Span

SAID_OF_ANOTHER_DAY = "Tìm theo tên và nội dung hôm nay; mỗi thủ tục hiện như ngày đã chọn."


@dataclass(frozen=True, slots=True)
class Called:
    """A procedure on a day: its title, its code, and whether it is in force then."""

    title: str
    code: str
    is_current: bool


def lines_then(hits: Sequence[Hit], day: date, today: date) -> list[dict[str, Any]]:
    """The lines of the list for the procedures among the hits, in their order. Three queries."""
    found = lines_by_page(_pages(hits), day, today)
    then = {page_key(pk): line for pk, line in found.items()}
    return [then[hit.key] | {"is_procedure": True} for hit in hits if hit.key in then]


def called_then(hits: Sequence[Hit], day: date, today: date) -> Mapping[str, Called]:
    """Key of a hit → what its procedure is called then; without those of which nothing is kept of a former day. One
    query; of a later day one more, and one for each that ends by an approved set."""
    if day >= today:
        return {page_key(page.pk): _as_dated(page, day) for page in _brought(_pages(hits), day)}
    versions = PublishedVersion.objects.in_force(day).filter(identity__page__in=_pages(hits)).order_by("number")
    return {
        page_key(pk): Called(title, answers.get("code", ""), answers.get("state") == STATES["in_force"])
        for pk, title, answers in versions.values_list("identity__page", "title", "answers")
    }


def _brought(ids: Sequence[int], day: date) -> list[ProcedurePage]:
    pages = list(ProcedurePage.objects.filter(pk__in=ids).only("title", "code", "valid_to", "identity"))
    bring_lines_forward(pages, day, parts=("name", ENDS))
    return pages


def _as_dated(page: ProcedurePage, day: date) -> Called:
    return Called(page.title, page.code, not Span(ends=page.valid_to).has_ended(day))


def _pages(hits: Iterable[Hit]) -> list[int]:
    return numbers((hit.key for hit in hits), "page")

"""Whether an index holds about as many entries as the portal has things to find."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError
from wagtail.models import Page, get_page_models

from agencies.models import Agency
from pages.published import published
from search.models import PendingEntry

#: What may be missing without being a fault: the larger of a number and a share of all. Pages whose entry cannot be
#: made are missing for good, and between two questions the portal changes.
SLACK, SLACK_SHARE = 10, 0.05
REMEMBERED = 30.0  # seconds


@dataclass
class _Remembered:
    """How many there were, and when they were counted (monotonic seconds)."""

    number: int = 0
    at: float = -REMEMBERED


_remembered = _Remembered()


def is_enough(engine: str, recount: Callable[[], int], held: int) -> bool:
    """Whether an engine's index with so many entries can be whole. A number of some seconds ago is enough to say yes;
    before it says no, all is counted anew, the entries by `recount`. Where the database says nothing, nothing speaks
    against the index."""
    if not settings.SEARCH_HEALS_ITSELF:
        return True
    try:
        if time.monotonic() - _remembered.at < REMEMBERED and not _is_short(_remembered.number, held):
            return True
        return not _is_short(*_counted_anew(engine, recount))
    except DatabaseError:
        return True


def findable() -> int:
    """How many pages and agencies can be found; forms besides, which are not counted. Three queries."""
    kinds = [kind for kind in get_page_models() if getattr(kind, "search_kind", "")]
    pages = published(Page.objects.filter(content_type__in=_types(kinds)))
    return pages.count() + Agency.objects.count()


def _counted_anew(engine: str, recount: Callable[[], int]) -> tuple[int, int]:
    """(what should be there, what is), counted in this order: whatever goes from one to the other meanwhile is counted
    in favour of the index. What waits to be sent is not missing."""
    number = findable()
    _remembered.number, _remembered.at = number, time.monotonic()
    waiting = PendingEntry.objects.filter(engine=engine).count()
    return number, waiting + recount()


def _is_short(number: int, held: int) -> bool:
    return number - held > max(SLACK, SLACK_SHARE * number) or (number > 0 and held == 0)


def _types(kinds: list[type[Page]]) -> list[int]:
    return [each.pk for each in ContentType.objects.get_for_models(*kinds).values()]

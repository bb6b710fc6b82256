"""Whether an index holds about as many entries of every kind as the portal has things to find."""

import time
from collections.abc import Callable, Mapping

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from search.feed.entries import numbers
from search.models import PendingEntry

#: What may be missing without being a fault: the larger of a number and a share of all. Pages whose entry cannot be
#: made are missing for good, and between two questions the portal changes.
SLACK, SLACK_SHARE = 10, 0.05
REMEMBERED = 30.0  # seconds

#: Engine → how many there were when its index was last found to be whole, and when that was (monotonic seconds).
_remembered: dict[str, tuple[int, float]] = {}


def is_enough(engine: str, recount: Callable[[], Mapping[str, int]], held: int) -> bool:
    """Whether an engine's index with so many entries can be whole. A number of some seconds ago is enough to say yes;
    else all is counted anew, kind by kind, the entries by `recount`. Where the database says nothing, nothing speaks
    against the index."""
    if not settings.SEARCH_HEALS_ITSELF:
        return True
    try:
        number, at = _remembered.get(engine, (0, -REMEMBERED))
        if time.monotonic() - at < REMEMBERED and not _is_short(number, held):
            return True
        return _has_every_kind(engine, recount)
    except DatabaseError:
        return True


def _has_every_kind(engine: str, recount: Callable[[], Mapping[str, int]]) -> bool:
    """Counts what should be there, what waits to be sent and what is, in this order: whatever goes from one to the
    other meanwhile is counted in favour of the index. What waits is missing of no kind."""
    wanted = numbers(timezone.localdate())
    waiting = PendingEntry.objects.filter(engine=engine).count()
    held = recount()
    if any(_is_short(number, waiting + held.get(kind, 0)) for kind, number in wanted.items()):
        return False
    _remembered[engine] = sum(wanted.values()), time.monotonic()
    return True


def _is_short(number: int, held: int) -> bool:
    return number - held > max(SLACK, SLACK_SHARE * number) or (number > 0 and held == 0)

"""Which hanging papers have been wrong for longer than the clock of the law allows."""

from datetime import date

from django.db.models import QuerySet

from decisions.clocks import Clocks, clocks_on
from decisions.models import ClockKey
from posting.ledger.wrong import long_wrong_rows
from posting.models import PostedPaper


def late_papers(on: date, clocks: Clocks | None = None) -> QuerySet[PostedPaper]:
    """Those of a day; none where that clock is not counted. `clocks` are the day's, where they were asked already."""
    before = (clocks or clocks_on(on)).before
    if ClockKey.POSTED not in before:
        return PostedPaper.objects.none()
    return long_wrong_rows(on, before[ClockKey.POSTED])

"""How long scans are kept: two years and the present month, so that each month can be seen beside the year before."""

import datetime

from posting.models import ScanCount
from posting.statistics.figures.periods import completed_months

KEPT_MONTHS = 24


def prune(on: datetime.date, months: int = KEPT_MONTHS) -> int:
    """Deletes what is older than so many months that are over on a day; how many rows. `months` is at least 1."""
    oldest = completed_months(on, max(months, 1))[-1]
    return ScanCount.objects.filter(day__lt=oldest).delete()[0]

"""Which approved sets an import sends back because it rewrites the draft of what they begin: noted for its report.

That they are sent back is no work of this room: who keeps sets hears of each draft that is written (`dated.reopening`).
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.importing.judging.report import Reopened, Report
from procedures_catalog.models import ChangeSet


@contextmanager
def noting_reopened(report: Report, file: str, pages: Collection[int]) -> Iterator[None]:
    """Around what rewrites pages. One query, and one more where a set that was checked or approved begins one of
    them."""
    resting = ChangeSet.objects.filter(
        state__in=("checked", "approved"), differences__part=BEGINS, differences__identity__page__in=pages
    )
    before = set(resting.values_list("pk", flat=True))
    yield
    if before:
        for changes in ChangeSet.objects.filter(pk__in=before, state="submitted").order_by("day", "pk"):
            report.reopened.append((file, Reopened(changes.pk, str(changes), changes.day.isoformat())))

"""What everybody may know of the scans: how often each procedure was scanned in a month that is over."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import cast

from django.core.cache import cache
from django.db.models import Sum

from pages.published import published
from posting.statistics.figures.hiding import shown
from posting.statistics.figures.periods import completed_months, month
from posting.statistics.totals import scans_in
from procedures_catalog.models import ProcedurePage

MONTHS = 12
_KEPT = 3600  # seconds; a month that is over changes only with the pages it names


@dataclass(frozen=True, slots=True)
class Line:
    """A procedure with the scans of a month that are shown of it."""

    title: str
    code: str
    slug: str
    sector: str
    scans: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month, by its first day, with the procedures that are shown, the most scanned first."""

    first: datetime.date
    lines: tuple[Line, ...]

    @property
    def total(self) -> int:
        """Of what is shown; never of all that was counted."""
        return sum(line.scans for line in self.lines)

    @property
    def sectors(self) -> list[tuple[str, int]]:
        """What is shown, added up by sector, the most scanned first."""
        sums: Counter[str] = Counter()
        for line in self.lines:
            sums[line.sector] += line.scans
        return sums.most_common()


def shown_months(on: datetime.date) -> list[Month]:
    """The last `MONTHS` months that are over on a day, the latest first. Two queries for each new one, and one."""
    months = [_kept_month(first) for first in completed_months(on, MONTHS)]
    return _still_public(months)


def _still_public(months: list[Month]) -> list[Month]:
    """Without what was taken down or closed since the months were added up. One query."""
    slugs = {line.slug for month in months for line in month.lines}
    public = set(published(ProcedurePage.objects.filter(slug__in=slugs)).values_list("slug", flat=True))
    return [Month(each.first, tuple(line for line in each.lines if line.slug in public)) for each in months]


def _kept_month(first: datetime.date) -> Month:
    kept = cache.get_or_set(f"scans-{first}", lambda: _month(first), _KEPT)
    return cast(Month, kept)  # a cache says of nothing what it holds


def _month(first: datetime.date) -> Month:
    scans = scans_in(month(first))
    counts = shown(dict(scans.order_by().values_list("identity").annotate(sum=Sum("scans"))))
    pages = published(ProcedurePage.objects).filter(identity__in=scans.values("identity"))
    columns = ("title", "twin_note", "slug", "code", "identity", "sector__name", "path", "depth")
    needed = pages.select_related("sector").only(*columns)
    lines = [_line(page, counts[page.identity_id]) for page in needed if page.identity_id in counts]
    return Month(first, tuple(sorted(lines, key=lambda line: (-line.scans, line.title, line.code))))


def _line(page: ProcedurePage, scans: int) -> Line:
    sector = page.sector.name if page.sector else "Chưa xếp lĩnh vực"
    return Line(page.told_name, page.code, page.slug, sector, scans)

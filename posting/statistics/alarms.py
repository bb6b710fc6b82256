"""Which papers somebody should look at, judged by their scans: silent, out of date, taken down and still there.

A paper that nobody has scanned for long may have been torn off, covered or hung where nobody passes.
"""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Sum

from agencies.models import AdministrativeUnit
from posting.ledger.wrong import hanging_papers, wrong_rows
from posting.models import PostedPaper, ScanCount

if TYPE_CHECKING:  # what the stubs bring along is not there where nobody develops
    from django_stubs_ext import WithAnnotations

SILENT_DAYS = 30


class Scans(TypedDict):
    """What `_with_scans` adds to a paper."""

    last_scan: datetime.date | None
    recent_scans: int | None


@dataclass(frozen=True, slots=True)
class Alarm:
    """A paper to look at, the last day on which it was scanned (None: never), and how often in the last 30 days."""

    paper: PostedPaper
    last_scan: datetime.date | None
    scans: int

    @property
    def place(self) -> str:
        """Where the paper hangs, as far as the ledger says."""
        known = self.paper.counter or self.paper.unit
        return ", ".join(filter(None, [str(known or ""), self.paper.spot])) or "chưa ghi nơi treo"

    @property
    def told(self) -> str:
        """Since when it hangs or hangs no more, and its scans, in a few words."""
        ended = f", gỡ ngày {self.paper.ended_on:%d/%m/%Y}" if self.paper.ended_on else ""
        scanned = f"quét gần nhất {self.last_scan:%d/%m/%Y}" if self.last_scan else "chưa ai quét"
        often = f", {self.scans} lượt trong {SILENT_DAYS} ngày" if self.scans else ""
        return f"treo từ {self.paper.hung_on:%d/%m/%Y}{ended}, {scanned}{often}"


def silent_papers(today: datetime.date, unit: AdministrativeUnit | None = None) -> list[Alarm]:
    """What has hung for 30 days or more and was not scanned in the last 30; what was never scanned comes first."""
    since = _since(today)
    papers = _with_scans(hanging_papers(today, unit).filter(hung_on__lte=since), today)
    silent = papers.filter(Q(last_scan__isnull=True) | Q(last_scan__lte=since))
    return _listed(silent.order_by(F("last_scan").asc(nulls_first=True), "hung_on", "pk"))


def outdated_papers(today: datetime.date, unit: AdministrativeUnit | None = None) -> list[Alarm]:
    """What hangs, is wrong by the ledger, and was scanned in the last 30 days; the most scanned first."""
    papers = hanging_papers(today, unit).filter(pk__in=wrong_rows(today).values("pk"))
    return _listed(_with_scans(papers, today).filter(recent_scans__gt=0).order_by("-recent_scans", "pk"))


def ended_papers(today: datetime.date) -> list[Alarm]:
    """What was taken down in the ledger and was scanned in the last 30 days, on a later day than that."""
    papers = PostedPaper.objects.filter(hung_on__isnull=False, ended_on__isnull=False).select_related("unit", "counter")
    scanned = _with_scans(papers, today).filter(last_scan__gt=F("ended_on"), recent_scans__gt=0)
    return _listed(scanned.order_by("-recent_scans", "pk"))


def _since(today: datetime.date) -> datetime.date:
    """The day after which a scan is one of the last 30 days."""
    return today - datetime.timedelta(days=SILENT_DAYS)


def _with_scans(papers: QuerySet[PostedPaper], today: datetime.date) -> "QuerySet[WithAnnotations[PostedPaper, Scans]]":
    """Adds the day of the last scan and the number of those of the last 30 days."""
    scans = ScanCount.objects.filter(paper=OuterRef("pk"), day__lte=today).order_by()
    recent = scans.filter(day__gt=_since(today)).values("paper").annotate(sum=Sum("scans")).values("sum")
    return papers.annotate(last_scan=Subquery(scans.order_by("-day").values("day")[:1]), recent_scans=Subquery(recent))


def _listed(papers: "QuerySet[WithAnnotations[PostedPaper, Scans]]") -> list[Alarm]:
    return [Alarm(paper, paper.last_scan, paper.recent_scans or 0) for paper in papers]

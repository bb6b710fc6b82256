"""The procedures that changed last, and what of them says something else now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils import timezone

from procedures_catalog.models import PublishedVersion
from procedures_catalog.presenting.changed_parts import changed_labels, in_a_line
from procedures_catalog.versions.news import beginnings, news

#: How far back a change is still told of.
DAYS = 90


@dataclass(frozen=True, slots=True)
class LatestChange:
    """A procedure's page, when its present version was noted, and the parts that it says otherwise, in a line."""

    page: int
    noted_at: datetime
    told: str


def latest_changes(pages: QuerySet, on: date, most: int) -> list[LatestChange]:
    """The last changes among pages up to a day, the latest first. Neither what an import brings for the first time is
    one, nor what the same import writes over what there was. Four queries."""
    since = timezone.make_aware(datetime.combine(on - timedelta(days=DAYS), time.min))
    changed = news(since, beginnings(since)).filter(identity__page__in=pages, is_current=True, number__gt=1)
    rows = changed.order_by("-noted_at", "-pk").values_list("identity", "number", "identity__page", "noted_at", "parts")
    latest = list(rows[:most])
    before = _parts_before((identity, number) for identity, number, *_ in latest)
    return [
        LatestChange(page, noted_at, _told(before.get(identity, {}), parts))
        for identity, _, page, noted_at, parts in latest
    ]


def _parts_before(versions: Iterable[tuple[int, int]]) -> dict[int, Mapping[str, str]]:
    """Identity → the digests of the version just before."""
    which = [Q(identity=identity, number=number - 1) for identity, number in versions]
    rows = PublishedVersion.objects.filter(reduce(or_, which)) if which else PublishedVersion.objects.none()
    return dict(rows.values_list("identity", "parts"))


def _told(before: Mapping[str, str], now: Mapping[str, str]) -> str:
    return in_a_line(changed_labels(before, now)) if before else ""

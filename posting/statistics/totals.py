"""Adds scans up by paper, place, procedure, sector, hour, day or week. Exact: for the desk, not for the public."""

import datetime
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import Q, QuerySet, Sum

from posting.models import ScanCount
from posting.statistics.figures.periods import Period, monday

Scans = QuerySet[ScanCount]
Values = Mapping[str, Any]
_NO_PAPER = "Mã không gắn tờ"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a report: what was scanned or when, more about it, how often."""

    name: str
    detail: str
    scans: int


def scans_in(period: Period) -> Scans:
    """What was counted in a period."""
    return ScanCount.objects.filter(day__gte=period.first, day__lte=period.last)


# --- By time --------------------------------------------------------------------------------------


def by_day(scans: Scans, period: Period) -> dict[datetime.date, int]:
    """Every day of the period with its scans, also those without any."""
    counted = _counted(scans, "day")
    return {day: counted.get(day, 0) for day in period.days()}


def by_hour(scans: Scans) -> dict[int, int]:
    """Each of the 24 hours with its scans."""
    counted = _counted(scans, "hour")
    return {hour: counted.get(hour, 0) for hour in range(24)}


def by_week(days: Mapping[datetime.date, int]) -> dict[datetime.date, int]:
    """Days added up, each week under its Monday."""
    weeks: Counter[datetime.date] = Counter()
    for day, scans in days.items():
        weeks[monday(day)] += scans
    return dict(weeks)


def _counted(scans: Scans, column: str) -> dict[Any, int]:
    return {values[column]: values["sum"] for values in _sums(scans, column)}


def _sums(scans: Scans, *columns: str) -> QuerySet:
    """One row a group, in the order of the columns."""
    return scans.order_by(*columns).values(*columns).annotate(sum=Sum("scans"))


def _day_rows(scans: Scans) -> list[Row]:
    return [Row(f"{day:%d/%m/%Y}", "", sum_) for day, sum_ in _counted(scans, "day").items()]


def _week_rows(scans: Scans) -> list[Row]:
    weeks = by_week(_counted(scans, "day")).items()
    return [Row(f"{first:%d/%m/%Y} – {first + datetime.timedelta(days=6):%d/%m/%Y}", "", sum_) for first, sum_ in weeks]


def _hour_rows(scans: Scans) -> list[Row]:
    return [Row(f"{hour:02}–{hour + 1:02} giờ", "", sum_) for hour, sum_ in by_hour(scans).items()]


# --- By what was scanned --------------------------------------------------------------------------


def _ranked(columns: tuple[str, ...], read: Callable[[Values], tuple[str, str]], scans: Scans) -> list[Row]:
    """One row a group of the columns; `read` makes its name and detail. The most scanned first."""
    tagged = scans.annotate(has_paper=Q(paper__isnull=False))
    rows = [Row(*read(values), values["sum"]) for values in _sums(tagged, *columns)]
    return sorted(rows, key=lambda row: (-row.scans, row.name, row.detail))


def _procedure(values: Values) -> tuple[str, str]:
    title, code = values["identity__page__title"], values["identity__page__code"]
    return title or "Thủ tục đã gỡ khỏi cổng", code or values["identity__short_code"]


def _sector(values: Values) -> tuple[str, str]:
    return values["identity__page__sector__name"] or "Chưa xếp lĩnh vực", ""


def _paper(values: Values) -> tuple[str, str]:
    where = values["paper__tag"], values["paper__unit__name"], values["paper__spot"]
    return values["paper__title"] or _NO_PAPER, " · ".join(part for part in where if part)


def _place(values: Values) -> tuple[str, str]:
    """The counter at which a paper hangs, else its commune."""
    unit, counter = values["paper__unit__name"] or "", values["paper__counter__name"]
    if not values["has_paper"]:
        return _NO_PAPER, ""
    return (counter, unit) if counter else (unit or "Chưa ghi xã, phường", "")


_PROCEDURE = ("identity", "identity__page__title", "identity__page__code", "identity__short_code")
_SECTOR = ("identity__page__sector", "identity__page__sector__name")
_PAPER = ("paper", "paper__title", "paper__tag", "paper__unit__name", "paper__spot")
_PLACE = ("has_paper", "paper__unit", "paper__unit__name", "paper__counter", "paper__counter__name")

#: What scans can be added up by: its label, and what makes the rows (times in their order, all of them in it).
GROUPS: Mapping[str, tuple[str, Callable[[Scans], list[Row]]]] = {
    "procedure": ("Thủ tục", partial(_ranked, _PROCEDURE, _procedure)),
    "paper": ("Tờ niêm yết", partial(_ranked, _PAPER, _paper)),
    "place": ("Nơi treo", partial(_ranked, _PLACE, _place)),
    "sector": ("Lĩnh vực", partial(_ranked, _SECTOR, _sector)),
    "hour": ("Giờ trong ngày", _hour_rows),
    "day": ("Ngày", _day_rows),
    "week": ("Tuần", _week_rows),
}


def totals(scans: Scans, by: str) -> list[Row]:
    """The rows of one of GROUPS. One query."""
    return GROUPS[by][1](scans)

"""Pictures of counts, each with the table that says the same in numbers."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from posting.statistics.figures.chart import Bar, bar_chart
from posting.statistics.public import Month
from posting.statistics.totals import by_week

MOST_DAYS = 62  # more are drawn by week


@dataclass(frozen=True, slots=True)
class Picture:
    """A title, the drawing, and its numbers: what each bar is, and its count."""

    title: str
    heading: str
    svg: SafeString
    rows: list[tuple[str, int]]


def day_picture(days: Mapping[datetime.date, int]) -> Picture:
    """By day, or by week where the days are too many to be told apart."""
    if len(days) <= MOST_DAYS:
        return _picture(
            "Lượt quét theo ngày", "Ngày", [(f"{day:%d/%m}", f"{day:%d/%m/%Y}", n) for day, n in days.items()]
        )
    weeks = by_week(days).items()
    return _picture("Lượt quét theo tuần", "Tuần từ ngày", [(f"{day:%d/%m}", f"{day:%d/%m/%Y}", n) for day, n in weeks])


def hour_picture(hours: Mapping[int, int]) -> Picture:
    """By hour of the day."""
    bars = [(str(hour), f"{hour:02}–{hour + 1:02} giờ", scans) for hour, scans in hours.items()]
    return _picture("Lượt quét theo giờ trong ngày", "Giờ", bars)


def month_picture(months: list[Month]) -> Picture:
    """By month, the earliest first."""
    bars = [(f"{each.first:%m/%y}", f"{each.first:%m/%Y}", each.total) for each in reversed(months)]
    return _picture("Lượt quét theo tháng", "Tháng", bars)


def _picture(title: str, heading: str, bars: list[tuple[str, str, int]]) -> Picture:
    """Each bar by its short label, its name in the table, and its count."""
    svg = bar_chart(title.lower(), [Bar(label, scans) for label, _, scans in bars])
    return Picture(title, heading, mark_safe(svg), [(name, scans) for _, name, scans in bars])  # noqa: S308 (escaped there)

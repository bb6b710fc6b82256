"""Days and what lasts between two of them: kept up to the first day after, said and typed as “đến hết ngày”."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)
_NAMED = re.compile(
    r"(?<![\d/])(\d{1,2})(?: ?[/.-] ?| tháng )(\d{1,2})(?: ?[/.-] ?| năm )(\d{4})(?![\d/])", re.IGNORECASE
)

_TYPED = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})"),
)


def written(day: date) -> str:
    """The day as people write it: 01/07/2026."""
    return f"{day:%d/%m/%Y}"


_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def weekday(day: date) -> str:
    """Its name: "thứ Hai", "Chủ nhật"."""
    return _WEEKDAYS[day.weekday()]


def near(day: date) -> str:
    """A day that is so near that its year goes without saying: "thứ Hai 30/11"."""
    return f"{weekday(day)} {day:%d/%m}"


def written_iso(day: str) -> str:
    """The same of a day that is kept as ISO text."""
    return written(date.fromisoformat(day))


def day_in(text: str) -> date | None:
    """The first day that a text names ("ngày 05/10/2026", "ngày 5 tháng 10 năm 2026"); None where it names none."""
    for day, month, year in _NAMED.findall(" ".join(text.split())):
        try:
            return date(int(year), int(month), int(day))
        except ValueError:  # 31/02/2026 is no day
            continue
    return None


def typed_day(text: str) -> date:
    """The day that somebody typed: 28/02/2027, 2027-02-28. Raises ValueError, with a sentence for him, for anything
    else."""
    found = (way.fullmatch(text.strip()) for way in _TYPED)
    if (typed := next(filter(None, found), None)) is None:
        raise ValueError("Ngày chưa rõ: ghi như 28/02/2027 hoặc 2027-02-28.")
    try:
        return date(*(int(typed[part]) for part in ("year", "month", "day")))
    except ValueError:
        raise ValueError("Lịch không có ngày này: ghi như 28/02/2027 hoặc 2027-02-28.") from None


def last_day(ends: date) -> date:
    """The last day of what no longer holds from `ends` on. The calendar's last is written for "without end", has no day
    after it and stays what it is."""
    return ends if ends == date.max else ends - _DAY


def day_after(last: date) -> date:
    """The first day on which what holds to the end of `last` no longer does."""
    return last if last == date.max else last + _DAY


@dataclass(frozen=True, slots=True)
class Span:
    """From its first day (None: not known, or ever since) up to `ends`, the first day on which it holds no more (None:
    for good)."""

    begins: date | None = None
    ends: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return not (self.is_to_come(day) or self.has_ended(day))

    def is_to_come(self, day: date) -> bool:
        """Whether its first day is still to come."""
        return self.begins is not None and day < self.begins

    def has_ended(self, day: date) -> bool:
        """Whether its last day is over."""
        return self.ends is not None and self.ends <= day and self.ends != date.max

    def is_empty(self) -> bool:
        """Whether it ends before it begins, so that it holds on no day."""
        return self.begins is not None and self.has_ended(self.begins)

    def overlaps(self, other: "Span") -> bool:
        """Whether there is a day on which both hold."""
        begins = max(self.begins or date.min, other.begins or date.min)
        return not Span(begins, self.ends).is_empty() and not Span(begins, other.ends).is_empty()

    def in_words(self) -> str:
        """ "từ 01/03/2027 đến hết 31/12/2027", or what of it is known; "" for what has neither day."""
        begins = f"từ {written(self.begins)}" if self.begins else ""
        ends = f"đến hết {written(last_day(self.ends))}" if self.ends else ""
        return " ".join(filter(None, (begins, ends)))


def span_of(begins: date | str | None, ends: date | str | None) -> Span:
    """The span between two days as they are kept: ISO texts in a stream, dates in a form that is being previewed."""
    return Span(_read(begins), _read(ends))


def _read(day: date | str | None) -> date | None:
    return date.fromisoformat(day) if isinstance(day, str) and day else day or None

"""What holds at a counter on one day: the week, unless a day that differs says otherwise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from agencies.hours.holidays import public_holiday
from agencies.hours.week import in_words, read_hours, read_week
from vietnamese.days import Span

CLOSED, OPEN, NOTE = "closed", "open", "note"
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """From `begins` up to `ends`, the first day on which it holds no more: CLOSED, OPEN with `hours` as typed (""; the
    week's hours of the day that it stands for, `instead_of`), or only a NOTE. `reason` is for the public, `source` the
    document; `is_own` says that it is of this counter alone."""

    begins: date
    ends: date
    kind: str
    hours: str = ""
    reason: str = ""
    source: str = ""
    instead_of: date | None = None
    is_own: bool = True

    @property
    def span(self) -> Span:
        """Its days."""
        return Span(self.begins, self.ends)


@dataclass(frozen=True, slots=True)
class DayHours:
    """OPEN, with hours in words ("": not known), CLOSED, or UNKNOWN; why, and what else is to be known that day."""

    state: str
    hours: str = ""
    reason: str = ""
    notes: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is known to be open."""
        return self.state == OPEN


def hours_on(lines: Sequence[str], specials: Iterable[SpecialDay], on: date) -> DayHours:
    """What holds on a day at a counter with these weekly hours, one line each as typed. What differs wins over the
    week; the counter's own over what holds for all; closed over open."""
    holding = [each for each in specials if each.span.holds_on(on)]
    notes = tuple(each.reason for each in holding if each.kind == NOTE)
    special = governing(holding, on)
    if special is None:
        return _of_week(lines, on, notes)
    if special.kind == CLOSED:
        return DayHours(CLOSED, reason=special.reason, notes=notes)
    return DayHours(OPEN, _special_hours(special, lines), special.reason, notes)


def governing(specials: Iterable[SpecialDay], on: date) -> SpecialDay | None:
    """The one that says whether a day is worked; None where none does."""
    deciding = [each for each in specials if each.kind in (CLOSED, OPEN) and each.span.holds_on(on)]
    return min(deciding, key=lambda each: (not each.is_own, each.kind != CLOSED, each.begins), default=None)


def _special_hours(special: SpecialDay, lines: Sequence[str]) -> str:
    """As they are read, else as they are typed; of a day that makes up for another, that one's."""
    if special.hours:
        read = read_hours(special.hours)
        return in_words(read) if read else " ".join(special.hours.split())
    week = read_week(lines) if special.instead_of else None
    hours = week[special.instead_of.weekday()] if week and special.instead_of else None
    return in_words(hours) if hours else ""


def _of_week(lines: Sequence[str], on: date, notes: tuple[str, ...]) -> DayHours:
    week = read_week(lines)
    hours = week[on.weekday()] if week else None
    if hours == ():
        return DayHours(CLOSED, notes=notes)
    if holiday := public_holiday(on):
        return DayHours(UNKNOWN, reason=holiday, notes=notes)
    return DayHours(OPEN, in_words(hours), notes=notes) if hours else DayHours(UNKNOWN, notes=notes)

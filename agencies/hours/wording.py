"""The sentences: today's hours, and the days to come that differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from agencies.hours.on_day import CLOSED, NOTE, OPEN, DayHours, SpecialDay, governing
from vietnamese.days import last_day, near

#: So far ahead days that differ are said.
DAYS_AHEAD = 14
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Coming:
    """A day or days to come that differ, in words, and the document that says so."""

    text: str
    source: str


def today_text(day: DayHours, on: date) -> str:
    """ "Hôm nay (thứ Hai 30/11): 7:30–11:30, 13:30–17:00"; "" where nothing is known."""
    what = _what(day)
    return f"Hôm nay ({near(on)}){what}" if what else ""


def today_in_short(day: DayHours) -> str:
    """The same within a line that has little room: "hôm nay 7:30–11:30, 13:30–17:00"."""
    return _in_short(day, "hôm nay")


def day_in_short(day: DayHours, on: date) -> str:
    """The same of a day that is not today: "thứ Bảy 05/12 không làm việc"."""
    return _in_short(day, near(on))


def _in_short(day: DayHours, named: str) -> str:
    if day.is_open and day.hours:
        return f"{named} {day.hours}"
    what = _what(day)
    return f"{named}{what}" if what else ""


def _what(day: DayHours) -> str:
    because = f" ({day.reason})" if day.reason else ""
    if day.state == OPEN:
        return f": {day.hours}{because}" if day.hours else f" có làm việc{because}, giờ chưa công bố"
    if day.state == CLOSED:
        return f" nghỉ: {day.reason}" if day.reason else " không làm việc"
    return f" là {day.reason}: chưa rõ có làm việc hay không" if day.reason else ""


def coming(specials: Sequence[SpecialDay], on: date) -> tuple[Coming, ...]:
    """What differs from tomorrow on for DAYS_AHEAD days, the next first; without what others win over each day."""
    ahead = [on + number * _DAY for number in range(1, DAYS_AHEAD + 1)]
    said = [each for each in specials if any(_counts(each, specials, day) for day in ahead)]
    said.sort(key=lambda each: (each.begins, each.ends, each.is_own))
    return tuple(Coming(_sentence(each, on), each.source) for each in said)


def _counts(special: SpecialDay, specials: Sequence[SpecialDay], day: date) -> bool:
    if not special.span.holds_on(day):
        return False
    return special.kind == NOTE or governing(specials, day) == special


def _sentence(special: SpecialDay, on: date) -> str:
    when = _when(special, on)
    if special.kind == NOTE:
        return f"{when}: {special.reason}"
    if special.kind == CLOSED:
        return f"{when}: nghỉ – {special.reason}" if special.reason else f"{when}: nghỉ"
    hours = " ".join(special.hours.split())
    because = f" ({special.reason})" if special.reason else ""
    instead = f" như {near(special.instead_of)}" if special.instead_of and not hours else ""
    return f"{when}: làm việc{f' {hours}' if hours else instead}{because}"


def _when(special: SpecialDay, on: date) -> str:
    last = last_day(special.ends)
    if special.begins == last:
        return _capital(near(last))
    through = f"đến hết {near(last)}" if last - on < 180 * _DAY else f"đến hết {last:%d/%m/%Y}"
    return _capital(through if special.begins <= on else f"từ {near(special.begins)} {through}")


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"

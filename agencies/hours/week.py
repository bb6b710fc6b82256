"""Reads the weekly hours of a counter as people type them, one line each: all of it, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from agencies.hours.line import WORKDAYS, Days, Line, NotUnderstoodError, Span, of_part, read_line
from agencies.hours.tokens import tokens

MOST_LINES = 20
Hours = tuple[Span, ...]
#: Monday to Sunday: its hours in minutes from midnight, () where it is closed, None where nothing is said of it.
Week = tuple[Hours | None, ...]


@dataclass(slots=True)
class _Draft:
    """What the lines so far say. `header` are the days that lines without days go on to speak of, `is_used` whether any
    did; `loose` are hours that no day stands with yet."""

    hours: dict[int, list[Span]] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)
    is_vague: bool = False
    pairs: int = 0
    header: Days | None = None
    is_used: bool = True
    loose: list[Span] = field(default_factory=list)


def read_week(lines: Sequence[str]) -> Week | None:
    """The week; None where a line is not understood whole, since it may be the one that changes the others."""
    typed = [line for line in lines if line.strip()]
    if not typed or len(typed) > MOST_LINES:
        return None
    draft = _Draft()
    try:
        for line in typed:
            _add(draft, _line(line))
        return _finished(draft)
    except NotUnderstoodError:
        return None


def read_hours(text: str) -> Hours | None:
    """The hours of one day, which names no day: "7:30–11:30, 13:30–17:00"; None where they are not understood."""
    try:
        line = _line(text)
        alone = line.spans if not (line.pairs or line.days or line.closed) else []
        return _in_order(alone) or None
    except NotUnderstoodError:
        return None


def in_words(hours: Hours) -> str:
    """ "7:30–11:30, 13:30–17:00"."""
    return ", ".join(f"{_clock(begin)}–{_clock(end)}" for begin, end in hours)


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


def _line(text: str) -> Line:
    pieces = tokens(text)
    if pieces is None:
        raise NotUnderstoodError
    return read_line(pieces)


def _add(draft: _Draft, line: Line) -> None:
    draft.closed |= line.closed
    for days, spans in line.pairs:
        _give(draft, days, spans)
    if line.pairs:
        _open_header(draft, line.pairs[0][0] if draft.pairs == 1 else None, is_used=True)
    elif line.days is not None:
        _open_header(draft, line.days, is_used=bool(draft.loose))
        if draft.loose:
            _give(draft, line.days, draft.loose)
            draft.loose = []
    elif line.spans:
        _go_on(draft, line.spans)


def _open_header(draft: _Draft, header: Days | None, is_used: bool) -> None:
    if not draft.is_used:  # days that got no hours
        raise NotUnderstoodError
    draft.header, draft.is_used = header, is_used


def _go_on(draft: _Draft, spans: list[Span]) -> None:
    """Hours on a line of their own: of the days before them, else of days that are still to come. Behind several groups
    of days it is not clear whose they are."""
    if draft.header is not None:
        _give(draft, draft.header, spans, is_more=True)
        draft.pairs += not draft.is_used
        draft.is_used = True
    elif draft.pairs:
        raise NotUnderstoodError
    else:
        draft.loose += spans


def _give(draft: _Draft, days: Days, spans: list[Span], is_more: bool = False) -> None:
    parts = set(days.parts.values())
    if len(parts) == 1 and of_part(spans, next(iter(parts))) != spans:  # "sáng thứ Hai: …, 13:30–17:00"
        raise NotUnderstoodError
    for day, part in days.parts.items():
        draft.hours.setdefault(day, []).extend(_more(spans, part) if is_more else of_part(spans, part))
    draft.is_vague = draft.is_vague or days.is_vague
    draft.pairs += not is_more


def _more(spans: list[Span], part: str) -> list[Span]:
    """Of a further line; that it has nothing for the part is no contradiction."""
    try:
        return of_part(spans, part)
    except NotUnderstoodError:
        return []


def _finished(draft: _Draft) -> Week:
    if not draft.is_used or (draft.loose and draft.pairs):
        raise NotUnderstoodError
    if draft.loose:
        _give(draft, Days(dict.fromkeys(WORKDAYS, ""), is_vague=True), draft.loose)
    if not draft.pairs:
        raise NotUnderstoodError
    return tuple(_day(draft, day) for day in range(7))


def _day(draft: _Draft, day: int) -> Hours | None:
    """A day that is not named is closed, unless the days were called "the days of the week" only, or no day from Monday
    to Friday is named at all, so that the list cannot be the whole one."""
    if day in draft.closed:
        return ()
    if day in draft.hours:
        if not draft.hours[day]:  # "đến sáng thứ Bảy", and no morning's hours
            raise NotUnderstoodError
        return _in_order(draft.hours[day])
    is_list = not draft.is_vague and (day not in WORKDAYS or not WORKDAYS.isdisjoint(draft.hours))
    return () if is_list else None


def _in_order(spans: list[Span]) -> Hours:
    ordered = sorted(spans)
    if any(first[1] > then[0] for first, then in pairwise(ordered)):
        raise NotUnderstoodError
    return tuple(ordered)

"""Puts the pieces of one line together: which days it speaks of, and the hours that it gives them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from agencies.hours.tokens import Token

Span = tuple[int, int]
WORKDAYS = frozenset(range(5))
_NOON, _ONE, _EVENING, _EARLIEST = 12 * 60, 13 * 60, 17 * 60, 5 * 60
_HALF = 12 * 60


class NotUnderstoodError(ValueError):
    """What was typed is shown as it stands; nothing follows from it."""


@dataclass(slots=True)
class Days:
    """Days that are named together, each perhaps in one part of the day only (""; sang, chieu, toi); `is_vague` says
    that they were called "the days of the week", `with_holidays` that public holidays are among them."""

    parts: dict[int, str] = field(default_factory=dict)
    is_vague: bool = False
    with_holidays: bool = False

    def take(self, days: Iterable[int], part: str) -> None:
        """More of them."""
        for day in days:
            if self.parts.get(day, part) != part:
                raise NotUnderstoodError
            self.parts[day] = part


@dataclass(slots=True)
class Line:
    """What a line says: hours of days, days on which it is closed; `days` or `spans` where the other is missing."""

    pairs: list[tuple[Days, list[Span]]] = field(default_factory=list)
    closed: set[int] = field(default_factory=set)
    days: Days | None = None
    spans: list[Span] = field(default_factory=list)


_Group = tuple[str, "Days | list[Span] | None"]


def read_line(pieces: list[Token]) -> Line:
    """The line; raises NotUnderstoodError where days and hours cannot be told to belong together."""
    line = Line()
    groups = _grouped(pieces)
    while groups:
        kind, value = groups.pop(0)
        if kind == "but":
            _close(line, _next_days(groups))
        elif kind == "closed":
            _close(line, line.days)
            line.days = None
        elif isinstance(value, Days):
            _take_days(line, value)
        elif value is not None:
            _take_spans(line, value)
    if (line.pairs and (line.days or line.spans)) or (line.days and line.days.with_holidays):
        raise NotUnderstoodError
    return line


def _take_days(line: Line, days: Days) -> None:
    if line.days is not None:
        raise NotUnderstoodError
    if line.spans:
        _pair(line, days, line.spans)
        line.spans = []
    else:
        line.days = days


def _take_spans(line: Line, spans: list[Span]) -> None:
    if line.days is not None:
        _pair(line, line.days, spans)
        line.days = None
    elif line.spans:
        raise NotUnderstoodError
    else:
        line.spans = spans


def _pair(line: Line, days: Days, spans: list[Span]) -> None:
    if days.with_holidays:  # hours of public holidays are no hours of the week
        raise NotUnderstoodError
    line.pairs.append((days, spans))


def _close(line: Line, days: Days | None) -> None:
    if days is None or days.is_vague or any(days.parts.values()):
        raise NotUnderstoodError
    line.closed |= set(days.parts)


def _next_days(groups: list[_Group]) -> Days:
    _, value = groups.pop(0) if groups else ("", None)
    if not isinstance(value, Days):
        raise NotUnderstoodError
    return value


# --- Groups ---------------------------------------------------------------------------------------


def _grouped(pieces: list[Token]) -> list[_Group]:
    """Days that stand together as one, spans that stand together as one, and the words that close."""
    groups: list[_Group] = []
    part, place = "", 0
    while place < len(pieces):
        token = pieces[place]
        if token.kind == "part":
            if part:
                raise NotUnderstoodError
            part = str(token.value)
        elif token.kind == "span":
            _spans(groups).append(_span(token.value, part))
            part = ""
        elif token.kind in ("day", "workdays", "holidays"):
            place = _name(_days(groups), pieces, place, part)
            part = ""
        elif token.kind in ("but", "closed"):
            groups.append((_closing(pieces, place), None))
        elif token.kind == "to":
            raise NotUnderstoodError
        place += 1
    if part:
        raise NotUnderstoodError
    return groups


def _days(groups: list[_Group]) -> Days:
    last = groups[-1][1] if groups else None
    if isinstance(last, Days):
        return last
    days = Days()
    groups.append(("days", days))
    return days


def _spans(groups: list[_Group]) -> list[Span]:
    last = groups[-1][1] if groups else None
    if isinstance(last, list):
        return last
    spans: list[Span] = []
    groups.append(("spans", spans))
    return spans


def _name(days: Days, pieces: list[Token], place: int, part: str) -> int:
    """Adds what is named at a place; the place of its last piece."""
    token, ahead = pieces[place], pieces[place + 1 :]
    if token.kind == "holidays":
        days.with_holidays = True
    elif token.kind == "workdays":
        _name_workdays(days, ahead, part)
    elif ahead and ahead[0].kind == "to":
        return place + _name_range(days, _number(token), ahead, part)
    else:
        days.take([_number(token)], part)
    return place


def _name_workdays(days: Days, ahead: list[Token], part: str) -> None:
    """ "Các ngày trong tuần", unless the days follow by their names: "các ngày làm việc (thứ Hai – thứ Sáu)"."""
    follows = next((each.kind for each in ahead if each.kind not in ("stop", "part")), "")
    if follows != "day":
        days.is_vague = True
        days.take(WORKDAYS, part)


def _name_range(days: Days, first: int, ahead: list[Token], part: str) -> int:
    """ "Thứ Hai đến thứ Sáu", "thứ Hai đến sáng thứ Bảy"; how many pieces it takes beyond the first day."""
    last_part = str(ahead[1].value) if len(ahead) > 1 and ahead[1].kind == "part" else ""
    used = 3 if last_part else 2
    if len(ahead) < used or ahead[used - 1].kind != "day":
        raise NotUnderstoodError
    last = _number(ahead[used - 1])
    if last <= first:
        raise NotUnderstoodError
    days.take(range(first, last), part)
    days.take([last], last_part or part)
    return used


def _number(token: Token) -> int:
    return token.value if isinstance(token.value, int) else 0


def _closing(pieces: list[Token], place: int) -> str:
    """ "closed" behind the days that are closed ("Chủ nhật: nghỉ"), "but" before them ("trừ Chủ nhật")."""
    before = pieces[place - 1] if place else Token("stop")
    if pieces[place].kind == "but" or not (before.kind in ("day", "holidays") or before.value in (":", "-", "–")):
        return "but"
    if pieces[place + 1 : place + 2] and pieces[place + 1].kind == "day":
        raise NotUnderstoodError
    return "closed"


# --- Hours ----------------------------------------------------------------------------------------


def _span(value: object, part: str) -> Span:
    begin, end = value if isinstance(value, tuple) else (None, None)
    if begin is None or end is None:
        raise NotUnderstoodError
    if part in ("chieu", "toi") and end < _HALF:  # "chiều 1h30 – 5h"
        begin, end = begin + _HALF, end + _HALF
    if not _EARLIEST <= begin < end or (part and not is_in((begin, end), part)):
        raise NotUnderstoodError
    return begin, end


def is_in(span: Span, part: str) -> bool:
    """Whether hours lie in a part of the day."""
    begin, end = span
    return {
        "sang": end <= _ONE and begin < _NOON,
        "chieu": begin >= _NOON and begin < _EVENING + 60,
        "toi": begin >= _EVENING,
    }[part]


def of_part(spans: list[Span], part: str) -> list[Span]:
    """Those of a part of the day (""; all); raises NotUnderstoodError where there are none, or some last longer."""
    if not part:
        return spans
    if any(begin < _NOON and end > _ONE for begin, end in spans):
        raise NotUnderstoodError
    kept = [span for span in spans if is_in(span, part)]
    if not kept:
        raise NotUnderstoodError
    return kept

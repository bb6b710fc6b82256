"""Hours that no counter can have, whatever the words around them mean: “17:30–11:30”, “7h30 – 25h00”."""

import re
from collections.abc import Iterator

from agencies.hours.tokens import TIME, minutes
from vietnamese.fold import fold

_SPAN = re.compile(rf"(?<![\d:.h])(?P<begin>{TIME}) ?(?:[-–—~]|->|den het|den|toi) ?(?P<end>{TIME})")
#: From so late until so early lasts over midnight, as emergencies do.
_LATE, _EARLY = 18 * 60, 8 * 60


def impossible_hours(text: str) -> tuple[str, ...]:
    """The spans of a text that end before they begin or name a time that no day has, as they are written without marks.
    A text that is not understood has none: it may be right all the same."""
    return tuple(dict.fromkeys(span for line in text.splitlines() for span in _impossible(fold(line))))


def _impossible(line: str) -> Iterator[str]:
    for found in _SPAN.finditer(line):
        begin, end = minutes(found["begin"]), minutes(found["end"])
        if begin is None or end is None or not (begin < end or _is_night(begin, end)):
            yield found[0]


def _is_night(begin: int, end: int) -> bool:
    return begin >= _LATE and end <= _EARLY

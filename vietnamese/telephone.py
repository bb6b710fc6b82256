"""Telephone numbers inside a line that a person wrote: which they are, and what a telephone dials for each.

Long numbers are found by Google's rules for Vietnam (`phonenumbers`); emergency and service numbers of three or four
digits stand in the plan of Thông tư 22/2014/TT-BTTTT as numbers beginning with 1, and are dialled as they stand.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from phonenumbers import Leniency, PhoneNumber, PhoneNumberFormat, PhoneNumberMatch, PhoneNumberMatcher, format_number

_COUNTRY = "VN"
_HERE = 84
#: 1800 and 1900 answer inside the country alone: with +84 in front nobody answers.
_SERVICE = re.compile(r"1[89]00[0-9]+")
_SHORT = re.compile(r"(?<![\d.+\-])(?<!\d[/–])1[0-9]{2,3}(?![\d.\-]|\s\d)")
#: The end of a second number that shares its beginning with the first: "0233 3888 101-102".
_SHARED_BEGINNING = re.compile(r"(?<=\d{3})\s?[-–/]\s?\d{1,3}(?!\d|[ .\-–/]\d)")
_MAX = 300  # characters; no line of a form is longer


class Piece(NamedTuple):
    """A stretch of the line as it is written; `href` is "" unless the stretch is a number."""

    text: str
    href: str


def pieces(line: str) -> tuple[Piece, ...]:
    """The line in stretches, whose texts joined are the line: "0233 3888 101 – 1022 (hành chính)" → a number, " – ", a
    number, " (hành chính)". Raises nothing; what no telephone could dial is text."""
    parts, done = [], 0
    for start, end, href in _found(line[:_MAX]):
        parts += [Piece(line[done:start], ""), Piece(line[start:end], href)]
        done = end
    return tuple(part for part in (*parts, Piece(line[done:], "")) if part.text)


def numbers(line: str) -> tuple[Piece, ...]:
    """Only the numbers of a line."""
    return tuple(piece for piece in pieces(line) if piece.href)


def _found(line: str) -> list[tuple[int, int, str]]:
    long = _matches(line) or _matches(_SHARED_BEGINNING.sub(_blank, line))
    taken = [(match.start, match.end) for match in long]
    short = [match.span() for match in _SHORT.finditer(line) if not _is_inside(match.start(), taken)]
    found = [(match.start, match.end, _href(match.number)) for match in long]
    return sorted([*found, *((start, end, f"tel:{line[start:end]}") for start, end in short)])


def _is_inside(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _matches(line: str) -> list[PhoneNumberMatch]:
    return list(PhoneNumberMatcher(line, _COUNTRY, leniency=Leniency.POSSIBLE))


def _blank(found: re.Match[str]) -> str:
    return ";" * len(found[0])


def _href(number: PhoneNumber) -> str:
    national = str(number.national_number)
    is_local = number.country_code == _HERE and _SERVICE.fullmatch(national)
    return f"tel:{national}" if is_local else f"tel:{format_number(number, PhoneNumberFormat.E164)}"

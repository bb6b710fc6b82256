"""The days that a note names for a rate: a reduction until one, an amount that holds only until one, or from one on.

Read strictly, and only where it is plain whose days they are: the amount's own, or those of another rate beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from procedures_catalog.facts.fees.amounts import sums_in
from procedures_catalog.facts.fees.national import squeeze
from procedures_catalog.facts.record import NotedDays
from vietnamese.fold import fold

_DAY = r"(?:ngay )?(\d{1,2})(?:/| thang )(\d{1,2})(?:/| nam )(\d{4})(?!\d)"
_PERIOD = re.compile(rf"tu {_DAY},? den (?:het )?{_DAY}|den het {_DAY}")
_FROM = re.compile(rf"tu {_DAY}(?!,? den)")
_FROM_ON = re.compile(rf"tu {_DAY} tro di")
# "Miễn phí từ ngày …", never the title of a circular about "mức thu, miễn một số khoản phí".
_WAIVER = re.compile(r"\bmien(?! mot so)[^.;()]{0,60}$")
_CLAUSE_END = re.compile(r"[.;](?!\d)")
#: Up to where what begins with a day says its sum.
_SAID_ENDS = re.compile(r"[;()\n]|\.(?!\d)")
_FOR_SOME = re.compile(r"truong hop|doi voi|\bneu\b|\bkhi\b|truc tuyen|truc tiep|ung dung|vneid|dich vu cong|%")
_HALF = re.compile(r"\d ?%[^.;]*\bneu tren\b")


@dataclass(frozen=True, slots=True)
class _Rate:
    """A rate of certain days; `is_other` says that it is not the amount, `is_waiver` that nothing is due then. `last`
    is None for one without an end; `amount` in đồng is what is due of everybody instead, None where that is not
    plain."""

    begins: date | None
    last: date | None
    is_other: bool = False
    is_waiver: bool = False
    amount: int | None = None


def noted_on(amount: int | None, note: str, on: date) -> NotedDays | None:
    """What a note says of the amount beside it on a day; None where it says nothing of days, or they are over."""
    rates = _rates(amount, squeeze(note)) if amount and "20" in note else ()
    own = [rate for rate in rates if not rate.is_other]
    reduced = [rate for rate in rates if rate.is_other and rate.last and _holds(rate, on)]
    if reduced:
        said = {(rate.last, rate.amount) for rate in reduced}
        last, low = said.pop() if len(said) == 1 else (max(rate.last for rate in reduced if rate.last), None)
        return NotedDays("reduced", (last or on).isoformat(), low)
    if not own or any(_holds(rate, on) and rate.last is None for rate in own):
        return None
    return _own_days(own, on)


def following_amount(note: str, begins: date) -> int | None:
    """The amount in đồng that a note gives from a day on ("từ ngày 01/01/2027: 150.000 đồng/đơn"); None where it gives
    none, or several."""
    text = squeeze(note)
    told = (_said_from(match, text) for match in _FROM.finditer(fold(text)) if _day(match.groups()) == begins)
    named = {one for said in told for one in sums_in(said)}
    only = named.pop() if len(named) == 1 else None
    return only.value if only and only.value > 0 and not (only.is_foreign or only.is_limit) else None


def _said_from(match: re.Match[str], text: str) -> str:
    rest = text[match.end() :]
    end = _SAID_ENDS.search(rest)
    return rest[: end.start()] if end else rest


def last_noted(note: str) -> date | None:
    """The latest day up to which a note says that anything holds, whatever it is, or before which something else does
    ("từ ngày 01/01/2027 trở đi"); None for none."""
    folded = fold(squeeze(note))
    found = (match.groups() for match in _PERIOD.finditer(folded))
    lasts = [_day(days[3:6] if days[0] else days[6:]) for days in found]
    begun = filter(None, (_day(match.groups()) for match in _FROM_ON.finditer(folded)))
    return max(filter(None, (*lasts, *(day - timedelta(days=1) for day in begun))), default=None)


def _own_days(own: Sequence[_Rate], on: date) -> NotedDays:
    lasts = [rate.last for rate in own if rate.last]
    if any(_holds(rate, on) for rate in own):
        return NotedDays("until", max(lasts).isoformat())
    later = [rate.begins for rate in own if rate.begins and rate.begins > on]
    return NotedDays("later", min(later).isoformat()) if later else NotedDays("over", max(lasts).isoformat())


def _holds(rate: _Rate, on: date) -> bool:
    return (rate.begins or date.min) <= on <= (rate.last or date.max)


def dates_another_sum(amount: int, note: str) -> bool:
    """Whether the note gives days to a sum other than the amount, or to the amount itself beside the full one."""
    return any(not rate.is_waiver for rate in _rates(amount, squeeze(note)))


# --- Whose days they are --------------------------------------------------------------------------


@lru_cache(maxsize=4_096)
def _rates(amount: int, note: str) -> tuple[_Rate, ...]:
    folded, others = fold(note), _others(amount, note)
    periods = (_in_period(match, amount, note, others) for match in _PERIOD.finditer(folded))
    beginnings = (_from(match, amount, note, others) for match in _FROM.finditer(folded))
    return tuple(rate for rate in (*periods, *beginnings) if rate)


def _others(amount: int, note: str) -> tuple[int, ...] | None:
    """The sums in đồng that a note names besides the amount; None where another currency or an unreadable one is."""
    named = sums_in(note)
    if any(one.is_foreign or one.value < 0 for one in named):
        return None
    return tuple(one.value for one in named if one.value != amount)


def _in_period(match: re.Match[str], amount: int, original: str, others: tuple[int, ...] | None) -> _Rate | None:
    days, note, before = match.groups(), match.string, match.string[: match.start()]
    begins, last = (_day(days[:3]), _day(days[3:6])) if days[0] else (None, _day(days[6:]))
    is_waiver = bool(_WAIVER.search(before))
    is_other = is_waiver or _is_other(before, amount, note, others)
    if last is None or is_other is None:
        return None
    low = _amount_instead(match, amount, original) if is_other and not is_waiver else None
    return _Rate(begins, last, is_other, is_waiver, low)


def _amount_instead(match: re.Match[str], amount: int, note: str) -> int | None:
    """The one lower sum of the sentence in which a period stands, where it names no case and no way of filing."""
    sentence = _sentence(note, match.start(), match.end())
    lower = {one.value for one in sums_in(sentence) if not one.is_limit} - {amount}
    only = lower.pop() if len(lower) == 1 else 0
    return only if 0 < only < amount and not _FOR_SOME.search(fold(sentence)) else None


def _sentence(note: str, start: int, end: int) -> str:
    begins = max((found.end() for found in _CLAUSE_END.finditer(note, 0, start)), default=0)
    ends = _CLAUSE_END.search(note, end)
    return note[begins : ends.start() if ends else len(note)]


def _is_other(before: str, amount: int, note: str, others: tuple[int, ...] | None) -> bool | None:
    """Whether a period after `before` is that of another rate than the amount; None where that is not plain."""
    if others is None:
        return None
    if _HALF.search(note) or (others and max(others) < amount):
        return True
    if not others:  # a clause of its own before the period speaks of the amount: the period is of something else
        return bool(_CLAUSE_END.search(before.lstrip(" .;")))
    return False if amount * 2 in others or (min(others) > amount and _is_named(amount, note)) else None


def _from(match: re.Match[str], amount: int, note: str, others: tuple[int, ...] | None) -> _Rate | None:
    """The amount from a day on, or up to it where another sum is due then."""
    begins = _day(match.groups())
    if begins and amount in {one.value for one in sums_in(_said_from(match, note))}:
        return _Rate(begins, None)
    if begins is None or others is None or (len(others) > 1 and not _is_named(amount, note)):
        return None
    return _Rate(None, begins - timedelta(days=1)) if others else _Rate(begins, None)


def _is_named(amount: int, note: str) -> bool:
    return any(one.value == amount for one in sums_in(note))


def _day(parts: Sequence[str]) -> date | None:
    day, month, year = map(int, parts)
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""The days of a fee: an end that the record names is told, and on the day after it nothing is told that it ended."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from procedures_catalog.facts.fees.dated import channels_on
from procedures_catalog.presenting.answering.answer import Answer
from procedures_catalog.presenting.answering.cost import cost_answer
from tests.truth.kinds import Kind, Told

_LAST, _AFTER = date(2026, 12, 1), date(2027, 1, 1)
_END = re.compile(r"đến (?:hết )?(?:ngày )?31(?:/12/| tháng 12 năm )2026|0?1(?:/0?1/| tháng 0?1 năm )2027 trở đi")
_OF_FEES = re.compile(r"\d{3} ?(?:đ|vnđ)|mức (?:thu|phí|lệ phí)", re.IGNORECASE)
_THEN = re.compile(r"từ ngày 0?1/0?1/2027: (\d{1,3}(?:\.\d{3})+) đồng", re.IGNORECASE)
_NOW = re.compile(
    r"(?:áp dụng|thu) mức (?:thu )?(?:lệ )?phí (\d{1,3}(?:\.\d{3})+) đồng[^.;]{0,40}? kể từ ngày[^.;]*31/12/2026"
)
_AMOUNT_FIRST = re.compile(r"[\d.]+ (?:–|đồng)")


def _on(told: Told, day: date) -> Answer:
    return cost_answer(replace(told.record, channels=channels_on(told.record.channels, day)), local=False)


def _lines(told: Told) -> Iterator[str]:
    """What stands beside the amounts, a line each, that speaks of what is paid."""
    for row in told.record.channels:
        texts = (*(fee.note for fee in row.fees), *(line for note in row.notes for line in note.splitlines()))
        yield from filter(_OF_FEES.search, texts)


def _keeps_an_end_back(told: Told) -> bool:
    if not any(map(_END.search, _lines(told))):
        return False
    answer = _on(told, _LAST)
    is_open = "chưa rõ" in answer.text or answer.text.endswith("có khoản khác")
    return bool(_AMOUNT_FIRST.match(answer.text)) and "2026" not in answer.text and not (answer.detail or is_open)


def _keeps_what_follows_back(told: Told) -> bool:
    """On the day on which it begins."""
    named = {found[1] for line in _lines(told) for found in _THEN.finditer(line)}
    return len(named) == 1 and named.pop() not in _on(told, _AFTER).text


def _is_free_once_it_ended(told: Told) -> bool:
    priced = any(fee.amount for row in told.record.channels for fee in row.fees)
    return (
        priced and _on(told, _AFTER).text.startswith("Không thu") and not told.answers["fee"].text.startswith("Không")
    )


def _keeps_the_lower_rate_back(told: Told) -> bool:
    """One amount, and one lower one of these days beside it, without a case: what one pays today is told."""
    found = {found[1] for line in _lines(told) for found in _NOW.finditer(line)}
    amounts = {fee.amount for row in told.record.channels for fee in row.fees if fee.amount}
    if len(found) != 1 or len(amounts) != 1:
        return False
    (now,) = found
    text = _on(told, _LAST).text
    return bool(_AMOUNT_FIRST.match(text)) and now not in text


END_KINDS: Mapping[str, Kind] = {
    "end_of_a_rate_kept_back": Kind(
        "an amount is told, and the record names a day on which one ends", _keeps_an_end_back
    ),
    "following_amount_kept_back": Kind("the record names what is due from 2027 on", _keeps_what_follows_back),
    "lower_rate_kept_back": Kind(
        "what is due these days is less, and the full amount is told", _keeps_the_lower_rate_back
    ),
    "free_once_it_ended": Kind("nothing is due, because what was due has ended", _is_free_once_it_ended),
}

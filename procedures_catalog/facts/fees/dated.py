"""Fees on a day: which are due then, and which are announced for later. An ended one is told to nobody.

A resolution sets an amount from one day to another, so a fee's dates are part of what it says.
"""

import dataclasses
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from procedures_catalog.facts.fees.amounts import sums_in
from procedures_catalog.facts.fees.dues import label_of
from procedures_catalog.facts.fees.noted_days import following_amount, last_noted, noted_on
from procedures_catalog.facts.record import Channel, Fee, NotedDays

#: Lines that speak of what is paid, of the very amounts of the table, of a part of them.
_OF_FEES = re.compile(r"mức (?:thu|phí|lệ phí)", re.IGNORECASE)
_THESE = re.compile(r"(?:mức|phí|mức thu) (?:phí |lệ phí |thu )?này", re.IGNORECASE)
_PART = re.compile(r"\d ?%")


def channels_on(channels: Iterable[Channel], on: date) -> tuple[Channel, ...]:
    """The channels with the fees that are due on a day, and the later ones apart as `coming`, the next first.

    Taken of what is known: of channels that were taken for an earlier day it gives the same as of the whole ones.
    """
    return tuple(_channel_on(channel, on) for channel in channels)


def with_all_fees(channel: Channel) -> Channel:
    """A channel as a page keeps it: what is due and what is to come together."""
    return dataclasses.replace(channel, fees=(*channel.fees, *channel.coming), coming=())


def with_following(channel: Channel) -> Channel:
    """A channel, taken as of a day, as people are told of it: the lower amount that the note of one gives for these
    days in its place, what follows an amount once it is over, and announced what comes after each."""
    fees = tuple(_of_these_days(fee) for fee in channel.fees)
    after = (_after(fee) for fee in channel.fees)
    coming = tuple(dict.fromkeys((*channel.coming, *filter(None, after))))
    return dataclasses.replace(channel, fees=fees, coming=tuple(sorted(coming, key=_begins)))


def _of_these_days(fee: Fee) -> Fee:
    noted = fee.noted
    if noted is None or noted.amount is None or noted.kind == "until":
        return fee
    if noted.kind == "over":
        return Fee(noted.amount, label_of(fee.note), valid_from=_day_after(noted.day).isoformat())
    is_told = not sums_in(fee.note) or any(one.value == noted.amount for one in sums_in(fee.note))
    until = NotedDays("until", noted.day)
    return dataclasses.replace(fee, amount=noted.amount, note=fee.note if is_told else "", noted=until)


def _after(fee: Fee) -> Fee | None:
    noted = fee.noted
    if noted is None or noted.amount is None or noted.kind == "over":
        return None
    begins = _day_after(noted.day).isoformat()
    return Fee(noted.amount if noted.kind == "until" else fee.amount, label_of(fee.note), valid_from=begins)


def _day_after(day: str) -> date:
    return date.fromisoformat(day) + timedelta(days=1)


def _channel_on(channel: Channel, on: date) -> Channel:
    known = (*channel.fees, *channel.coming)
    texts = _Texts.of(channel)
    due = tuple(_with_noted_days(fee, texts, on) for fee in known if fee.span.holds_on(on))
    later = tuple(sorted((fee for fee in known if fee.span.is_to_come(on)), key=_begins))
    return dataclasses.replace(channel, fees=due, coming=later)


@dataclasses.dataclass(frozen=True, slots=True)
class _Texts:
    """What a channel says beside its amounts: of its one fee, in lines that name sums; of each, without a sum."""

    of_one: str
    of_each: str

    @classmethod
    def of(cls, channel: Channel) -> "_Texts":
        known = (*channel.fees, *channel.coming)
        lines = [line for note in channel.notes for line in note.split("\n")]
        without_amount = [fee.note for fee in known if not fee.amount]
        said = [line for line in (*lines, *without_amount) if not sums_in(line) and _OF_FEES.search(line)]
        is_one = len({fee.amount for fee in known}) == 1
        return cls(" ".join(filter(sums_in, lines)) if is_one else "", "; ".join(said))


def _with_noted_days(fee: Fee, texts: _Texts, on: date) -> Fee:
    noted = noted_on(fee.amount, fee.note, on) or noted_on(fee.amount, texts.of_one, on)
    if not noted and fee.amount:
        noted = _of_each(texts.of_each, on)
    elif noted and noted.kind in ("until", "over"):
        noted = dataclasses.replace(noted, amount=_amount_after(noted.day, fee.note, texts.of_one))
    return fee if noted == fee.noted else dataclasses.replace(fee, noted=noted)


def _amount_after(day: str, *texts: str) -> int | None:
    return next((found for text in texts if (found := following_amount(text, _day_after(day)))), None)


def _of_each(said: str, on: date) -> NotedDays | None:
    """What is said of days for every amount of a channel: that all end, that some pay a part of it until a day, or that
    something else holds after it."""
    last = last_noted(said)
    if last is None:
        return None
    if _THESE.search(said):
        return NotedDays("until" if on <= last else "over", last.isoformat())
    if _PART.search(said):
        return NotedDays("reduced", last.isoformat()) if on <= last else None
    return NotedDays("some" if on <= last else "lapsed", last.isoformat())


def next_change(channels: Sequence[Channel]) -> date | None:
    """The day on which the next announced fee begins; None where none is announced."""
    return min((_begins(fee) for channel in channels for fee in channel.coming), default=None)


def _begins(fee: Fee) -> date:
    return fee.span.begins or date.min

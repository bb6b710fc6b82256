"""Fees on a day: which are due then, and which are announced for later. An ended one is told to nobody.

A resolution sets an amount from one day to another, so a fee's dates are part of what it says.
"""

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import date

from procedures_catalog.facts.fees.amounts import sums_in
from procedures_catalog.facts.fees.noted_days import noted_on
from procedures_catalog.facts.record import Channel, Fee


def channels_on(channels: Iterable[Channel], on: date) -> tuple[Channel, ...]:
    """The channels with the fees that are due on a day, and the later ones apart as `coming`, the next first.

    Taken of what is known: of channels that were taken for an earlier day it gives the same as of the whole ones.
    """
    return tuple(_channel_on(channel, on) for channel in channels)


def with_all_fees(channel: Channel) -> Channel:
    """A channel as a page keeps it: what is due and what is to come together."""
    return dataclasses.replace(channel, fees=(*channel.fees, *channel.coming), coming=())


def _channel_on(channel: Channel, on: date) -> Channel:
    known = (*channel.fees, *channel.coming)
    beside = _of_fees(channel.notes) if len({fee.amount for fee in known}) == 1 else ""
    due = tuple(_with_noted_days(fee, beside, on) for fee in known if fee.span.holds_on(on))
    later = tuple(sorted((fee for fee in known if fee.span.is_to_come(on)), key=_begins))
    return dataclasses.replace(channel, fees=due, coming=later)


def _of_fees(notes: Iterable[str]) -> str:
    """The lines of a channel's notes that name sums: they speak of its one fee."""
    return " ".join(line for note in notes for line in note.split("\n") if sums_in(line))


def _with_noted_days(fee: Fee, beside: str, on: date) -> Fee:
    noted = noted_on(fee.amount, fee.note, on) or noted_on(fee.amount, beside, on)
    return fee if noted == fee.noted else dataclasses.replace(fee, noted=noted)


def next_change(channels: Sequence[Channel]) -> date | None:
    """The day on which the next announced fee begins; None where none is announced."""
    return min((_begins(fee) for channel in channels for fee in channel.coming), default=None)


def _begins(fee: Fee) -> date:
    return fee.span.begins or date.min

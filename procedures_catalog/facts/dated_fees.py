"""Fees on a day: which are due then, and which are announced for later. An ended one is told to nobody.

A resolution sets an amount from one day to another, so a fee's dates are part of what it says. Days are ISO texts, the
last day included.
"""

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import date

from procedures_catalog.facts.record import Channel, Fee


def channels_on(channels: Iterable[Channel], day: str) -> tuple[Channel, ...]:
    """The channels with the fees that are due on a day, and the later ones apart as `coming`, the next first.

    Taken of what is known: of channels that were taken for an earlier day it gives the same as of the whole ones.
    """
    return tuple(_channel_on(channel, day) for channel in channels)


def _channel_on(channel: Channel, day: str) -> Channel:
    known = (*channel.fees, *channel.coming)
    due = tuple(fee for fee in known if _begins(fee) <= day <= _ends(fee))
    later = tuple(sorted((fee for fee in known if _begins(fee) > day), key=_begins))
    return dataclasses.replace(channel, fees=due, coming=later)


def next_change(channels: Sequence[Channel]) -> str:
    """The day on which the next announced fee begins; "" where none is announced."""
    return min((_begins(fee) for channel in channels for fee in channel.coming), default="")


def in_words(day: str) -> str:
    """2027-01-01 → 01/01/2027."""
    return f"{date.fromisoformat(day):%d/%m/%Y}"


def _begins(fee: Fee) -> str:
    return fee.valid_from or ""


def _ends(fee: Fee) -> str:
    return fee.valid_to or "9999-12-31"

"""Fees that are one amount for many procedures: which a text refers to, and the amounts put in their places.

A resolution sets an amount once; forty procedures name it. Their texts hold its number, so that one change of it
changes all of them. Whoever reads a procedure for people puts the amounts there first; whoever compares or carries
texts from page to page leaves the numbers as they are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from procedures_catalog.facts.fees.dated import channels_on
from procedures_catalog.facts.record import Channel, Fee, ProcedureRecord
from procedures_catalog.facts.streams import channels_from_stream, channels_to_stream

Raw = Mapping[str, Any]
#: Id of an amount → the fees that it is, each between its days; () for one that is not published.
Amounts = Mapping[int, Sequence[Fee]]


def shared_in(layer: Iterable[Raw]) -> frozenset[int]:
    """The ids of the amounts to which the blocks of a province's layer refer."""
    return frozenset(shared for block in layer if block["type"] == "channels" for shared in _shared_in_block(block))


def _shared_in_block(block: Raw) -> Iterator[int]:
    for row in block["value"].get("value") or ():
        for fee in row["value"].get("fees") or ():
            if isinstance(fee["value"], Mapping) and fee["value"].get("shared"):
                yield fee["value"]["shared"]


def shared_by(channels: Iterable[Channel]) -> frozenset[int]:
    """The same of channels as facts."""
    fees = (fee for channel in channels for fee in (*channel.fees, *channel.coming))
    return frozenset(fee.shared for fee in fees if fee.shared)


def with_amounts(layer: Sequence[Raw], amounts: Amounts) -> Sequence[Raw]:
    """The layer with each fee in place of the number of its amount; the same one where it refers to none."""
    return [_block(block, amounts) for block in layer] if shared_in(layer) else layer


def _block(block: Raw, amounts: Amounts) -> Raw:
    if not shared_in([block]):
        return block
    channels = filled(channels_from_stream(block["value"]["value"]), amounts)
    return {**block, "value": {**block["value"], "value": channels_to_stream(channels)}}


def filled(channels: Iterable[Channel], amounts: Amounts) -> tuple[Channel, ...]:
    """The channels with each fee in place of the number of its amount. Of an amount that is not published the number
    stays, and readers are told that nothing is known."""
    return tuple(
        replace(channel, fees=_filled(channel.fees, amounts), coming=_filled(channel.coming, amounts))
        for channel in channels
    )


def with_shared(record: ProcedureRecord, amounts: Amounts, on: date) -> ProcedureRecord:
    """The same of a whole record, as it was taken of a day."""
    return replace(record, channels=channels_on(filled(record.channels, amounts), on))


def _filled(fees: Iterable[Fee], amounts: Amounts) -> tuple[Fee, ...]:
    return tuple(each for fee in fees for each in _fees(fee, amounts))


def _fees(fee: Fee, amounts: Amounts) -> Iterable[Fee]:
    if fee.shared is None or not amounts.get(fee.shared):
        return (fee,)
    placed = (_placed(fee, each, place) for place, each in enumerate(amounts[fee.shared]))
    return [each for each in placed if not each.span.is_empty()]


def _placed(fee: Fee, amount: Fee, place: int) -> Fee:
    """One of the fees of an amount, within the days of the place where it stands and with the note of that place."""
    return replace(
        amount,
        note="; ".join(filter(None, (amount.note, fee.note))),
        apart=fee.apart,
        valid_from=max(filter(None, (amount.valid_from, fee.valid_from)), default=None),
        valid_to=min(filter(None, (amount.valid_to, fee.valid_to)), default=None),
        id=f"{fee.id}.{place}" if place and fee.id else fee.id,
    )

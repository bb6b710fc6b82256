"""The rates that are lower for certain days, and the full ones that are not due while they hold."""

from collections import Counter
from collections.abc import Sequence

from procedures_catalog.facts.fees.kinds import Kind, kind_of
from procedures_catalog.facts.fees.wording import is_certain, is_due
from procedures_catalog.facts.record import Channel, Fee
from vietnamese.days import last_day, written, written_iso

Fees = Sequence[Fee]


def until_when(channels: Sequence[Channel]) -> tuple[str, str]:
    """Until when a reduction, or all that is due, holds, in more and in fewer words; "" where no end is known or what
    comes then is announced."""
    fees = [fee for channel in channels for fee in channel.fees if is_certain(fee) and fee.amount]
    reduced = [fee.noted.day for fee in fees if fee.noted and fee.noted.kind == "reduced"]
    if reduced:
        return _some_reduced(written_iso(max(reduced)))
    ends = {_end(fee) for channel in channels for fee in not_replaced(channel.fees) if fee in fees}
    rates = {rate for channel in channels for rate in _reductions(channel.fees)}
    if any(channel.coming for channel in channels):
        return "", ""
    if rates and len(ends - {""}) == 1 and (len(rates) > 1 or "" in ends):
        return _some_reduced((ends - {""}).pop())
    if len(ends) == 2 and "" in ends:
        return _some_end((ends - {""}).pop())
    if len(ends) != 1 or ends == {""}:
        return _of_unknown_rate(fees)
    until = f"đến hết {ends.pop()}"
    return f", đang giảm {rates.pop()}% {until}" if rates else f", {until}", f", {until}"


def _of_unknown_rate(fees: Fees) -> tuple[str, str]:
    """That a rate ends, or has ended, of which nobody knows whether it is the one that is told."""
    ending = [fee.noted.day for fee in fees if fee.noted and fee.noted.kind == "some"]
    if ending:
        return _some_end(written_iso(max(ending)))
    ended = [fee.noted.day for fee in fees if fee.noted and fee.noted.kind == "lapsed"]
    said = f"; có mức đã hết hạn {written_iso(max(ended))}" if ended else ""
    return said, said


def _some_end(day: str) -> tuple[str, str]:
    return f"; có mức đến hết {day}", f"; có mức đến hết {day}"


def _some_reduced(day: str) -> tuple[str, str]:
    return f"; đang có mức giảm đến hết {day}", f"; đang giảm đến hết {day}"


def _end(fee: Fee) -> str:
    if fee.span.ends:
        return written(last_day(fee.span.ends))
    return written_iso(fee.noted.day) if fee.noted and fee.noted.kind == "until" else ""


def not_replaced(fees: Fees) -> list[Fee]:
    """The fees without those that a lower one of certain days stands in for."""
    full = [whole for whole, _ in _pairs(fees)]
    return [fee for fee in fees if not any(fee is each for each in full)]


def _reductions(fees: Fees) -> set[int]:
    """By how many hundredths lower fees of certain days are below those that they stand in for."""
    return {round(100 - 100 * (low.amount or 0) / (full.amount or 1)) for full, low in _pairs(fees)}


def _pairs(fees: Fees) -> list[tuple[Fee, Fee]]:
    """Each full amount, which has no days, with the lower one of certain days that stands in for it: the half, or the
    only other one where days are typed for it. None where a half could stand in for one of several."""
    amounts = [fee for fee in fees if kind_of(fee) is Kind.AMOUNT]
    undated = [fee for fee in amounts if is_due(fee) and not (fee.valid_from or _end(fee))]
    dated = [fee for fee in amounts if _end(fee)]
    if len(undated) == 1 and len(dated) == len(amounts) - 1:
        return [(undated[0], low) for low in dated if _is_reduced(low, undated[0])][:1]
    return _halved(undated, dated)


def _halved(undated: Fees, dated: Fees) -> list[tuple[Fee, Fee]]:
    """Pairs of a full amount and its half; a half whose own days cannot be read counts beside others that have them."""
    found = _with_their_halves(undated, dated)
    if found and {low.amount for low in dated} == {low.amount for _, low in found}:
        rest = [fee for fee in undated if fee.amount not in {full.amount for full, _ in found}]
        found += _with_their_halves(rest, rest)
    times, halves = (Counter(fee.amount for fee in fees) for fees in (undated, [*dated, *undated]))
    return [(full, low) for full, low in found if times[full.amount] <= halves[low.amount]]


def _with_their_halves(fees: Fees, lower: Fees) -> list[tuple[Fee, Fee]]:
    return [(full, low) for full in fees for low in lower if (low.amount or 0) * 2 == full.amount]


def _is_reduced(fee: Fee, full: Fee) -> bool:
    low, high = fee.amount or 0, full.amount or 0
    return low < high if fee.valid_to else low * 2 == high

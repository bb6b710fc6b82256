"""The time limits that a line cuts, channel by channel, beside the limits that the law gives."""

from collections.abc import Iterator
from dataclasses import replace

from decisions.lines.limits import Limit, read_limit
from decisions.models import DecisionLine
from procedures_catalog.facts.record import Channel, TimeLimit
from procedures_catalog.facts.time_limits import time_text
from procedures_catalog.facts.times.lengths import Length
from procedures_catalog.facts.vocabulary import CHANNELS, NO_CHANNEL, UNITS

Channels = tuple[Channel, ...]
NO_AFTER = "chưa rõ thời hạn sau cắt giảm"
NOTHING_CUT = "ghi là cắt giảm nhưng cũng ghi không thực hiện cắt giảm"
NO_CHANNELS = "thủ tục chưa ghi cách thức thực hiện nào, nên không biết cắt giảm ở đâu"
_UNIT_OF = {label: unit for unit, label in UNITS.items() if unit != "other"}


def cuts(line: DecisionLine) -> bool:
    """Whether it says a shorter limit."""
    return bool(line.after.strip()) and not line.is_not_cut


def reduced(channels: Channels, line: DecisionLine) -> tuple[Channels, list[str]]:
    """The channels with the reduced limit at those whose limit today is the line's “before” (at all, where it names
    none and all have one limit), and what is asked. Nothing changes while anything is asked."""
    asks = list(_asks(channels, line))
    after = line.after_limit
    if asks or after is None:
        return channels, asks
    limit = as_time_limit(after)
    return tuple(replace(each, reduced=limit) if _is_meant(each, line) else each for each in channels), []


def _asks(channels: Channels, line: DecisionLine) -> Iterator[str]:
    after = line.after_limit
    if after is None:
        yield NO_AFTER
    elif after.length is None:
        yield f"thời hạn sau cắt giảm “{after}” không phải một thời hạn duy nhất: hãy sửa, hoặc soạn ở bản nháp"
    elif not channels:
        yield NO_CHANNELS
    else:
        yield from _of_others(channels, line, after.length)


def _of_others(channels: Channels, line: DecisionLine, after: Length) -> Iterator[str]:
    """Asks where channels have another limit than the line says, or a shorter one already."""
    others = [each for each in channels if not _is_meant(each, line)]
    meant = [each for each in channels if _is_meant(each, line)]
    if others and not (meant and line.is_partly):
        now = "; ".join(map(_told, others))
        said = f"“{line.before_limit}”" if line.before_limit else "(dòng không ghi)"
        yield f"thời hạn trước {said} không phải thời hạn hiện nay của thủ tục ({now})"
    longer = [each for each in meant if (length := _length(each)) and after.days > length.days]
    if longer:
        yield f"thời hạn sau cắt giảm ({after.text}) dài hơn thời hạn hiện nay ({time_text(longer[0].time_limit)})"


def _told(channel: Channel) -> str:
    return f"{CHANNELS.get(channel.channel, NO_CHANNEL).lower()}: {time_text(channel.time_limit) or 'chưa ghi'}"


def _is_meant(channel: Channel, line: DecisionLine) -> bool:
    before, now = line.before_limit, _length(channel)
    if now is None:
        return False
    if before is None:
        return True
    return before.length is not None and before.length.text == now.text


def _length(channel: Channel) -> Length | None:
    limit = read_limit(time_text(channel.time_limit))
    return limit.length if limit else None


def as_time_limit(limit: Limit) -> TimeLimit:
    """As the catalogue keeps one: a number with its unit, a sentence where it has none for the unit."""
    length = limit.length
    if length is None or length.unit not in _UNIT_OF:
        return TimeLimit(unit="other", text=str(limit))
    return TimeLimit(length.number.replace(",", "."), _UNIT_OF[length.unit])

"""How long, in one line: what the table says, what its notes add, and what the steps say where both are silent."""

import dataclasses
import re
from collections.abc import Mapping, Sequence

from procedures_catalog.facts.record import Channel, Step, TimeLimit
from procedures_catalog.facts.time_limits import is_contradicted, is_possible, time_text
from procedures_catalog.facts.times.clock import is_by_the_clock, on_the_day
from procedures_catalog.facts.times.lengths import Length, length_of
from procedures_catalog.facts.times.noted import SEVERAL, longer_case, notes_of, other_unit, whole_time
from procedures_catalog.facts.times.stepped import stepped_time, time_by_cases
from procedures_catalog.facts.vocabulary import UNITS

#: The answer where no way of handing in has a time limit.
UNSTATED = "Chưa công bố thời hạn"
#: The answer where a line cannot say it and the table does.
SEE_TABLE = "Tùy trường hợp, xem bảng thời hạn"
#: How the answer begins where the time depends on how one hands in, and all of it where a line cannot say it.
BY_CHANNEL = "Tùy cách nộp"
SEE_TABLE_OF_CHANNELS = f"{BY_CHANNEL}, xem bảng thời hạn"
_LONGEST_SENTENCE = 120
_LONGEST_OF_CHANNELS = 100
_A_DAY = Length("1", "ngày")
_WAYS = {"direct": "trực tiếp", "postal": "bưu chính", "online": "trực tuyến"}
#: Where the table only sends one to its notes, or has "none" in the field.
_SAYS_NOTHING = re.compile(r"(?:theo|xem(?: phần)?) mô tả|không(?: có)?|tùy theo từng trường hợp", re.IGNORECASE)


def summary(channels: Sequence[Channel], steps: Sequence[Step] = ()) -> str:
    """How long, in one line; a province's reduced limit replaces the one by law where it exists."""
    limits = [row.reduced if row.reduced != TimeLimit() else row.time_limit for row in channels]
    known = [text for text in dict.fromkeys(map(time_text, limits)) if text and not _SAYS_NOTHING.fullmatch(text)]
    if not known:
        return _beside_the_table(channels, steps)
    if is_by_the_clock(limits, texts := [*notes_of(channels), *_texts(steps)]):
        return on_the_day(texts) + longer_case(_A_DAY, channels)
    numbers = [limit for limit in limits if _is_number(limit)]
    if len(known) == 1 and not numbers:
        return known[0] if len(known[0]) <= _LONGEST_SENTENCE else SEE_TABLE
    spoken_of = () if any(row.reduced != TimeLimit() for row in channels) else channels
    if len(known) > 1 and (by_channel := _one_each(channels, limits)):
        return _of_channels(by_channel, spoken_of)
    if len(known) > 1 and (len(numbers) < len(limits) or len({limit.unit for limit in numbers}) > 1):
        return SEE_TABLE
    return _of_numbers([length_of(limit.number, limit.unit) for limit in numbers], spoken_of, steps)


def _one_each(channels: Sequence[Channel], limits: Sequence[TimeLimit]) -> Mapping[str, TimeLimit]:
    """Channel → its time, where each way of handing in has just one; {} where one has several."""
    found: dict[str, TimeLimit] = {}
    for row, limit in zip(channels, limits, strict=True):
        if time_text(found.setdefault(row.channel, limit)) != time_text(limit):
            return {}
    return found


def _of_channels(limits: Mapping[str, TimeLimit], channels: Sequence[Channel]) -> str:
    """ "Tùy cách nộp: trực tiếp 40 ngày; bưu chính 30 ngày", with the longer case of which notes tell. No channels: as
    in `_of_numbers`."""
    if not all(map(_is_number, limits.values())):
        return SEE_TABLE_OF_CHANNELS
    ways: dict[Length, list[str]] = {}
    for channel in sorted(limits, key=[*_WAYS].index):
        ways.setdefault(length_of(limits[channel].number, limits[channel].unit), []).append(_WAYS[channel])
    said = "; ".join(f"{', '.join(names)} {length.text}" for length, names in ways.items())
    most = max(ways, key=lambda length: length.days)
    line = f"{BY_CHANNEL}: {said}{longer_case(most, channels)}"
    return line if len(line) <= _LONGEST_OF_CHANNELS else SEE_TABLE_OF_CHANNELS


def _is_number(limit: TimeLimit) -> bool:
    is_one = bool(limit.number) and limit.unit in UNITS and limit.unit != "other"
    return is_one and is_possible(limit) and not is_contradicted(limit)


def _beside_the_table(channels: Sequence[Channel], steps: Sequence[Step]) -> str:
    """What the notes say, or the way to the table where they say more than a line holds; else what the steps say."""
    noted = whole_time(channels)
    if noted is not None:
        return noted or SEE_TABLE
    return stepped_time(channels, steps) or UNSTATED


def _of_numbers(lengths: Sequence[Length], channels: Sequence[Channel], steps: Sequence[Step]) -> str:
    """ "5 – 15 ngày làm việc, tùy trường hợp", with what notes and steps say against it or beside it. No channels: they
    speak of the time by law, and the province's own is told."""
    ordered = sorted(lengths, key=lambda length: length.days)
    least, most = ordered[0], ordered[-1]
    if least.number != most.number:
        return f"{least.number} – {most.text}{longer_case(most, channels) or ', tùy trường hợp'}"
    if by_cases := channels and time_by_cases(steps, most):
        return by_cases
    unit, said = _in_its_unit(most, channels, steps)
    more = longer_case(dataclasses.replace(most, unit=unit), channels)
    return _first_up(more.removeprefix("; ")) if more.startswith(f"; {SEVERAL}") else said + more


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


def _in_its_unit(stated: Length, channels: Sequence[Channel], steps: Sequence[Step]) -> tuple[str, str]:
    """The unit in which notes, else steps, count the same number, and the time with that beside it."""
    noted = other_unit(stated, notes_of(channels))
    texts = _texts(steps) if channels else []
    if "giờ làm việc" in (noted, other_unit(stated, texts)):
        return "giờ làm việc", f"{stated.text} làm việc"
    if noted:
        return noted, f"{stated.text} (ghi chú nêu {stated.number} {noted})"
    stepped = other_unit(stated, [*notes_of(channels), *texts], received=True)
    said = f"{stated.text} (các bước nêu {stated.number} {stepped})"
    return (stepped, said) if stepped else (stated.unit, stated.text)


def _texts(steps: Sequence[Step]) -> list[str]:
    return [f"{step.name}\n{step.text}" for step in steps]

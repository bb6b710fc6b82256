"""How long: nothing is promised that the table does not hold, and nothing is kept back that it holds."""

import re
from collections.abc import Mapping

from procedures_catalog.facts.time_limits import format_time_limit
from tests.truth.kinds import Kind, Told

_NOTHING = re.compile(r"(?:\d+ ?)?(?:OTHER)?|Không(?: có)?(?: OTHER)?")
_LENGTH = re.compile(r"\d+\)? ?(?:\([^)]*\) ?)?(?:ngày|giờ|tháng|tuần|phút|năm\b)", re.IGNORECASE)


def _stated(told: Told) -> list[str]:
    """The time limits that the record states, as the national list writes them."""
    written = (format_time_limit(row.time_limit) for row in told.record.channels)
    return [text for text in written if not _NOTHING.fullmatch(text.strip())]


def _notes(told: Told) -> list[str]:
    return [note for row in told.record.channels for note in row.notes]


def _promises_an_empty_table(told: Told) -> bool:
    return "bảng" in told.answers["time"].text and not _stated(told) and not any(_notes(told))


def _keeps_back(told: Told) -> bool:
    """Said to be unknown although a channel states it, or a note begins with a length of time."""
    begins = any(_LENGTH.match(note.removeprefix("Mô tả:").strip(" -+")) for note in _notes(told))
    return not told.answers["time"].known and (bool(_stated(told)) or begins)


def _has_no_way_to_the_table(told: Told) -> bool:
    answer = told.answers["time"]
    return "bảng" in answer.text and answer.href != "#cach-nop"


def _says_case_for_channel(told: Told) -> bool:
    """Each way of handing in has one time, they differ, and the answer leaves it to the case."""
    times: dict[str, set[str]] = {}
    for row in told.record.channels:
        times.setdefault(row.channel, set()).add(" ".join(format_time_limit(row.time_limit).split()))
    each = [next(iter(values)) for values in times.values() if len(values) == 1]
    stated = [value for value in each if not _NOTHING.fullmatch(value)]
    is_one_each = len(each) == len(times) and len(stated) == len(each) and len(set(stated)) > 1
    return is_one_each and "tùy cách nộp" not in told.answers["time"].text.lower()


TIME_KINDS: Mapping[str, Kind] = {
    "table_promised_but_empty": Kind(
        "a table of times is promised, and it says nothing three times", _promises_an_empty_table
    ),
    "table_without_a_link": Kind("the table of times is named and nothing leads to it", _has_no_way_to_the_table),
    "channel_called_a_case": Kind("“tùy trường hợp” where it depends on how one hands in", _says_case_for_channel),
    "stated_time_kept_back": Kind("a time that the record states is said to be unknown", _keeps_back),
}

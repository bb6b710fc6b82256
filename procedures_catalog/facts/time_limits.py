"""Time limits: between the national wording ("5 WORKING_DAY") and a number with a unit, and what people read."""

import re
from collections.abc import Sequence

from procedures_catalog.facts.record import Channel, TimeLimit
from procedures_catalog.facts.vocabulary import NATIONAL_UNITS, UNITS

#: The answer where no way of handing in has a time limit.
UNSTATED = "Chưa công bố thời hạn"
#: The answer where a line cannot say it and the table does.
SEE_TABLE = "Tùy trường hợp, xem bảng thời hạn"
_LONGEST_SENTENCE = 120
_UNIT_KEYS = {text: key for key, text in NATIONAL_UNITS.items()}
_NUMBERED = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?) (WORKING_DAY|ngày|HOUR|MONTH|YEAR|OTHER)")
_WORDED = re.compile(r"(.*\S)\s+OTHER|OTHER", re.DOTALL)


def parse_time_limit(text: str) -> TimeLimit:
    """A time limit as the national database writes it; a sentence stays a sentence."""
    text = text.strip()
    if match := _NUMBERED.fullmatch(text):
        return TimeLimit(match[1], _UNIT_KEYS[match[2]])
    if match := _WORDED.fullmatch(text):
        return TimeLimit("", "other", match[1] or "")
    return TimeLimit("", "", text)


def format_time_limit(limit: TimeLimit) -> str:
    """The national wording of a time limit; the inverse of `parse_time_limit`."""
    parts = (limit.number or limit.text, NATIONAL_UNITS.get(limit.unit, ""))
    return " ".join(filter(None, parts))


def time_text(limit: TimeLimit) -> str:
    """What people read: "3,5 ngày làm việc", a sentence, or "" when the row leaves it to its notes."""
    if limit.number and limit.unit not in ("other", ""):
        return f"{limit.number.replace('.', ',')} {UNITS[limit.unit]}"
    return " ".join(limit.text.split()).strip("- ")


# Where a channel leaves its time to its notes ("1 OTHER"), many notes tell it, and many only say how to hand in.
_LENGTH = r"(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|mười)\)? ?(?:\([^)]{1,20}\) ?)?(?:ngày|giờ|tháng|tuần|phút|năm\b)"
_OF_TIME = re.compile(
    rf"{_LENGTH}|\bngay\b|trong ngày|thời hạn|thời gian|đến ngày|trước ngày|trước khi|kể từ|theo đợt|tự động"
    r"|không quy định(?! chi tiết)",
    re.IGNORECASE,
)
_SAYS_ONLY_THE_TIME = re.compile(
    rf"(?:trong (?:thời hạn|thời gian|vòng)|thời hạn|không quá|tối đa|chậm nhất|ngay|{_LENGTH})", re.IGNORECASE
)


def note_text(note: str) -> str:
    """A note without the words "Mô tả:" that the national export puts before each."""
    return note.removeprefix("Mô tả:").strip()


def tells_the_time(notes: Sequence[str]) -> bool:
    """Whether notes of a channel speak of time at all."""
    return any(_OF_TIME.search(note) for note in notes)


def summary(channels: Sequence[Channel]) -> str:
    """How long, in one line; a province's reduced limit replaces the one by law where it exists."""
    limits = [row.reduced if row.reduced != TimeLimit() else row.time_limit for row in channels]
    known = [text for text in dict.fromkeys(map(time_text, limits)) if text]
    if not known:
        return _noted(channels)
    if len(known) == 1:
        return known[0] if len(known[0]) <= _LONGEST_SENTENCE else SEE_TABLE
    return _range(limits) or SEE_TABLE


def _noted(channels: Sequence[Channel]) -> str:
    """What the notes say: the one note that every channel has, the way to the table, or that nothing is known."""
    if not any(tells_the_time(row.notes) for row in channels):
        return UNSTATED
    notes = {tuple(map(note_text, row.notes)) for row in channels}
    only = notes.pop() if len(notes) == 1 else ()
    text = " ".join(only[0].strip("-+* ").split()) if len(only) == 1 else ""
    return text if len(text) <= _LONGEST_SENTENCE and _SAYS_ONLY_THE_TIME.match(text) else SEE_TABLE


def _range(limits: Sequence[TimeLimit]) -> str:
    """ "5 – 15 ngày làm việc" when every limit has a number in the same unit."""
    units = {limit.unit for limit in limits}
    if len(units) != 1 or not all(limit.number for limit in limits) or units & {"", "other"}:
        return ""
    numbers = sorted(float(limit.number.replace(",", ".")) for limit in limits)
    low, high = (f"{number:g}".replace(".", ",") for number in (numbers[0], numbers[-1]))
    return f"{low} – {high} {UNITS[units.pop()]}, tùy trường hợp"

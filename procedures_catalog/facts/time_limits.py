"""Time limits: between the national wording ("5 WORKING_DAY") and a number with a unit, and what people read."""

import re
from collections.abc import Sequence
from datetime import date

from procedures_catalog.facts.record import TimeLimit
from procedures_catalog.facts.vocabulary import NATIONAL_UNITS, UNITS

_UNIT_KEYS = {text: key for key, text in NATIONAL_UNITS.items()}
_NUMBERED = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?) (WORKING_DAY|ngày|HOUR|MONTH|YEAR|OTHER)")
# What no limit can be: a number of another shape before a unit, or alone (the list's own units stand in no sentence).
_NO_LIMIT = re.compile(r"\b(?:WORKING_DAY|HOUR|MONTH|YEAR)\b|^[-+−]?[\d.,/eE+-]*\d[\d.,/eE+-]*(?: (?:ngày|OTHER))?$")
_DAY = re.compile(r"(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?")
#: No limit of the national list (July 2026) has a greater number.
MOST = 999
_NAMED = re.compile(r"(?<![\d/.,])(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:\([^()]*\)\s*)?(?:ngày|giờ|tháng|tuần|phút|năm)\b")
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


def is_possible(limit: TimeLimit) -> bool:
    """Whether it can be one at all: a number of some use, a day that there is, or words; what states nothing can."""
    if limit.number:
        return limit.unit in ("other", "") or 0 < float(limit.number.replace(",", ".")) <= MOST
    text = " ".join(limit.text.split())
    if found := _DAY.fullmatch(text):
        return _is_day(*(int(part or 2000) for part in found.groups()))  # 2000 had a 29 February
    return not _NO_LIMIT.search(text)


def _is_day(day: int, month: int, year: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def time_text(limit: TimeLimit) -> str:
    """What people read: "3,5 ngày làm việc", a sentence, or "" where its notes say it or it can be no limit."""
    if not is_possible(limit):
        return ""
    if is_contradicted(limit):
        return f"Chưa rõ: số ghi {_number_text(limit)}, lời văn ghi “{' '.join(limit.text.split())}”"
    if limit.number and limit.unit not in ("other", ""):
        return _number_text(limit)
    return " ".join(limit.text.split()).strip("- ")


def _number_text(limit: TimeLimit) -> str:
    unit = "" if limit.unit == "other" else UNITS.get(limit.unit, "")
    return f"{limit.number.replace('.', ',')} {unit}".strip()


def is_contradicted(limit: TimeLimit) -> bool:
    """Whether beside the number stand words that name a time and not that number; the national list never has both."""
    named = set(map(_plain_number, _NAMED.findall(limit.text)))
    return bool(limit.number and named) and _plain_number(limit.number) not in named


def _plain_number(number: str) -> str:
    return number.strip().replace(".", ",").lstrip("0")


# Where a channel leaves its time to its notes ("1 OTHER"), many notes tell it, and many only say how to hand in.
_LENGTH = r"(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|mười)\)? ?(?:\([^)]{1,20}\) ?)?(?:ngày|giờ|tháng|tuần|phút|năm\b)"
_OF_TIME = re.compile(
    rf"{_LENGTH}|\bngay\b|trong ngày|thời hạn|thời gian|đến ngày|trước ngày|trước khi|kể từ|theo đợt|tự động"
    r"|không quy định(?! chi tiết)",
    re.IGNORECASE,
)


def note_text(note: str) -> str:
    """A note without the words "Mô tả:" that the national export puts before each."""
    return note.removeprefix("Mô tả:").strip()


def tells_the_time(notes: Sequence[str]) -> bool:
    """Whether notes of a channel speak of time at all."""
    return any(_OF_TIME.search(note) for note in notes)

"""Days that a text names: on one of them, or the day after, it may say another thing although nobody changed it."""

import re
from datetime import date, timedelta

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_WRITTEN = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_DAY = timedelta(days=1)


def may_have_turned(text: str, since: date, on: date) -> bool:
    """Whether the text, as it is kept or as people write it, names a day that came after one day and up to another, or
    a last day that went by meanwhile. Takes any text."""
    if since >= on:
        return False
    iso = ((int(year), int(month), int(day)) for year, month, day in _ISO.findall(text))
    written = ((int(year), int(month), int(day)) for day, month, year in _WRITTEN.findall(text))
    return any(since - _DAY < day <= on for parts in (*iso, *written) if (day := _day(*parts)))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

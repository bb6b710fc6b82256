"""The day for which somebody asks when an office is open: "thứ bảy ủy ban có làm việc không"."""

import re
from datetime import date, timedelta

_SATURDAY, _SUNDAY = 5, 6
#: Day of the week → how people name it, without marks. "Tư", "năm" and "ba" alone are other words.
_NAMED = {
    0: r"thu (?:hai|2)",
    1: r"thu (?:ba|3)",
    2: r"thu (?:tu|4)",
    3: r"thu (?:nam|5)",
    4: r"thu (?:sau|6)",
    _SATURDAY: r"thu (?:bay|7)|t7|cuoi tuan",
    _SUNDAY: r"chu nhat|chua nhat|ngay cn",
}
_TOMORROW = re.compile(r"\b(?:ngay|bua|sang|chieu|trua) mai\b|\bmai (?:co|lam|mo|ubnd|uy|thu)")
_PATTERNS = {day: re.compile(rf"\b(?:{said})\b") for day, said in _NAMED.items()}


def day_asked(folded: str, on: date) -> date | None:
    """The next day, from `on`, that a folded question names; None where it names none."""
    if _TOMORROW.search(folded):
        return on + timedelta(days=1)
    found = (day for day, said in _PATTERNS.items() if said.search(folded))
    wanted = next(found, None)
    return None if wanted is None else on + timedelta(days=(wanted - on.weekday()) % 7)

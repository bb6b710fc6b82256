"""An hour of the clock up to which papers are answered on the day on which they come: no length of time, though the
national list has it for one (“15 HOUR”)."""

import re
from collections.abc import Iterable, Sequence

from procedures_catalog.facts.record import TimeLimit

_LATE = re.compile(
    r"nhận (?:hồ sơ|yêu cầu)[^.;]{0,60}sau (?P<hour>\d{1,2}) giờ"
    r"[^.;]{0,60}trả kết quả[^.;]{0,60}ngày làm việc tiếp theo"
)


def on_the_day(texts: Iterable[str]) -> str:
    """The ordinary case, then the late one, where texts tell the late one; else ""."""
    hour = _hour(texts)
    return f"Trong ngày; nộp sau {hour} giờ: ngày làm việc tiếp theo" if hour else ""


def is_by_the_clock(limits: Sequence[TimeLimit], texts: Iterable[str]) -> bool:
    """Whether all limits are that hour."""
    found = {(limit.unit, limit.number.lstrip("0")) for limit in limits}
    return found == {("hour", _hour(texts))}


def _hour(texts: Iterable[str]) -> str:
    return next((match["hour"] for text in texts if (match := _LATE.search(text))), "")

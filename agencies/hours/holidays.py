"""Public holidays that stand on the same day each year: on these the hours of the week are not taken for granted.

That a counter is closed is said by what the desk writes down with its document, not by this table; it only keeps the
portal from sending people to a closed door when nobody has written anything down. Tết and Giỗ Tổ go by the moon and are
not in it.
"""

from datetime import date

_LABOUR_LAW = 2021  # the first full year of Bộ luật Lao động 45/2019/QH14, Điều 112
#: (day, month) → its name, the first year.
_FIXED = {
    (1, 1): ("Tết Dương lịch", _LABOUR_LAW),
    (30, 4): ("Ngày Chiến thắng 30/4", _LABOUR_LAW),
    (1, 5): ("Ngày Quốc tế lao động 1/5", _LABOUR_LAW),
    (2, 9): ("Quốc khánh 2/9", _LABOUR_LAW),
    (24, 11): ("Ngày Văn hóa Việt Nam", 2026),  # Nghị quyết 28/2026/QH16, Điều 2
}


def public_holiday(on: date) -> str:
    """The name of the holiday; "" on any other day."""
    name, since = _FIXED.get((on.day, on.month), ("", on.year))
    return name if on.year >= since else ""

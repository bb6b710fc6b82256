"""What a note says of a sum, in the words that people read: “20.000 vnđ /tờ khai” is 20.000 đồng a declaration."""

import re

from vietnamese.whole_numbers import write_whole

_NUMBER = r"(?P<number>\d{1,3}(?:[.,]\d{3})+|\d+)"
_UNIT = r"(?P<unit>đồng|vnđ|vnd|đ|usd|us\$|\$)"
_PER = r"(?P<per>/\s*(?:0?1\s*)?[^\W\d][^\d;.()]*?(?:/\s*(?:0?1\s*)?[^\W\d][^\d;.()]*?)*)"
_SUM = re.compile(rf"(?:(?:lệ )?phí\b[^\d;]{{0,40}})?{_NUMBER}\s*{_UNIT}?\s*{_PER}?", re.IGNORECASE)
_REPEATED = re.compile(rf"(?:(?:lệ )?phí\b[\s:]*)?{_NUMBER}\s*{_UNIT}(?!\w)\s*(?P<rest>.*)", re.IGNORECASE)
_PER_EACH = re.compile(r"\s*/\s*(?:0?1\s+)?")
#: A number without a currency is one of đồng where it is as long as sums are.
_LEAST = 1_000
_DONG = ("đồng", "vnđ", "vnd", "đ")


def sum_in_words(note: str) -> str:
    """ "20.000 đồng/tờ khai", "10 USD/giấy"; "" for a note that says more than a sum and what it is for."""
    match = _SUM.fullmatch(note.strip(" .;()"))
    if not match or not (match["unit"] or match["per"]):
        return ""
    value, unit = int(re.sub(r"\D", "", match["number"])), (match["unit"] or "đồng").lower()
    if value < _LEAST and not match["unit"]:
        return ""
    said = "đồng" if unit in _DONG else "USD"
    return f"{write_whole(value)} {said}{_PER_EACH.sub('/', match['per'] or '').rstrip()}"


def without_sum(note: str, amount: int) -> str:
    """The note without the amount that it repeats."""
    match = _REPEATED.fullmatch(note.strip(" .;"))
    is_repeated = match and int(re.sub(r"\D", "", match["number"])) == amount
    return match["rest"] if match and is_repeated else note


def is_sign(note: str) -> bool:
    """Whether it is the sign of a footnote: it says nothing by itself."""
    return bool(re.fullmatch(r"\W*\d{0,2}\W*", note))

"""The sums of money that a text names, in đồng or in another currency."""

import re
from dataclasses import dataclass

from vietnamese.spelling import exact

# Dots, commas or spaces part groups of three digits, all of one kind in a number; "2,1" is a fraction; what is parted
# otherwise ("10.000.0000") is a sum that nobody can be sure of, and equal to none. A bare number counts where what
# follows says that it is a price: "500.000/lô hàng", "4.500.000 (bốn triệu …)".
_GROUPED = r"(?P<grouped>\d{1,3}(?P<mark>[.,\s])\d{3}(?:(?P=mark)\d{3})*)"
_NUMBER = rf"(?<![\w.,/])(?:{_GROUPED}|(?P<plain>\d+(?:,\d{{1,2}})?)|(?P<broken>\d[\d.,]*\d))(?![.,]?\d)"
_IN_WORDS = r"(?:\s*\([^()\d]*\))?"
_UNIT = r"(?P<unit>đồng|vnđ|vnd|usd|us\$|\$|eur|đô la|đ)(?!\w)"
_SUM = re.compile(rf"{_NUMBER}{_IN_WORDS}\s*(?:(?P<scale>triệu|nghìn|ngàn|tỷ|tỉ)\s*)?(?:{_UNIT}|(?=\s*(?:[/(]|$)))")
_LIMIT = re.compile(r"(?:tối đa|tối thiểu|không quá|không dưới)[\s:]*(?:là\s*)?$")
_SCALES = {"triệu": 1_000_000, "nghìn": 1_000, "ngàn": 1_000, None: 1}
_DONG = ("đồng", "vnđ", "vnd", "đ", None)
_SHORTEST_BARE = 5


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum that a text names; `value` in whole units of its currency, rounded, -1 for one that cannot be read.

    `is_limit` says that it is only the least or most of a fee that is reckoned ("tối đa 200.000 đồng").
    """

    value: int
    is_foreign: bool = False
    is_limit: bool = False


def sums_in(text: str) -> tuple[Sum, ...]:
    """The sums that a text names, in its order. Milliards are no fees but what fees are reckoned from."""
    return tuple(found for match in _SUM.finditer(exact(text)) if (found := _sum(match)))


def first_sum(text: str) -> tuple[str, Sum | None]:
    """What stands before the first sum that a text names, in small letters, and that sum; all of it where none is."""
    small = exact(text)
    found = ((match, _sum(match)) for match in _SUM.finditer(small))
    return next(((small[: match.start()], one) for match, one in found if one), (small, None))


def _sum(match: re.Match[str]) -> Sum | None:
    if match["scale"] in ("tỷ", "tỉ") or _is_bare(match):
        return None
    value = round(_number(match) * _SCALES[match["scale"]])
    is_limit = bool(_LIMIT.search(match.string[: match.start()]))
    return Sum(value, match["unit"] not in _DONG, is_limit) if value else None


def _is_bare(match: re.Match[str]) -> bool:
    """A number of a few digits or parts that nothing says to be money: a day, an article, a weight."""
    is_long = match["grouped"] or len(match["plain"] or "") >= _SHORTEST_BARE
    return match["unit"] is None and match["scale"] is None and not is_long


def _number(match: re.Match[str]) -> float:
    if match["grouped"]:
        return int(match["grouped"].replace(match["mark"], ""))
    return float(match["plain"].replace(",", ".")) if match["plain"] else -1

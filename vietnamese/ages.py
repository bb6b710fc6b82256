"""Ages in a text: “14 tuổi”, “bảy mươi hai tuổi”; and for which ages something is: “từ đủ 14 tuổi trở lên”.

Takes texts with or without marks.
"""

import re
from collections.abc import Iterable, Iterator

from vietnamese.fold import fold

OLDEST = 120
Span = tuple[int, int]  # the first and the last age

_FROM = re.compile(r"(?:tu du|tu|du|tren) (\d{1,3}) tuoi tro len")
_ABOVE = re.compile(r"tren (\d{1,3}) tuoi")
_BELOW = re.compile(r"(?:duoi|chua du) (\d{1,3}) tuoi")
_BETWEEN = re.compile(r"tu (?:du )?(\d{1,3})(?: tuoi)? den (duoi |chua du )?(\d{1,3}) tuoi")
_ONES = ("", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin")
_OTHERS = {1: ("mot", "mot"), 4: ("tu", "bon"), 5: ("lam", "nham", "nam")}  # behind a ten: mốt, tư, lăm


def _spoken() -> Iterator[tuple[str, int]]:
    """Each number from 1 to 99 as people say it, without marks."""
    for number in range(1, 100):
        tens, ones = divmod(number, 10)
        leads = [""] if not tens else ["muoi"] if tens == 1 else [f"{_ONES[tens]} {ten}" for ten in ("muoi", "chuc")]
        ends = _OTHERS.get(ones, (_ONES[ones],)) if tens else (_ONES[ones],)
        short = [f"{_ONES[tens]} {end}" for end in ends] if tens > 1 and ones else []
        yield from ((said.strip(), number) for said in (*(f"{lead} {end}" for lead in leads for end in ends), *short))


_NUMBERS = dict(_spoken())
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_AGE = re.compile(rf"(?<![\w.,])(?P<below>duoi |chua du )?(?:(\d{{1,3}})|({_WORDS})) ?tuoi(?!\w)")


def ages_in(text: str) -> list[int]:
    """The ages that are told, in years, in their order, “dưới 14 tuổi” as 13; of months ("6 tháng tuổi") none."""
    return [age for age in map(_years, _AGE.finditer(fold(text))) if 0 <= age <= OLDEST]


def span_of_ages(text: str) -> Span | None:
    """The ages that a text is for; None where it says none."""
    said = fold(text)
    if between := _BETWEEN.search(said):
        return int(between[1]), int(between[3]) - bool(between[2])
    if below := _BELOW.search(said):
        return 0, int(below[1]) - 1
    if since := _FROM.search(said):
        return int(since[1]), OLDEST
    above = _ABOVE.search(said)
    return (int(above[1]) + 1, OLDEST) if above else None


def is_within(ages: Iterable[int], span: Span | None) -> bool:
    """Whether one of the ages is of the span; so it is where there are no ages, or no span."""
    told = list(ages)
    return span is None or not told or any(span[0] <= age <= span[1] for age in told)


def _years(found: re.Match[str]) -> int:
    told = int(found[2]) if found[2] else _NUMBERS[found[3]]
    return told - bool(found["below"])

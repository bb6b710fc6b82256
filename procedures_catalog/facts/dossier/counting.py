"""How many papers one brings, in a line."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from procedures_catalog.facts.dossier.arranging import Part


class Count(NamedTuple):
    """Papers that everybody hands in and shows, that only some bring, and that a later step asks for."""

    submit: int = 0
    show: int = 0
    some: int = 0
    later: int = 0

    @property
    def all(self) -> int:
        """What everybody brings."""
        return self.submit + self.show


def count(part: Part) -> Count:
    """What a part asks for; what the office writes itself is asked of nobody."""
    if part.label.how == "office":
        return Count()
    asked = [paper for paper in part.papers if paper.is_asked]
    if part.label.when == "later":
        return Count(later=len(asked))
    always = [paper for paper in asked if not (paper.is_conditional or part.label.when)]
    shown = sum(paper.how == "show" for paper in always)
    return Count(len(always) - shown, shown, len(asked) - len(always))


def said_of(part: Part) -> str:
    """ "3 loại giấy tờ, thêm 2 tùy trường hợp": beside the name of a part; "" where it asks for nothing."""
    found = count(part)
    if part.label.when == "if":
        return f"{found.some} loại giấy tờ" if found.some else ""
    return _sentence(found._replace(submit=found.all, show=0), "")


def said(parts: Sequence[Part]) -> str:
    """The whole dossier in a line; "" where it asks for no paper."""
    cases = [count(part) for part in parts if part.label.kind == "case"]
    rest = _sum(count(part) for part in parts if part.label.kind != "case")
    later = f", {rest.later} ở bước sau" if rest.later else ""
    asking = [case for case in cases if case.all or case.some]
    if not asking:
        return _sentence(rest, later)
    low = min(case.all or 1 for case in asking) + rest.all
    high = max(case.all or case.some for case in asking) + rest.all
    amount = f"{low}" if low == high else f"{low} đến {high}"
    more = ", có thể thêm" if rest.some or any(case.all and case.some for case in asking) else ""
    return f"{amount} loại giấy tờ, tùy {len(cases)} trường hợp{more}"


def _sum(counts: Iterable[Count]) -> Count:
    return Count(*map(sum, zip(Count(), *counts, strict=True)))


def _sentence(found: Count, later: str) -> str:
    if found.submit and found.show:
        amount = f"{found.submit} giấy tờ nộp, {found.show} giấy tờ xuất trình"
    elif found.all:
        amount = f"{found.all} loại giấy tờ"
    else:
        return f"Đến {found.some + found.later} loại giấy tờ, tùy trường hợp" if found.some + found.later else ""
    some = f", thêm {found.some} tùy trường hợp" if found.some else ""
    return f"{amount}{some}{later}"

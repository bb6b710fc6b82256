"""What a paper says of the office that it is for, and which of that is no longer so.

A paper can be wrong only in what it says: what it leaves out, such as a telephone that was not known then, is no fault.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from agencies.models import AdministrativeUnit, Agency
from pages.models import PortalSettings
from paper.contents import Header
from posting.models import PostedPaper
from posting.place.place import header_of
from procedures_catalog.comparing.changes import Change
from vietnamese.spelling import squeeze

#: Kind, ids of unit and counter, and what is said of them.
_Said = tuple[str, int | None, int | None, Mapping[str, str]]

#: What can stand in a head, and what people call it.
LABELS: Mapping[str, str] = {
    "province": "Tên tỉnh, thành phố",
    "office": "Tên nơi tiếp nhận",
    "address": "Địa chỉ nơi tiếp nhận",
    "phone": "Điện thoại nơi tiếp nhận",
    "hours": "Giờ làm việc",
    "note": "Lưu ý của nơi tiếp nhận",
    "hotline": "Đường dây nóng",
}
#: Kinds of paper whose templates print less than that.
_SHORTER: Mapping[str, tuple[str, ...]] = {
    "poster": ("province", "office", "hotline"),
    "labels": ("province", "office"),
}


def head_said(kind: str, header: Header) -> dict[str, str]:
    """Part → its text, for each part of LABELS that a paper of this kind prints."""
    said = {part: getattr(header, part) for part in _SHORTER.get(kind, tuple(LABELS))}
    lines = {part: text if isinstance(text, str) else "; ".join(text) for part, text in said.items()}
    return {part: squeeze(text) for part, text in lines.items() if text}


class HeadsToday:
    """Compares papers with what holds now; the settings of the main site are read once, when first needed."""

    def __init__(self) -> None:
        self._said: dict[tuple[str, Any, Any], dict[str, str]] = {}

    @cached_property
    def _portal(self) -> PortalSettings:
        return PortalSettings.of_main_site()

    def changes(self, paper: PostedPaper) -> tuple[Change, ...]:
        """The parts of the paper's head that say something else now, in the order of LABELS; `unit` and `counter` are
        read with the paper."""
        return tuple(self._changes(paper.kind, paper.unit, paper.counter, paper.head)) if paper.head else ()

    def old(self, papers: QuerySet[PostedPaper]) -> list[int]:
        """The ids of the papers whose head says something else now. Papers of one place say the same, so what they say
        is read once, and papers themselves only where that is wrong. As many queries however many papers there are."""
        said = list(papers.exclude(head={}).order_by().values_list("kind", "unit", "counter", "head").distinct())
        units = AdministrativeUnit.objects.in_bulk({unit for _, unit, _, _ in said if unit})
        counters = Agency.objects.in_bulk({counter for _, _, counter, _ in said if counter})
        wrong = [
            (kind, unit, counter, head)
            for kind, unit, counter, head in said
            if any(self._changes(kind, units.get(unit), counters.get(counter), head))
        ]
        return _ids_of(papers, wrong) if wrong else []

    def _changes(
        self, kind: str, unit: AdministrativeUnit | None, counter: Agency | None, head: Mapping[str, str]
    ) -> Iterator[Change]:
        now = self._now(kind, unit, counter)
        for part, label in LABELS.items():
            before, after = head.get(part, ""), now.get(part, "")
            if before and before != after:
                yield Change(part, label, before, after)

    def _now(self, kind: str, unit: AdministrativeUnit | None, counter: Agency | None) -> dict[str, str]:
        key = (kind, unit and unit.pk, counter and counter.pk)
        if key not in self._said:
            self._said[key] = head_said(kind, header_of(unit, counter, self._portal))
        return self._said[key]


def _ids_of(papers: QuerySet[PostedPaper], wrong: Sequence[_Said]) -> list[int]:
    """The ids of the papers that say this of their place."""
    places = Q(unit__in={unit for _, unit, _, _ in wrong if unit})
    places |= Q(counter__in={counter for _, _, counter, _ in wrong if counter})
    if any(unit is counter is None for _, unit, counter, _ in wrong):
        places |= Q(unit=None, counter=None)
    rows = papers.filter(places).values_list("pk", "kind", "unit", "counter", "head")
    among = set(map(_key, wrong))
    return [pk for pk, *said in rows if _key(said) in among]


def _key(said: Sequence[Any]) -> Hashable:
    *place, head = said
    return *place, *sorted(head.items())

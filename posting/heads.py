"""What a paper says of the office that it is for, and which of that is no longer so.

A paper can be wrong only in what it says: what it leaves out, such as a telephone that was not known then, is no fault.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from agencies.models import AdministrativeUnit, Agency
from pages.models import PortalSettings
from paper.contents import Header
from posting.changes import Change
from posting.models import PostedPaper
from posting.place import header_of
from vietnamese.spelling import squeeze

#: What can stand in a head, and what people call it.
LABELS: Mapping[str, str] = {
    "province": "Tên tỉnh, thành phố",
    "office": "Tên nơi tiếp nhận",
    "address": "Địa chỉ nơi tiếp nhận",
    "phone": "Điện thoại nơi tiếp nhận",
    "hours": "Giờ làm việc",
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
    """Compares papers with what holds now; the settings of the portal are read once, when first needed."""

    def __init__(self) -> None:
        self._said: dict[tuple[str, Any, Any], dict[str, str]] = {}

    @cached_property
    def _portal(self) -> PortalSettings:
        return PortalSettings.objects.first() or PortalSettings()

    def changes(self, paper: PostedPaper) -> tuple[Change, ...]:
        """The parts of the paper's head that say something else now, in the order of LABELS; `unit` and `counter` are
        read with the paper."""
        return tuple(self._changes(paper)) if paper.head else ()

    def _changes(self, paper: PostedPaper) -> Iterator[Change]:
        now = self._now(paper.kind, paper.unit, paper.counter)
        for part, label in LABELS.items():
            before, after = paper.head.get(part, ""), now.get(part, "")
            if before and before != after:
                yield Change(part, label, before, after)

    def _now(self, kind: str, unit: AdministrativeUnit | None, counter: Agency | None) -> dict[str, str]:
        key = (kind, unit and unit.pk, counter and counter.pk)
        if key not in self._said:
            self._said[key] = head_said(kind, header_of(unit, counter, self._portal))
        return self._said[key]

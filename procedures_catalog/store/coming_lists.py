"""The catalogue's list on a later day: today's rows with their days, and what approved sets say for that day.

What begins by a set is not public before its day, so it is neither listed nor named; how much of it there is, is told.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Count, Q, Value

from procedures_catalog.facts.dated.difference import BEGINS, ENDS
from procedures_catalog.facts.vocabulary import ONLINE_LEVELS
from procedures_catalog.models import DatedDifference
from procedures_catalog.store.filters import (
    FACETS,
    Facet,
    Listing,
    Option,
    Pages,
    at_level,
    at_part,
    count_levels,
    count_parts,
    current_pages,
)
from procedures_catalog.store.levels_held import LevelsHeld

_TOLD = (
    "Danh sách tính theo nội dung hôm nay, những ngày đã ghi trước và gói thay đổi đã duyệt (bãi bỏ, đổi cấp, đổi tên, "
    "đổi mức trực tuyến). Từ khóa, lĩnh vực, cơ quan và đối tượng lọc theo nội dung hôm nay."
)
_BEGINNING = " Chưa kể {} thủ tục mới đã duyệt, sẽ được công bố từ nay đến ngày ấy."


@dataclass(frozen=True, slots=True)
class Coming:
    """What approved sets have done by a day, of what a list goes by: the identities that end, how many begin, and of
    others identity → levels, and the key of the online service."""

    ending: Sequence[int] = ()
    beginning: int = 0
    levels: Mapping[int, Sequence[str]] = field(default_factory=dict)
    online: Mapping[int, str] = field(default_factory=dict)


def coming_by(on: date) -> Coming:
    """One query; of several sets that change the same, the last one before the day counts."""
    rows = DatedDifference.objects.filter(
        changes__state="approved", changes__day__lte=on, part__in=(BEGINS, ENDS, "levels", "online_level")
    ).order_by("changes__day", "changes_id", "pk")
    by_part: dict[str, dict[int, Any]] = {part: {} for part in (BEGINS, ENDS, "levels", "online_level")}
    for identity, part, value in rows.values_list("identity", "part", "value"):
        by_part[part][identity] = value
    levels = {identity: tuple(value or ()) for identity, value in by_part["levels"].items()}
    online = {identity: value or "" for identity, value in by_part["online_level"].items()}
    return Coming(list(by_part[ENDS]), len(by_part[BEGINS]), levels, online)


def listing_to_come(on: date) -> Listing:
    """How the catalogue is listed on a day that is not over yet. One query."""
    coming = coming_by(on)
    told = _TOLD + (_BEGINNING.format(coming.beginning) if coming.beginning else "")
    facets = tuple(_facet(facet, coming) for facet in FACETS)
    return Listing(
        lambda day: current_pages(day).exclude(identity__in=coming.ending),
        facets,
        told,
        carried_out_at=lambda pages, level, day: pages.filter(LevelsHeld(day, coming.levels).at(level)),
    )


def _facet(facet: Facet, coming: Coming) -> Facet:
    """The filter as it is on that day."""
    narrow, count = facet.narrow, facet.count
    if facet.name == "cap" and coming.levels:
        narrow, count = partial(_at_level, coming), partial(_count_levels, coming)
    elif facet.name == "tai-xa" and coming.levels:
        narrow, count = partial(_at_part, coming), partial(_count_parts, coming)
    elif facet.name == "truc-tuyen" and coming.online:
        narrow, count = partial(_online, coming), partial(_count_online, coming)
    return Facet(facet.name, facet.label, narrow, count, facet.is_offered)


def _at_level(coming: Coming, pages: Pages, key: str, on: date) -> Pages:
    return at_level(pages, key, LevelsHeld(on, coming.levels).at(key))


def _count_levels(coming: Coming, pages: Pages, on: date) -> list[Option]:
    return count_levels(pages, LevelsHeld(on, coming.levels))


def _at_part(coming: Coming, pages: Pages, key: str, on: date) -> Pages:
    return at_part(pages, key, on, LevelsHeld(on, coming.levels))


def _count_parts(coming: Coming, pages: Pages, on: date) -> list[Option]:
    return count_parts(pages, on, LevelsHeld(on, coming.levels))


def _online(coming: Coming, pages: Pages, key: str, _on: date) -> Pages:
    changed = [identity for identity, said in coming.online.items() if said == key]
    stays = Q(online_level=key) & ~Q(identity__in=list(coming.online))
    return pages.filter(stays | Q(identity__in=changed))


def _count_online(coming: Coming, pages: Pages, _on: date) -> list[Option]:
    stays = pages.order_by().exclude(identity__in=list(coming.online)).values_list("online_level").annotate(Count("pk"))
    changed = [
        pages.order_by().filter(identity__in=[each for each, said in coming.online.items() if said == key])
        .annotate(then=Value(key)).values_list("then").annotate(Count("pk"))
        for key in sorted(set(coming.online.values()))
    ]  # fmt: skip
    counts: Counter[str] = Counter()
    for key, number in stays.union(*changed, all=True):
        counts[key] += number
    return [Option(key, label, counts[key]) for key, label in ONLINE_LEVELS.items() if counts[key]]

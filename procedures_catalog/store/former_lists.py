"""The catalogue's list on another day than today: of former days by what the versions noted, else by what is dated.

Rows of levels, agencies and applicants are written anew by every import, so they tell of today and of what is dated in
them, and only versions know what was read. Of the time before all versions there is nothing but the days: of the
procedures, and of their levels, among which the district's ended on one day everywhere.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from agencies.models.dated import in_force
from pages.published import published
from procedures_catalog.facts.vocabulary import LEVELS, NEAREST_FIRST, ONLINE_LEVELS
from procedures_catalog.models import ProcedurePage, PublishedVersion, Sector
from procedures_catalog.presenting.shown import STATES
from procedures_catalog.store.coming_lists import listing_to_come
from procedures_catalog.store.filters import FACETS, MOST_OPTIONS, Facet, Listing, Option, Pages
from vietnamese.days import written

Versions = QuerySet[PublishedVersion]
_FORMER = "Danh sách theo nội dung đã công bố khi ấy. Từ khóa, cơ quan và đối tượng lọc theo nội dung hôm nay."
_BEFORE = (
    "Cổng giữ nội dung từ ngày {}. Trước đó, danh sách chỉ tính theo ngày áp dụng, ngày bãi bỏ và thời gian thực hiện"
    " của từng cấp mà cổng ghi; tên, lĩnh vực và các điều khác là của hôm nay."
)


def listing_on(on: date, today: date) -> Listing:
    """How the catalogue is listed on a day. One query: since when versions are kept, or what was approved by then."""
    if on >= today:
        return listing_to_come(on)
    first = PublishedVersion.objects.order_by("pk").values_list("valid_from", flat=True).first()
    if first is not None and first <= on:
        return Listing(_shown_on, _FORMER_FACETS, _FORMER, count_sectors_on, _carried_out_at)
    return Listing(_dated_on, told=_BEFORE.format(written(first or today)))


def _dated_on(on: date) -> Pages:
    """What had begun by then, or nobody knows when, and had not ended."""
    return published(ProcedurePage.objects.filter(in_force(on)))


# --- By what versions noted -----------------------------------------------------------------------


def _held(on: date) -> Versions:
    """The versions of a day whose procedures were in force and public; of several of one procedure, such as after a
    clock that ran ahead was put back, the last."""
    every = PublishedVersion.objects.in_force(on)
    later = every.filter(identity=OuterRef("identity"), number__gt=OuterRef("number"))
    return every.filter(~Exists(later), answers__state=STATES["in_force"]).order_by()


def _shown_on(on: date) -> Pages:
    return _with(published(ProcedurePage.objects), _held(on))


def _with(pages: Pages, versions: Versions) -> Pages:
    return pages.filter(identity__in=versions.values("identity"))


def _said(on: date, part: str) -> QuerySet[Any, Any]:
    """The same with what they said of a part, in words."""
    return _held(on).annotate(said=Cast(KT(f"answers__{part}"), TextField()))


def _counted(pages: Pages, on: date, part: str) -> dict[str, int]:
    """In one query: words → of how many pages they were said."""
    rows = _said(on, part).filter(identity__in=pages.order_by().values("identity")).values_list("said")
    return {said: count for said, count in rows.annotate(n=Count("pk")) if said}


def _at_level(pages: Pages, key: str, on: date) -> Pages:
    return _saying(pages, on, "level", key)


def _carried_out_at(pages: Pages, level: str, on: date) -> Pages:
    return _saying(pages, on, "carried_out", level)


def _saying(pages: Pages, on: date, part: str, level: str) -> Pages:
    """Those whose versions name a level there. Several stand in one text, and none of their names is in another's."""
    label = LEVELS.get(level)
    return _with(pages, _said(on, part).filter(said__contains=label)) if label else pages.none()


def _count_levels(pages: Pages, on: date) -> list[Option]:
    """Of how many pages the words name a level, among others where papers are handed in at several."""
    found = _counted(pages, on, "level")
    counts = {key: sum(n for said, n in found.items() if LEVELS[key] in said) for key in NEAREST_FIRST}
    return [Option(key, LEVELS[key], count) for key, count in counts.items() if count]


def _in_sector(pages: Pages, slug: str, on: date) -> Pages:
    named = Sector.objects.filter(slug=slug).values("name")
    return _with(pages, _said(on, "sector").filter(said__in=named))


def count_sectors_on(pages: Pages, on: date) -> list[Option]:
    """The sectors that the pages were in, the largest first; one that the portal no longer has is not among them."""
    versions = _said(on, "sector").filter(identity__in=pages.order_by().values("identity"))
    slug = Subquery(Sector.objects.filter(name=OuterRef("said")).values("slug")[:1])
    rows = versions.values_list("said").annotate(n=Count("pk"), slug=slug).order_by("-n", "said")
    return [Option(slug, said, count) for said, count, slug in rows if slug]


def _largest_sectors(pages: Pages, on: date) -> list[Option]:
    return count_sectors_on(pages, on)[:MOST_OPTIONS]


def _online(pages: Pages, key: str, on: date) -> Pages:
    label = ONLINE_LEVELS.get(key)
    return _with(pages, _said(on, "online").filter(said=label)) if label else pages.none()


def _count_online(pages: Pages, on: date) -> list[Option]:
    found = _counted(pages, on, "online")
    return [Option(key, label, found[label]) for key, label in ONLINE_LEVELS.items() if label in found]


_NOTED: dict[str, tuple[Callable[[Pages, str, date], Pages], Callable[[Pages, date], Iterable[Option]]]] = {
    "cap": (_at_level, _count_levels),
    "linh-vuc": (_in_sector, _largest_sectors),
    "truc-tuyen": (_online, _count_online),
}
_FORMER_FACETS = tuple(
    Facet(facet.name, facet.label, *_NOTED.get(facet.name, (facet.narrow, facet.count)), facet.is_offered)
    for facet in FACETS
)

"""The catalogue's filters: what a reader may narrow the list by, and how many procedures each choice would leave."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.http import QueryDict

from agencies.day import DAY
from agencies.models.dated import not_ended
from pages.published import published
from procedures_catalog.facts.agencies.counters_part import Part
from procedures_catalog.facts.agencies.found_under import always_under, levels_found, while_it_holds
from procedures_catalog.facts.in_hand.reading import CODES, InHand, read, without_numbers
from procedures_catalog.facts.vocabulary import LEVELS, NEAREST_FIRST, ONLINE_LEVELS
from procedures_catalog.models import (
    ProcedureAgency,
    ProcedureApplicant,
    ProcedureIdentity,
    ProcedurePage,
    Sector,
)
from procedures_catalog.store.addressed import meant_by
from procedures_catalog.store.at_centres import counted_by_part, with_part
from procedures_catalog.store.levels_held import LevelsHeld
from vietnamese.fold import words
from vietnamese.somebodys_numbers import asked_without_numbers

LONGEST_QUERY = 200
MOST_WORDS = 12
#: The reader's own commune in addresses.
PLACE = "xa"
#: Options of one filter, those with the most procedures; all sectors stand on a page of their own.
MOST_OPTIONS = 60

Pages = QuerySet[ProcedurePage]


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter: what it is called in the address, what people read, how many procedures it leaves."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter. `narrow` keeps the pages that have a value on a day, `count` gives the options among given pages. One
    that is not offered is chosen by links alone, and its options are counted only then."""

    name: str
    label: str
    narrow: Callable[[Pages, str, date], Pages]
    count: Callable[[Pages, date], Iterable[Option]]
    is_offered: bool = True


def _having(pages: Pages, rows: QuerySet) -> Pages:
    return pages.filter(Exists(rows.filter(page=OuterRef("pk"))))


def carried_out_at(pages: Pages, level: str, on: date) -> Pages:
    """Those that a level carries out on a day, as their records state it."""
    return pages.filter(LevelsHeld(on).at(level))


def at_level(pages: Pages, key: str, held: Q) -> Pages:
    """Those whose papers are handed in at a level; `held` is the condition that this level carries them out."""
    by_level = Q(found_under="") | Q(found_under__contains=while_it_holds(key))
    return pages.filter(Q(found_under__contains=always_under(key)) | (by_level & held))


def _at_level(pages: Pages, key: str, on: date) -> Pages:
    return at_level(pages, key, LevelsHeld(on).at(key))


#: What people choose → the part of the communes' centres.
_PARTS: Mapping[str, Part] = {"giai-quyet": "decides", "tiep-nhan": "receives", "noi-khac": "elsewhere"}
_PARTS_SAID = {
    "giai-quyet": "Xã, phường nhận và giải quyết",
    "tiep-nhan": "Xã, phường nhận hồ sơ",
    "noi-khac": "Nộp ở cơ quan khác",
}


def at_part(pages: Pages, key: str, on: date, held: LevelsHeld | None = None) -> Pages:
    """Those in which the communes' centres have the part that people chose; none for a word that is no part."""
    return with_part(pages, _PARTS[key], on, held) if key in _PARTS else pages.none()


def count_parts(pages: Pages, on: date, held: LevelsHeld | None = None) -> list[Option]:
    """How many there are of each part."""
    counts = counted_by_part(pages, on, held)
    return [Option(key, _PARTS_SAID[key], counts[part]) for key, part in _PARTS.items() if counts[part]]


def _executing() -> QuerySet[ProcedureAgency]:
    return ProcedureAgency.objects.filter(role="executing").exclude(name="")


def count_levels(pages: Pages, held: LevelsHeld) -> list[Option]:
    """One query: how many are found under which levels on any day, and how many under which while these hold."""
    counts: Counter[str] = Counter()
    on_any_day = pages.order_by().values_list("found_under", Value("")).annotate(Count("pk"))
    for text, level, number in on_any_day.union(*held.counted(pages), all=True):
        found = levels_found(text, [level]) - levels_found(text, ()) if level else levels_found(text, ())
        counts.update(dict.fromkeys(found, number))
    return [Option(key, LEVELS[key], counts[key]) for key in NEAREST_FIRST if counts[key]]


def _count_levels(pages: Pages, on: date) -> list[Option]:
    return count_levels(pages, LevelsHeld(on))


def _count_online(pages: Pages, _on: date) -> list[Option]:
    counts = dict(pages.order_by().values_list("online_level").annotate(Count("pk")))
    return [Option(key, label, counts[key]) for key, label in ONLINE_LEVELS.items() if key in counts]


def count_sectors(pages: Pages) -> list[Option]:
    """Every sector that the pages are in, the largest first."""
    rows = (
        Sector.objects.filter(procedures__in=pages.values("pk")).annotate(n=Count("procedures")).order_by("-n", "name")
    )
    return [Option(*row) for row in rows.values_list("slug", "name", "n")]


def _largest_sectors(pages: Pages, _on: date) -> list[Option]:
    return count_sectors(pages)[:MOST_OPTIONS]


def _count_agencies(pages: Pages, _on: date) -> list[Option]:
    rows = _executing().filter(page__in=pages.values("pk")).order_by()
    counted = rows.values_list("name").annotate(n=Count("page_id", distinct=True)).order_by("-n", "name")
    return [Option(name, name, count) for name, count in counted[:MOST_OPTIONS]]


def _count_applicants(pages: Pages, _on: date) -> list[Option]:
    rows = ProcedureApplicant.objects.filter(page__in=pages.values("pk")).order_by()
    counted = rows.values_list("kind__slug", "kind__name").annotate(n=Count("page_id", distinct=True)).order_by("-n")
    return [Option(*row) for row in counted[:MOST_OPTIONS]]


FACETS = (
    Facet("cap", "Nộp ở cấp nào", _at_level, _count_levels),
    Facet("linh-vuc", "Lĩnh vực", lambda pages, slug, _on: pages.filter(sector__slug=slug), _largest_sectors),
    Facet(
        "co-quan",
        "Cơ quan thực hiện",
        lambda pages, name, _on: _having(pages, _executing().filter(name=name)),
        _count_agencies,
    ),
    Facet(
        "doi-tuong",
        "Ai làm thủ tục",
        lambda pages, slug, _on: _having(pages, ProcedureApplicant.objects.filter(kind__slug=slug)),
        _count_applicants,
    ),
    Facet("truc-tuyen", "Nộp trực tuyến", lambda pages, key, _on: pages.filter(online_level=key), _count_online),
    Facet("tai-xa", "Ở trung tâm xã, phường", at_part, count_parts, is_offered=False),
)


@dataclass(frozen=True, slots=True)
class Listing:
    """How the catalogue is listed on a day: which pages it has then, by which filters (named like FACETS) they are
    narrowed and counted, how all sectors are, and what is `told` of it above, "" for nothing."""

    pages: Callable[[date], Pages]
    facets: tuple[Facet, ...] = FACETS
    told: str = ""
    count_sectors: Callable[[Pages, date], Sequence[Option]] = lambda pages, _on: count_sectors(pages)
    carried_out_at: Callable[[Pages, str, date], Pages] = carried_out_at


def facet_named(name: str) -> Facet:
    """The filter of a name. Raises StopIteration for a name that no filter has."""
    return next(facet for facet in FACETS if facet.name == name)


@dataclass(frozen=True)
class Choice:
    """What a reader chose: the words and the value of each filter. What is too long or odd counts as not chosen.
    `place` narrows nothing: it goes with the address, since the reader said where he lives, and so does `day`, another
    one than today; `told` is what is said of somebody's number in place of words, which are "" then."""

    query: str = ""
    values: dict[str, str] = field(default_factory=dict)
    place: str = ""
    told: str = ""
    day: str = ""

    @classmethod
    def of(cls, data: QueryDict, another: date | None = None) -> "Choice":
        """The choice that an address says; `another` is the day that it names, None for today."""
        values = {facet.name: _bounded(data.get(facet.name, "")) for facet in FACETS}
        chosen = {name: value for name, value in values.items() if value}
        (query, told), place = without_numbers(_bounded(data.get("q", ""))), _bounded(data.get(PLACE, ""))
        return cls(query, chosen, asked_without_numbers(place)[0], told, another.isoformat() if another else "")

    @property
    def is_everything(self) -> bool:
        """Whether nothing was chosen."""
        return not (self.query or self.values)

    def pages(self, on: date, without: str = "", listing: Listing | None = None) -> Pages:
        """Published procedures in force that the choice leaves, with one filter left out where it is named."""
        listing = listing or CURRENT
        pages = _matching(listing.pages(on), self.query)
        for facet in listing.facets:
            if facet.name in self.values and facet.name != without:
                pages = facet.narrow(pages, self.values[facet.name], on)
        return pages

    def options(self, on: date, listing: Listing | None = None) -> list[tuple[Facet, list[Option]]]:
        """Each filter with its options, counted under the other filters."""
        listing = listing or CURRENT
        asked = [facet for facet in listing.facets if facet.is_offered or facet.name in self.values]
        return [(facet, list(facet.count(self.pages(on, facet.name, listing), on))) for facet in asked]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """The pairs of the address that go along when a reader says where he lives."""
        return [(name, value) for name, value in {"q": self.query, **self.values}.items() if value]

    def address(self, **changes: str) -> str:
        """The query part of an address that says this choice with changes; a filter changed to "" is dropped."""
        data = QueryDict(mutable=True)
        data.update({"q": self.query, **self.values, PLACE: self.place, DAY: self.day, **changes})
        for name in [name for name, value in data.items() if not value]:
            del data[name]
        return data.urlencode()


def _bounded(value: Any) -> str:
    text = str(value).replace("\0", "").strip()
    return text if len(text) <= LONGEST_QUERY else ""


def current_pages(on: date) -> Pages:
    """Procedures that everybody may read and that are not abolished on that day."""
    return published(ProcedurePage.objects.filter(not_ended(on)))


#: Today's list.
CURRENT = Listing(current_pages)


def _in_hand(held: InHand) -> Q | None:
    """Whose code or address something is; None where words are meant."""
    if held.kind == "short":
        return None if held.may_be_words and not ProcedureIdentity.is_issued(held.code) else Q(short_code=held.code)
    is_code = held.kind == "address" or (held.kind in CODES and held.alone)
    return meant_by(held) if is_code else None


def _matching(pages: Pages, query: str) -> Pages:
    """Pages whose names hold every word, or that have or had the code, however it is spelt; also as an address."""
    if (meant := _in_hand(read(query))) is not None:
        return pages.filter(identity__in=ProcedureIdentity.objects.filter(meant))
    for word in words(query)[:MOST_WORDS]:
        pages = pages.filter(folded__contains=word)
    return pages

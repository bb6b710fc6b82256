"""The counter of every commune in force on a day, kept until something that the portal shows changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import cos, hypot, radians
from typing import Any

from django.urls import reverse

from agencies.models import AdministrativeUnit, Agency
from agencies.models.agency import AgencyKind
from agencies.models.unit import UnitKind
from agencies.site import present
from pages.kept import kept
from posting.place.place import COUNTER_KINDS, first_counter

#: Kilometres of a degree of latitude; near the ground of one province a degree of longitude is that times its cosine.
_KILOMETRES = 111.2


@dataclass(frozen=True, slots=True)
class CommuneCounter:
    """A commune and where papers are handed in there: the unit's code and name, its counter as
    `agencies.site.present.counter` shapes it (None: none is known), the slug of the counter's own page ("": none), and
    where it stands (None: not known)."""

    code: str
    name: str
    counter: dict[str, Any] | None
    slug: str
    place: tuple[float, float] | None

    @property
    def url(self) -> str:
        """The address of the counter's own page; "" where it has none."""
        return reverse("agency", args=[self.slug]) if self.slug else ""


def counters(on: date) -> Mapping[str, CommuneCounter]:
    """Unit's code → its counter, of all communes in force on a day. One query, five when something changed."""
    return kept({"commune_counters": partial(_gather, on)}, on)["commune_counters"]


def _gather(on: date) -> dict[str, CommuneCounter]:
    held: dict[int, list[Agency]] = {}
    for agency in Agency.objects.in_force(on).filter(unit__kind=UnitKind.COMMUNE, kind__in=COUNTER_KINDS):
        held.setdefault(agency.unit_id, []).append(agency)
    communes = AdministrativeUnit.objects.in_force(on).filter(kind=UnitKind.COMMUNE).order_by("code")
    first = {pk: agency for pk, agencies in held.items() if (agency := first_counter(agencies))}
    shown = dict(zip(first, present.counters(list(first.values()), on), strict=True))
    return {unit.code: _of(unit, first.get(unit.pk), shown.get(unit.pk)) for unit in communes}


def _of(unit: AdministrativeUnit, agency: Agency | None, shown: dict[str, Any] | None) -> CommuneCounter:
    return CommuneCounter(unit.code, unit.name, shown, agency.slug if agency else "", _place(agency))


def _place(agency: Agency | None) -> tuple[float, float] | None:
    if agency is None or agency.kind != AgencyKind.COUNTER or agency.latitude is None or agency.longitude is None:
        return None
    return float(agency.latitude), float(agency.longitude)


def nearest(to: CommuneCounter, among: Mapping[str, CommuneCounter], most: int) -> Sequence[tuple[CommuneCounter, int]]:
    """The other communes' counters that stand nearest, each with its distance as the crow flies in whole kilometres (1
    at least); none where it is not known where the counter itself stands."""
    if to.place is None:
        return ()
    others = [each for each in among.values() if each.place and each.counter and each.code != to.code]
    ways = sorted((_way(to.place, each.place), each.code) for each in others if each.place)
    return tuple((among[code], max(1, round(way))) for way, code in ways[:most])


def _way(here: tuple[float, float], there: tuple[float, float]) -> float:
    east = (there[1] - here[1]) * cos(radians(here[0]))
    return hypot(there[0] - here[0], east) * _KILOMETRES

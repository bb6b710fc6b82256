"""The four steps of a commune, and what there is of each: for one commune, and for all in a few queries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from agencies.models import AdministrativeUnit, Agency, Role
from agencies.models.agency import AgencyKind
from agencies.models.unit import UnitKind
from cms.access.accounts import agencies_administered
from cms.models import Editor
from posting.ledger.wrong import hanging_papers
from posting.models import PostedPaper
from vietnamese.order import sort_key

#: Kind of an agency → what it is called before the commune's name.
TITLES = {
    AgencyKind.COMMUNE_COMMITTEE: "Ủy ban nhân dân",
    AgencyKind.COUNTER: "Trung tâm Phục vụ hành chính công",  # Decree 118/2025/NĐ-CP
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A commune, and what there is of each step; `papers`: how many hang."""

    unit: AdministrativeUnit
    committee: Agency | None
    counter: Agency | None
    officers: tuple[Editor, ...]
    papers: int

    @property
    def done(self) -> int:
        """How many of the four steps are done."""
        return sum(map(bool, (self.committee, self.counter, self.officers, self.papers)))


def communes_for(user: Any, on: date) -> QuerySet[AdministrativeUnit]:
    """The communes in force that somebody may take in: all, or those of his agencies."""
    units = AdministrativeUnit.objects.in_force(on).filter(kind=UnitKind.COMMUNE)
    reach = agencies_administered(user)
    return units if reach.is_all else units.filter(agencies__in=reach.ids).distinct()


def standing_of(unit: AdministrativeUnit, on: date) -> Standing:
    """Of one commune. Four queries."""
    committee, counter = (_agency(unit, kind, on) for kind in TITLES)
    offices = [agency.pk for agency in (committee, counter) if agency]
    return Standing(unit, committee, counter, tuple(officers_of(offices)), hanging_papers(on, unit).count())


def overview(user: Any, on: date) -> list[Standing]:
    """Of all that somebody may take in, by name. A handful of queries, however many there are."""
    units = sorted(communes_for(user, on), key=lambda unit: sort_key(unit.name))
    agencies = {(each.unit_id, each.kind): each for each in _agencies(units, on)}
    officers = _by_agency(agency.pk for agency in agencies.values())
    papers = _papers(units)
    return [_told(unit, agencies, officers, papers) for unit in units]


def officers_of(offices: Iterable[int]) -> QuerySet[Editor]:
    """The accounts that are not disabled and have the officer's role for one of these agencies."""
    role = Q(groups__role_group__role=Role.OFFICER, groups__role_group__agency__in=list(offices))
    return Editor.objects.filter(role, is_active=True).distinct().order_by("first_name", "last_name", "pk")


def name_of(kind: AgencyKind, unit: AdministrativeUnit) -> str:
    """ "Ủy ban nhân dân xã Suối Mây"."""
    return f"{TITLES[kind]} {unit.name[:1].lower()}{unit.name[1:]}"


def _told(unit: AdministrativeUnit, agencies: Any, officers: Any, papers: dict[int, int]) -> Standing:
    committee, counter = (agencies.get((unit.pk, kind)) for kind in TITLES)
    people = (each for agency in (committee, counter) if agency for each in officers.get(agency.pk, ()))
    return Standing(unit, committee, counter, tuple(people), papers.get(unit.pk, 0))


def _agency(unit: AdministrativeUnit, kind: AgencyKind, on: date) -> Agency | None:
    return Agency.objects.in_force(on).filter(unit=unit, kind=kind).order_by("pk").first()


def _agencies(units: Iterable[AdministrativeUnit], on: date) -> QuerySet[Agency]:
    return Agency.objects.in_force(on).filter(unit__in=list(units), kind__in=TITLES).order_by("-pk")


def _by_agency(offices: Iterable[int]) -> dict[int, list[Editor]]:
    found: dict[int, list[Editor]] = {}
    for person in officers_of(offices).prefetch_related("groups__role_group"):
        for agency in _served(person):
            found.setdefault(agency, []).append(person)
    return found


def _served(person: Editor) -> Iterator[int]:
    for group in person.groups.all():
        role = getattr(group, "role_group", None)
        if role and role.role == Role.OFFICER and role.agency_id:
            yield role.agency_id


def _papers(units: Iterable[AdministrativeUnit]) -> dict[int, int]:
    """Unit → how many papers hang there or at its counters."""
    rows = PostedPaper.objects.filter(hung_on__isnull=False, ended_on=None).order_by()
    own = rows.filter(unit__in=list(units)).values_list("unit").annotate(Count("pk"))
    counted = dict(own)
    for unit, count in (
        rows.filter(unit=None, counter__unit__in=list(units)).values_list("counter__unit").annotate(Count("pk"))
    ):
        counted[unit] = counted.get(unit, 0) + count
    return counted

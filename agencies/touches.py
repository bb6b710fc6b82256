"""What a change of an agency or a unit touches on this floor: the pages and the list of agencies."""

from collections.abc import Iterable, Sequence

from django.db.models import Q
from django.urls import reverse

from agencies.models import AdministrativeUnit, Agency, AgencySuccession, CommonDay, CounterDay, UnitSuccession
from agencies.models.agency import AgencyKind
from consequences.keys import agency_key
from consequences.registry import say
from consequences.rows import listen
from consequences.touched import Touched

#: Columns of an agency that others' pages show: superiors, members, who came before and after.
_SHOWN_ELSEWHERE = ("name", "slug", "kind", "parent_id", "valid_from", "valid_to", "order")


def connect() -> None:
    """Says it, and listens to the rows; twice changes nothing."""
    say(Agency, agencies)
    say(Agency, relatives, when=_SHOWN_ELSEWHERE)
    say(AgencySuccession, steps_of_agencies)
    say(AdministrativeUnit, units)
    say(UnitSuccession, steps_of_units)
    say(CounterDay, days_of_counters)
    say(CommonDay, common_days)
    listen(Agency, AgencySuccession, AdministrativeUnit, UnitSuccession, CounterDay, CommonDay)


def agencies(ids: Sequence[int]) -> Touched:
    """Their own pages and those of their superiors, where counters stand with their telephones; the list."""
    shown_on = Agency.objects.filter(Q(pk__in=ids) | Q(children__in=ids))
    return Touched.of(
        entries=map(agency_key, ids), pages=_pages(shown_on.values_list("slug", flat=True)), lists=_list()
    )


def relatives(ids: Sequence[int]) -> Touched:
    """The pages that only name them: of their members, and of whoever came before and after."""
    lineage = _connected(ids, AgencySuccession.objects.values_list("predecessor_id", "successor_id"))
    named_on = Agency.objects.filter(Q(pk__in=lineage) | Q(parent__in=ids))
    return Touched.of(pages=_pages(named_on.values_list("slug", flat=True)))


def steps_of_agencies(ids: Sequence[int]) -> Touched:
    """The pages of all whom these steps bring together."""
    steps = AgencySuccession.objects.filter(pk__in=ids).values_list("predecessor_id", "successor_id")
    ends = {end for step in steps for end in step if end is not None}
    return relatives(sorted(ends))


def units(ids: Sequence[int]) -> Touched:
    """The list, which is searched by names of units, and the pages of the agencies of the land."""
    land = _connected(ids, UnitSuccession.objects.values_list("predecessor_id", "successor_id"))
    slugs = Agency.objects.filter(unit__in=land).values_list("slug", flat=True)
    return Touched.of(pages=_pages(slugs), lists=_list())


def steps_of_units(ids: Sequence[int]) -> Touched:
    """The same for the units that these steps bring together."""
    steps = UnitSuccession.objects.filter(pk__in=ids).values_list("predecessor_id", "successor_id")
    ends = {end for step in steps for end in step if end is not None}
    return units(sorted(ends))


def days_of_counters(ids: Sequence[int]) -> Touched:
    """The pages where these counters stand with their hours; no paper, which has the hours of the week only."""
    whose = CounterDay.objects.filter(pk__in=ids).values("agency")
    shown_on = Agency.objects.filter(Q(pk__in=whose) | Q(children__in=whose))
    return Touched.of(pages=_pages(shown_on.values_list("slug", flat=True)))


def common_days(_ids: Sequence[int]) -> Touched:
    """The same for all counters, and what stands in for one where a commune has none."""
    kinds = (AgencyKind.COUNTER, AgencyKind.COMMUNE_COMMITTEE)
    shown_on = Agency.objects.filter(Q(kind__in=kinds) | Q(children__kind=AgencyKind.COUNTER))
    return Touched.of(pages=_pages(shown_on.values_list("slug", flat=True).distinct()))


def _list() -> Iterable[str]:
    return [reverse("agencies")]


def _pages(slugs: Iterable[str]) -> Iterable[str]:
    return (reverse("agency", args=[slug]) for slug in slugs)


def _connected(starts: Iterable[int], steps: Iterable[tuple[int, int | None]]) -> set[int]:
    """All that steps lead to from these, forwards and backwards."""
    found, edges = set(starts), [step for step in steps if None not in step]
    while grown := {end for edge in edges if found & set(edge) for end in edge if end is not None} - found:
        found |= grown
    return found

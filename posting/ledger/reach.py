"""Whose part of the ledger somebody sees at the desk: the papers of his agencies' counters and communes."""

from typing import Any

from django.db.models import Q

from agencies.models import AdministrativeUnit, Agency
from agencies.models.unit import UnitKind
from agencies.reach import Agencies, agencies_of


def papers_for(person: Any, paper: str = "") -> Q:
    """The condition for papers, on a table that leads to them: `paper` is the way there, such as "paper__". Whoever
    works for the whole portal sees all."""
    reach = agencies_of(person)
    if reach.is_all:
        return Q()
    of_communes = Q(**{f"{paper}counter": None, f"{paper}unit__in": _communes(reach)})
    return Q(**{f"{paper}counter__in": reach.ids}) | of_communes


def communes_for(person: Any) -> Q:
    """The condition for the units that stand in that part."""
    reach = agencies_of(person)
    return Q() if reach.is_all else Q(pk__in=_communes(reach))


def _communes(reach: Agencies) -> Any:
    """The communes whose offices are among the agencies; a department has the province as its unit, or none."""
    offices = Agency.objects.filter(pk__in=reach.ids).order_by()
    return AdministrativeUnit.objects.filter(kind=UnitKind.COMMUNE, pk__in=offices.values("unit")).values("pk")

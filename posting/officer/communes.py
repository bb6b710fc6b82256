"""For which commune an officer works."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from agencies.day import asked_on
from agencies.models import AdministrativeUnit, Role
from agencies.models.unit import UnitKind
from agencies.reach import agencies_of

#: Where the session keeps the id of the commune that somebody without one of their own chose.
CHOSEN = "officer_commune"


def communes_of(editor: Any, on: date) -> QuerySet[AdministrativeUnit]:
    """The communes in force on a day for which the editor may work: those of the agencies that made him an officer,
    none where these are no communes'. Who is an officer of the whole portal works for the commune of his own agency,
    and the province's people for every one.

    An officer of a commune that is no more works for those that hold its ground then. An account without an agency
    may work for none, lest one that was forgotten opens every commune; the administrator's needs no agency.
    """
    reach = agencies_of(editor, {Role.OFFICER})
    if not reach or reach.is_all:
        return _of_own_agency(editor, on)
    units = list(AdministrativeUnit.objects.filter(kind=UnitKind.COMMUNE, agencies__in=reach.ids).distinct())
    today = {each for unit in units for each in _standing_for(unit, on).values_list("pk", flat=True)}
    return AdministrativeUnit.objects.filter(pk__in=today)


def _of_own_agency(editor: Any, on: date) -> QuerySet[AdministrativeUnit]:
    if editor.agency is None and not editor.is_superuser:
        return AdministrativeUnit.objects.none()
    unit = editor.agency.unit if editor.agency else None
    if unit is None or unit.kind != UnitKind.COMMUNE:
        return _every(on)
    return _standing_for(unit, on)


def _every(on: date) -> QuerySet[AdministrativeUnit]:
    return AdministrativeUnit.objects.in_force(on).filter(kind=UnitKind.COMMUNE)


def _standing_for(unit: AdministrativeUnit, on: date) -> QuerySet[AdministrativeUnit]:
    return AdministrativeUnit.objects.filter(pk=unit.pk) if unit.is_in_force(on) else unit.successors_on(on)


def own_commune(request: HttpRequest) -> AdministrativeUnit | None:
    """The one commune the officer has, else the one that was chosen in this session, else none."""
    communes = communes_of(request.user, asked_on(request))
    first_two = list(communes[:2])
    if len(first_two) == 1:
        return first_two[0]
    return communes.filter(pk=request.session.get(CHOSEN, 0)).first()

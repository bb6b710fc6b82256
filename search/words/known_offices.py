"""The offices of the registry as questions ask for them, read once and remembered until something of them changes."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from agencies.models import AdministrativeUnit, Agency, AgencySuccession
from agencies.models.unit import UnitKind
from agencies.reform.names import split_type
from agencies.store.places import Found, Places
from search.offices.registry import Land, Office, Registry
from vietnamese.fold import fold

_remembered: dict[tuple[uuid.UUID, date], Registry] = {}  # at most one


def known_offices(version: uuid.UUID | None, on: date) -> Registry:
    """The offices of a day under a version of the stamp; remembered, read once a process. Six queries to read them."""
    known = _remembered.get((version, on)) if version is not None else None  # at once: another thread may clear it
    if known is None:
        known = _read(on)
        _remembered.clear()
        if version is not None:
            _remembered[version, on] = known
    return known


def _read(on: date) -> Registry:
    agencies = list(Agency.objects.select_related("unit").order_by("order", "name", "pk"))
    ended = [agency.pk for agency in agencies if not agency.is_in_force(on)]
    heirs = AgencySuccession.objects.standing_in(ended, on)
    steps = AgencySuccession.objects.filter(predecessor__in=ended, date__lte=on).select_related("successor")
    became = {step.predecessor_id: _small(step.sentence()) for step in steps.order_by("-date", "-pk")}
    offices = [_office(agency, heirs.get(agency.pk, (agency.pk,)), became) for agency in agencies]
    return Registry(offices, partial(_land, Places(on), _provinces(on)))


def _provinces(on: date) -> Mapping[str, int]:
    """Folded name, with its type and without → the province in force."""
    rows = AdministrativeUnit.objects.in_force(on).filter(kind=UnitKind.PROVINCE).values_list("name", "pk")
    return {fold(name): pk for whole, pk in rows for name in (whole, split_type(whole)[1])}


def _office(agency: Agency, today: Sequence[int], became: Mapping[int, str]) -> Office:
    unit = agency.unit
    return Office(
        id=agency.pk,
        name=agency.name,
        unit=agency.unit_id,
        unit_name=unit.name if unit else "",
        level=unit.kind if unit else "",
        today=tuple(today),
        also=tuple(filter(None, (agency.short_name,))),
        became=became.get(agency.pk, ""),
    )


def _land(places: Places, provinces: Mapping[str, int], text: str) -> Land | None:
    if province := provinces.get(fold(text)):
        return Land((province,), is_sure=False)
    found = places.of_code(text) or (places.surely(text) if places.may_end(text) else None)
    return _of(found) if found and found.matches else None


def _of(found: Found) -> Land:
    """A commune in force of that name rather than those that hold a piece of an old one."""
    current = [match for match in found.matches if not match.is_past]
    matches = current or found.matches
    units = tuple(dict.fromkeys(match.today.pk for match in matches))
    became = dict.fromkeys(f"{match.asked_name}: {_small(match.what)}." for match in matches if match.is_past)
    several = found.sentence if len(units) > 1 or not all(match.is_understood for match in matches) else ""
    return Land(units, several or " ".join(became), all(match.is_understood for match in matches))


def _small(what: str) -> str:
    return f"{what[:1].lower()}{what[1:]}"

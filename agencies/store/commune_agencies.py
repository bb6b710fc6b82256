"""The committee and the one-stop counter that every commune in force must have."""

from collections.abc import Iterable

from agencies.models import AdministrativeUnit, Agency
from agencies.models.agency import AgencyKind, free_slug
from agencies.reform.records import AgencyRecord, UnitKey, Written
from agencies.store.agencies import store_agencies

_COMMITTEE = "Ủy ban nhân dân"
_COUNTER = "Trung tâm Phục vụ hành chính công"  # Decree 118/2025/NĐ-CP


def store_commune_agencies(units: Iterable[AdministrativeUnit]) -> Written:
    """Gives each of these communes the committee and the counter it lacks; those it has stay as they are."""
    held = {(unit_id, kind): slug for unit_id, kind, slug in Agency.objects.values_list("unit_id", "kind", "slug")}
    taken = set(Agency.objects.values_list("slug", flat=True))
    records = [record for unit in units for record in _missing(unit, held, taken)]
    return store_agencies(records, ())


def _missing(unit: AdministrativeUnit, held: dict[tuple[int, str], str], taken: set[str]) -> list[AgencyRecord]:
    found = []
    if (unit.pk, AgencyKind.COMMUNE_COMMITTEE) not in held:
        found.append(_record(unit, AgencyKind.COMMUNE_COMMITTEE, _COMMITTEE, None, taken))
    committee = found[0].slug if found else held[unit.pk, AgencyKind.COMMUNE_COMMITTEE]
    if (unit.pk, AgencyKind.COUNTER) not in held:
        found.append(_record(unit, AgencyKind.COUNTER, _COUNTER, committee, taken))
    return found


def _record(unit: AdministrativeUnit, kind: str, title: str, parent: str | None, taken: set[str]) -> AgencyRecord:
    name = f"{title} {unit.name[:1].lower()}{unit.name[1:]}"
    slug = free_slug(name, taken)
    taken.add(slug)
    key = UnitKey(unit.code, unit.valid_from)
    return AgencyRecord(slug, name, kind, parent=parent, unit=key, valid_from=unit.valid_from)

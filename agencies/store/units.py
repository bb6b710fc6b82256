"""Stores units and their lineage in bulk: creates what is missing, corrects what differs, deletes nothing."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from agencies.models import AdministrativeUnit, UnitSuccession
from agencies.reform.records import UnitKey, UnitRecord, UnitStep, Written
from agencies.store.desk_index import put_in_desk_index
from audit.bulk import note_rows
from consequences.registry import changing
from vietnamese.slug import slug

_LEVELS = ("province", "district", "commune")
_UNIT_FIELDS = ("name", "slug", "kind", "parent_id", "valid_to", "decision")
_STEP_FIELDS = ("kind", "decision")


@transaction.atomic
def store_units(units: Iterable[UnitRecord], steps: Iterable[UnitStep]) -> Written:
    """Stores both, all or nothing. KeyError when a parent or a step names a unit that is in neither place."""
    units = list(units)
    written = Written()
    for level in _LEVELS:  # superiors first, for their ids
        written += _store_level([unit for unit in units if unit.kind == level])
    return written + _store_steps(list(steps))


def unit_ids() -> dict[UnitKey, int]:
    """The id of every unit, by its key."""
    rows = AdministrativeUnit.objects.values_list("code", "valid_from", "pk")
    return {UnitKey(code, valid_from): pk for code, valid_from, pk in rows}


def _store_level(records: list[UnitRecord]) -> Written:
    ids = unit_ids()
    wanted = {record.key: _unit_values(record, ids) for record in records}
    missing = [_new_unit(key, values) for key, values in wanted.items() if key not in ids]
    changed = [unit for key, unit in _held(wanted, ids) if _correct(unit, wanted[key])]
    with changing(AdministrativeUnit, [unit.pk for unit in changed]) as concerned:
        concerned.update(unit.pk for unit in AdministrativeUnit.objects.bulk_create(missing, batch_size=500))
        AdministrativeUnit.objects.bulk_update(changed, _UNIT_FIELDS, batch_size=200)
        note_rows(AdministrativeUnit, created=[each.pk for each in missing], changed=[each.pk for each in changed])
    put_in_desk_index(AdministrativeUnit, missing + changed)
    return Written(len(missing), len(changed), len(wanted) - len(missing) - len(changed))


def _held(wanted: Iterable[UnitKey], ids: dict[UnitKey, int]) -> list[tuple[UnitKey, AdministrativeUnit]]:
    """The units wanted that the database has; without a list of ids, which SQLite limits."""
    keys = {ids[key]: key for key in wanted if key in ids}
    return [(keys[unit.pk], unit) for unit in AdministrativeUnit.objects.all() if unit.pk in keys]


def _unit_values(record: UnitRecord, ids: dict[UnitKey, int]) -> dict[str, Any]:
    return {
        "name": record.name,
        "slug": slug(record.name),
        "kind": record.kind,
        "parent_id": ids[record.parent] if record.parent else None,
        "valid_to": record.valid_to,
        "decision": record.decision,
    }


def _new_unit(key: UnitKey, values: dict[str, Any]) -> AdministrativeUnit:
    return AdministrativeUnit(code=key.code, valid_from=key.valid_from, **values)


def _correct(row: Any, values: dict[str, Any]) -> bool:
    """Gives the row these values; whether any of them was different."""
    different = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in different.items():
        setattr(row, name, value)
    return bool(different)


def _store_steps(records: list[UnitStep]) -> Written:
    ids = unit_ids()
    held = {(step.predecessor_id, step.successor_id, step.date): step for step in UnitSuccession.objects.all()}
    wanted = {_step_identity(record, ids): record for record in records}
    missing = [_new_step(identity, record) for identity, record in wanted.items() if identity not in held]
    changed = [
        held[identity]
        for identity, record in wanted.items()
        if identity in held and _correct(held[identity], _step_values(record))
    ]
    with changing(UnitSuccession, [step.pk for step in changed]) as concerned:
        concerned.update(step.pk for step in UnitSuccession.objects.bulk_create(missing, batch_size=500))
        UnitSuccession.objects.bulk_update(changed, _STEP_FIELDS, batch_size=200)
        note_rows(UnitSuccession, created=[each.pk for each in missing], changed=[each.pk for each in changed])
    return Written(len(missing), len(changed), len(wanted) - len(missing) - len(changed))


def _step_identity(record: UnitStep, ids: dict[UnitKey, int]) -> tuple[Any, ...]:
    successor = ids[record.successor] if record.successor else None
    return ids[record.predecessor], successor, record.date


def _step_values(record: UnitStep) -> dict[str, str]:
    return {"kind": record.kind, "decision": record.decision}


def _new_step(identity: tuple[Any, ...], record: UnitStep) -> UnitSuccession:
    predecessor, successor, date = identity
    return UnitSuccession(predecessor_id=predecessor, successor_id=successor, date=date, **_step_values(record))

"""Stores agencies and their lineage in bulk: creates what is missing, leaves alone what editors may own."""

from collections.abc import Iterable

from django.db import transaction

from agencies.models import Agency, AgencySuccession
from agencies.reform.records import AgencyRecord, AgencyStep, UnitKey, Written
from agencies.store.desk_index import put_in_desk_index
from agencies.store.units import unit_ids
from audit.bulk import note_rows
from consequences.registry import changing

_PLAIN_FIELDS = tuple(name for name in AgencyRecord.__slots__ if name not in {"parent", "unit"})


@transaction.atomic
def store_agencies(agencies: Iterable[AgencyRecord], steps: Iterable[AgencyStep]) -> Written:
    """Stores both, all or nothing. KeyError when one names an agency or unit that is nowhere."""
    return _store_agencies(list(agencies)) + _store_steps(list(steps))


def _agency_ids() -> dict[str, int]:
    return dict(Agency.objects.values_list("slug", "pk"))


def _store_agencies(records: list[AgencyRecord]) -> Written:
    held, units = _agency_ids(), unit_ids()
    missing = [record for record in records if record.slug not in held]
    with changing(Agency) as ids:
        created = Agency.objects.bulk_create([_new_agency(record, units) for record in missing], batch_size=200)
        _give_parents(created, missing)
        ids.update(agency.pk for agency in created)
        note_rows(Agency, created=[agency.pk for agency in created])
    put_in_desk_index(Agency, created)
    return Written(len(missing), 0, len(records) - len(missing))


def _new_agency(record: AgencyRecord, units: dict[UnitKey, int]) -> Agency:
    unit_id = units[record.unit] if record.unit else None
    return Agency(unit_id=unit_id, **{name: getattr(record, name) for name in _PLAIN_FIELDS})


def _give_parents(created: list[Agency], records: list[AgencyRecord]) -> None:
    """A second step, because a parent may be among those just created."""
    ids = _agency_ids()
    for agency, record in zip(created, records, strict=True):
        agency.parent_id = ids[record.parent] if record.parent else None
    Agency.objects.bulk_update(created, ["parent"], batch_size=200)


def _store_steps(records: list[AgencyStep]) -> Written:
    ids = _agency_ids()
    held = set(AgencySuccession.objects.values_list("predecessor_id", "successor_id", "date"))
    wanted = {_identity(record, ids): record for record in records}
    missing = [_new_step(identity, record) for identity, record in wanted.items() if identity not in held]
    with changing(AgencySuccession) as steps:
        steps.update(step.pk for step in AgencySuccession.objects.bulk_create(missing, batch_size=500))
    return Written(len(missing), 0, len(wanted) - len(missing))


def _identity(record: AgencyStep, ids: dict[str, int]) -> tuple:
    return ids[record.predecessor], ids[record.successor] if record.successor else None, record.date


def _new_step(identity: tuple, record: AgencyStep) -> AgencySuccession:
    predecessor, successor, date = identity
    return AgencySuccession(
        predecessor_id=predecessor,
        successor_id=successor,
        date=date,
        kind=record.kind,
        decision=record.decision,
    )

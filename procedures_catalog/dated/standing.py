"""What will stand on the day of a set without it, and where that is something else than when somebody looked last."""

from collections.abc import Collection, Sequence
from math import inf
from typing import Any

from procedures_catalog.dated.announced import record_on
from procedures_catalog.dated.writing import held_pages_of
from procedures_catalog.facts.dated.difference import BEGINS, ENDS, Difference
from procedures_catalog.facts.dated.part_json import part_to_json
from procedures_catalog.models import ChangeSet, DatedDifference


def earlier(identities: Collection[int], changes: ChangeSet) -> dict[int, list[Difference]]:
    """Identity → what was approved to be applied before a set: of one day by the numbers of the sets, before one that
    has no number yet all of them. One query."""
    own = changes.day, changes.pk or inf
    found: dict[int, list[Difference]] = {}
    rows = DatedDifference.objects.announced(identities).exclude(changes=changes.pk)
    for row in rows.filter(changes__day__lte=changes.day):
        if (row.changes.day, row.changes.pk) < own:
            found.setdefault(row.identity_id, []).append(row.as_difference())
    return found


def moved(changes: ChangeSet, rows: Sequence[DatedDifference]) -> list[DatedDifference]:
    """Those of a set's differences beneath which something else will stand than they were held against last. As many
    queries for one as for a hundred."""
    now = _standing(changes, rows)
    return [row for row in rows if row.pk in now and now[row.pk] != row.against]


def hold_against(changes: ChangeSet) -> None:
    """Somebody has looked: what will stand by what is known now is what a set is held against from here on."""
    rows = moved(changes, list(changes.differences.order_by("pk")))
    now = _standing(changes, rows)
    for row in rows:
        row.against = now[row.pk]
    DatedDifference.objects.bulk_update(rows, ["against"], batch_size=200)


def _standing(changes: ChangeSet, rows: Sequence[DatedDifference]) -> dict[int, Any]:
    """Difference → what its part will say without it, in the notation of `against`; not of what begins or ends."""
    told = [row for row in rows if row.part not in (ENDS, BEGINS)]
    identities = [row.identity_id for row in told]
    if not identities:
        return {}
    pages, before = held_pages_of(identities), earlier(identities, changes)
    records = {identity: record_on(page, before.get(identity, ()), changes.day) for identity, page in pages.items()}
    return {
        row.pk: part_to_json(row.part, getattr(records[row.identity_id], row.part))
        for row in told
        if row.identity_id in records
    }

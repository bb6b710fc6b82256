"""Gives notes to versions of the time before notes: the latest first, so many a night, until all have theirs."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import Q

from procedures_catalog.models import PublishedVersion
from procedures_catalog.versions.notes.writing import write_notes

#: Versions a night, versions while a portal starts, and versions that are read together.
A_NIGHT, AT_START = 10_000, 2_000
_AT_ONCE = 200


def fill_notes(most: int = A_NIGHT) -> int:
    """Writes the notes of the latest versions that have none, at most so many; how many. Run again when all have one it
    asks one question."""
    waiting = PublishedVersion.objects.filter(note=None).order_by("-pk").values_list("pk", flat=True)
    keys = list(waiting[:most])
    for start in range(0, len(keys), _AT_ONCE):
        _fill(keys[start : start + _AT_ONCE])
    return len(keys)


@transaction.atomic
def _fill(keys: Sequence[int]) -> None:
    rows = PublishedVersion.objects.select_for_update(of=("self",), no_key=True)
    versions = list(rows.filter(pk__in=keys, note=None))
    before = {(each.identity_id, each.number): each for each in _just_before(versions)}
    write_notes((each, before.get((each.identity_id, each.number - 1))) for each in versions)


def _just_before(versions: Iterable[PublishedVersion]) -> Iterable[PublishedVersion]:
    which = [Q(identity=each.identity_id, number=each.number - 1) for each in versions if each.number > 1]
    return PublishedVersion.objects.filter(reduce(or_, which)) if which else ()

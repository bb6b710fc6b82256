"""Lets rows of the log go that are older than it is kept: by a cut, a row of the log itself, from which the chain is
verified afterwards."""

import datetime

from django.db import transaction

from audit.guards import CUT
from audit.models import LogRow
from audit.recording import record
from audit.things import Thing

#: Rows that are deleted at once; others write in between.
_PORTION = 2_000


def prune(before: datetime.datetime) -> int:
    """Removes the rows before a moment; how many. After a kill the next run removes what is left."""
    kept = LogRow.objects.filter(at__gte=_text(before)).order_by("number").values_list("number", flat=True).first()
    last = LogRow.objects.order_by("-number").values_list("number", flat=True).first() or 0
    up_to = (kept or last + 1) - 1
    if up_to > _cut_so_far():
        _cut(up_to)
    return _remove(_cut_so_far())


def _cut(up_to: int) -> None:
    """From here on the guards let the rows go; nobody can say so but in a row that the portal sealed."""
    digest = LogRow.objects.values_list("digest", flat=True).get(number=up_to)
    name = f"đến hết dòng {up_to}"
    removed = LogRow.objects.filter(number__lte=up_to).count()
    record(CUT, Thing("audit.logrow", str(up_to), name), details={"digest": digest, "removed": removed})


def _cut_so_far() -> int:
    row = LogRow.objects.filter(action=CUT).order_by("-number").first()
    return int(row.key) if row else 0


def _remove(up_to: int) -> int:
    count = 0
    while portion := _oldest(up_to):
        with transaction.atomic():
            count += LogRow.objects.filter(number__lte=portion[-1])._raw_delete("default")
    return count


def _oldest(up_to: int) -> list[int]:
    rows = LogRow.objects.filter(number__lte=up_to).order_by("number").values_list("number", flat=True)
    return list(rows[:_PORTION])


def _text(moment: datetime.datetime) -> str:
    return f"{moment.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%S}"

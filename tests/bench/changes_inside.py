"""What `make bench-changes` measures inside of the portal: shown, applied, undone, in seconds; a set stays approved."""

import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.development")
django.setup()

from django.utils import timezone  # noqa: E402

from cms.models import Editor  # noqa: E402
from procedures_catalog.dated import steps  # noqa: E402
from procedures_catalog.dated.applying import apply_due  # noqa: E402
from procedures_catalog.dated.composing import put  # noqa: E402
from procedures_catalog.dated.undoing import undo  # noqa: E402
from procedures_catalog.dated_screens.told import procedures_of  # noqa: E402
from procedures_catalog.models import ChangeSet, ProcedurePage  # noqa: E402
from procedures_catalog.store.loading import with_facts  # noqa: E402

MANY = 100


def main(text: str) -> None:
    """Prints a line for each."""
    today = timezone.localdate()
    writer, other = (
        Editor.objects.create(username=f"bench-{name}", is_superuser=True) for name in ("writer", "publisher")
    )
    pages = list(with_facts(ProcedurePage.objects.filter(live=True, layer="national")).order_by("pk")[:MANY])
    for turn in range(2):
        changes = ChangeSet.objects.create(title=f"Bench {turn}", day=today, decision="1/QĐ-UBND")
        with steps.writing(changes.pk, writer, timezone.now()) as held:
            for page in pages:
                put(held, page, {"conditions": text})
        steps.submit(changes.pk, writer, timezone.now())
        _timed("show 100 changes word by word", lambda held=changes: procedures_of(held))
        steps.approve(changes.pk, other, timezone.now(), today, sees_overlaps=True)
        if turn == 0:
            _timed("apply 100 changes", lambda: apply_due(today, timezone.now()))
            _timed("undo 100 changes", lambda held=changes: undo(held.pk, other, timezone.now(), "đo"))
            ChangeSet.objects.all().delete()


def _timed(figure: str, work: Callable[[], Any]) -> None:
    begun = time.perf_counter()
    work()
    print(json.dumps({"figure": figure, "seconds": round(time.perf_counter() - begun, 2)}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])

"""What `make bench-import` does inside of the portal: measures a day's list step by step, or works off what is due."""

import json
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.development")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from cms.models import Editor  # noqa: E402
from procedures_catalog.importing.at_desk.running import (  # noqa: E402
    approve,
    begin_undoing,
    choose_items,
    choose_parts,
    receive,
    work,
)
from procedures_catalog.models import ImportItem, ImportPart  # noqa: E402


def measure(folder: Path) -> None:
    """Prints a line for each step; keeps the database as it is before writing and before undoing."""
    keeper, other = (Editor.objects.create(username=f"bench-{name}", is_superuser=True) for name in ("keeper", "other"))
    run = receive([folder / "ngay.jsonl.gz"], author=keeper, whole=True)
    _timed("compare a day's list", work)
    for choose, rows in ((choose_items, ImportItem.objects.all()), (choose_parts, ImportPart.objects.all())):
        choose(run, rows, "take", keeper)
    run.refresh_from_db()
    _keep(folder / "writing.sqlite3", "writing")
    approve(run, other, timezone.now())
    _timed("write a day's list", work)
    run.refresh_from_db()
    _keep(folder / "undoing.sqlite3", "undoing")
    begin_undoing(run, other, timezone.now())
    _timed("undo a day's list", work)


def _keep(to: Path, state: str) -> None:
    """Copies the database and the lists, and lets this step be due in the copy: here a thread takes it up at once."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(settings.DATABASES["default"]["NAME"], to)
    shutil.copytree(settings.IMPORTS_ROOT, to.with_suffix(".files"))
    with closing(sqlite3.connect(to)) as copy, copy:
        newest = "(SELECT max(id) FROM procedures_catalog_importrun)"
        copy.execute(f"UPDATE procedures_catalog_importrun SET state = ? WHERE id = {newest}", [state])


def _timed(figure: str, act: Callable[[], Any]) -> None:
    begun = time.perf_counter()
    act()
    said = {"figure": figure, "seconds": round(time.perf_counter() - begun, 2)}
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "measure":
        measure(Path(sys.argv[2]))
    else:
        print(1, flush=True)
        work()

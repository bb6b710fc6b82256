"""`make bench`: the figures of the real catalogue, one JSON line each, with the goal beside what was measured."""

import json
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

import django

from tests.bench.measure import Run, measured
from tests.bench.round_trip import differences
from tests.bench.say import say
from tests.parts import SHARED_DATA
from tests.portal_process import manage, running_portal

NATIONAL = SHARED_DATA / "procedures" / "national-2026-07.jsonl.gz"
EDITORS, SHARE = 8, 20
PASSWORD = "mat-khau-de-do-2026"


def count_rows(folder: Path, table: str) -> int:
    """How many rows a table of the portal has."""
    with sqlite3.connect(folder / "portal.sqlite3") as database:
        return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def import_national(folder: Path) -> tuple[Run, dict[str, Any]]:
    """Imports and publishes the national file; the run and its report."""
    report = folder / "report.json"
    run = measured(folder, "manage.py", "import_procedures", str(NATIONAL), "--publish", "--report", str(report))
    return run, json.loads(report.read_text("utf-8"))


def bench_import(folder: Path) -> None:
    """The first import, the second, and the way back."""
    run, report = import_national(folder)
    say(
        "import_publish_index_seconds", run.seconds, "<= 120",
        processor_seconds=round(run.processor_seconds, 1), created=report["created"],
        short_codes=count_rows(folder, "procedures_catalog_procedureidentity"),
        waiting_for_index=count_rows(folder, "search_pendingentry"),
    )  # fmt: skip
    say("import_peak_mib", run.peak_mib, "<= 1024")
    say("import_pages_per_second", report["created"] / run.seconds, "-")
    run, report = import_national(folder)
    say("import_again_seconds", run.seconds, "<= 15", processor_seconds=round(run.processor_seconds, 1))
    say("import_again_rows_written", report["rows_written"], "0", unchanged=report["unchanged"])
    exported = folder / "export.jsonl"
    manage(folder, "export_procedures", "--format", "jsonl", "--out", str(exported))
    say("round_trip_differences", len(differences(NATIONAL, exported)), "0")


def bench_one_by_one(folder: Path, spare: Path) -> None:
    """Wagtail's own way of publishing, on a copy."""
    shutil.copytree(folder, spare)
    rate = json.loads(measured(spare, "-m", "tests.bench.one_by_one").output)["pages_per_second"]
    say("save_revision_publish_pages_per_second", rate, "-")


def bench_queries(small: Path, large: Path) -> None:
    """Queries of the public pages with some 60 and with all procedures."""
    for folder in (small, large):
        figures = json.loads(measured(folder, "-m", "tests.bench.queries").output)
        number = figures.pop("procedures")
        for name, value in figures.items():
            say(f"queries_{name}", value, "<= 10" if "catalogue" in name else "<= 6", procedures=number)


def bench_editors(folder: Path) -> None:
    """Editors who publish at the same moment through the desk's own forms."""
    django.setup()
    from tests.desk.many_editors import publish_at_once  # noqa: PLC0415 - needs a configured Django
    from tests.desk.pages_of import pages_of  # noqa: PLC0415

    writer, publisher = (("do", PASSWORD), ("cong-bo", PASSWORD))
    for name, password in (writer, publisher):
        words = ("createsuperuser", "--noinput", "--username", name, "--email", "")
        manage(folder, *words, DJANGO_SUPERUSER_PASSWORD=password)
    pages = pages_of(folder, EDITORS * SHARE)
    with running_portal(folder) as address:
        shares = [pages[n::EDITORS] for n in range(EDITORS)]
        statuses = publish_at_once(address, writer, publisher, shares)
    say("editors_publishing_at_once_succeeded", statuses[302], f"{EDITORS * SHARE}", answers=dict(statuses))


def main() -> None:
    """All figures, on portals made for them in a folder that is removed afterwards."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "cms.settings.development"
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as name:
        small, large = Path(name, "small"), Path(name, "large")
        for folder in (small, large):
            folder.mkdir()
            manage(folder, "migrate")
        manage(small, "load_demo")
        manage(large, "prepare_portal")
        bench_import(large)
        bench_one_by_one(large, Path(name, "spare"))
        bench_queries(small, large)
        bench_editors(large)


if __name__ == "__main__":
    main()

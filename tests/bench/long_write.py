"""`python -m tests.bench.long_write`: how long others wait while the national file is imported, one JSON line a figure.

A portal with the demonstration, on SQLite and a server of its own; beside the import, which is a process of its own, an
editor signs in, opens, saves and publishes, an officer prints, a citizen reads, each again and again. They begin before
the import does: on a machine that has other work `alone` tells what they wait without it.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import django
import requests

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.development")
django.setup()

from tests.bench.say import say  # noqa: E402 - Django must be set up first
from tests.desk.edit_form import Desk  # noqa: E402
from tests.desk.pages_of import StoredPage, pages_of  # noqa: E402
from tests.parts import SHARED_DATA  # noqa: E402
from tests.portal_process import ROOT, environment, manage, running_portal  # noqa: E402

ALONE = 30  # seconds
NATIONAL = SHARED_DATA / "procedures" / "national-2026-07.jsonl.gz"
PASSWORD = "mat-khau-de-do-2026"
COMMUNE = f"""
from agencies.models import AdministrativeUnit, Agency, Role
from cms.access.giving import give
from cms.models import Editor
unit = AdministrativeUnit.objects.create(code="B0001", name="Xã Thử", kind="commune")
counter = Agency.objects.create(name="Một cửa xã Thử", kind="counter", unit=unit)
people = (("do", Role.PUBLISHER, None), ("soan", Role.WRITER, None), ("canbo2", Role.OFFICER, counter))
for name, role, agency in people:
    person = Editor.objects.create_user(name, password="{PASSWORD}", agency=agency)
    give(person, role, agency)
"""


class LockProbe(Thread):
    """Looks a hundred times a second whether somebody holds the place to write; the longest stretch, in seconds."""

    def __init__(self, file: Path, ended: Event) -> None:
        super().__init__(daemon=True)
        self._file, self._ended = file, ended
        self.longest = self.total = 0.0

    def run(self) -> None:
        """Until the import has ended."""
        database = sqlite3.connect(self._file, timeout=0, isolation_level=None)
        since = None
        while not self._ended.wait(0.01):
            now = time.monotonic()
            try:
                database.execute("BEGIN IMMEDIATE")
                database.execute("ROLLBACK")
            except sqlite3.OperationalError:
                since = since or now
                self.longest = max(self.longest, now - since)
            else:
                self.total += now - since if since else 0
                since = None


class Person(Thread):
    """Does one thing again and again; the seconds of each time, and whatever went wrong."""

    def __init__(self, name: str, does: Callable[[], object], ended: Event) -> None:
        super().__init__(name=name, daemon=True)
        self._does, self._ended = does, ended
        self.waited: list[float] = []
        self.alone: list[float] = []
        self.failed: list[str] = []

    def meet_the_import(self) -> None:
        """What was waited until now was waited alone."""
        self.alone, self.waited = self.waited, []

    def run(self) -> None:
        """Until the import has ended, with a breath between two times."""
        while not self._ended.wait(0.3):
            began = time.monotonic()
            try:
                self._does()
            except Exception as fault:
                self.failed.append(f"{type(fault).__name__}: {fault}"[:200])
            self.waited.append(time.monotonic() - began)


def _answered(answer: requests.Response) -> None:
    """Raises RuntimeError for an answer that is none."""
    if answer.status_code >= 400:
        raise RuntimeError(f"{answer.status_code} {answer.url}")


def _print_a_sheet(officer: Desk, code: str) -> None:
    form = {"code": code, "kind": "short", "csrfmiddlewaretoken": officer.session.cookies["csrftoken"]}
    answer = officer.session.post(f"{officer.address}/ban/phieu/", data=form, timeout=120)
    _answered(answer)
    if not answer.content.startswith(b"%PDF"):
        raise RuntimeError("no sheet came")


def _publish(writer: Desk, editor: Desk, page: StoredPage) -> None:
    answers = writer.save(page, {"everyday_names": f"Quầy {time.monotonic()}"}), editor.publish(page)
    if answers != (302, 302):
        raise RuntimeError(f"{answers} when publishing")


def _people(folder: Path, address: str, ended: Event) -> list[Person]:
    editor, writer, officer = (Desk(address, name, PASSWORD) for name in ("do", "soan", "canbo2"))
    opened, published = pages_of(folder, 2)
    with sqlite3.connect(folder / "portal.sqlite3") as database:
        code = database.execute("SELECT short_code FROM procedures_catalog_procedureidentity LIMIT 1").fetchone()[0]
    reader = requests.Session()
    deeds = {
        "sign_in": lambda: Desk(address, "do", PASSWORD),
        "open": lambda: _answered(editor.session.get(f"{address}/quan-tri/pages/{opened.pk}/edit/", timeout=120)),
        "publish": lambda: _publish(writer, editor, published),
        "print": lambda: _print_a_sheet(officer, code),
        "read": lambda: _answered(reader.get(f"{address}/q/{code}", timeout=120)),
    }
    return [Person(name, does, ended) for name, does in deeds.items()]


def _measure(folder: Path) -> None:
    ended = Event()
    with running_portal(folder) as address:
        people = _people(folder, address, ended)
        probe = LockProbe(folder / "portal.sqlite3", ended)
        command = [sys.executable, "manage.py", "import_procedures", str(NATIONAL), "--publish"]
        for person in people:
            person.start()
        time.sleep(ALONE)
        for person in people:
            person.meet_the_import()
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=ROOT, env=environment(folder), stdout=subprocess.DEVNULL)
        probe.start()
        code = process.wait()
        say("long_write_import_seconds", time.monotonic() - began, "<= 120", exit_code=code)
        ended.set()
        for thread in (probe, *people):
            thread.join(60)
    say("long_write_lock_held_longest_seconds", probe.longest, "<= 2", held_in_all=round(probe.total, 1))
    for person in people:
        _tell(person)


def _tell(person: Person) -> None:
    times, alone = sorted(person.waited), sorted(person.alone)
    say(
        f"long_write_{person.name}_longest_seconds", times[-1], "<= 2", median=round(times[len(times) // 2], 3),
        times=len(times), alone=round(alone[-1], 3), alone_median=round(alone[len(alone) // 2], 3),
        failed=person.failed,
    )  # fmt: skip


def main() -> None:
    """On a portal made for it in a folder that is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as name:
        folder = Path(name)
        manage(folder, "migrate")
        manage(folder, "load_demo")
        manage(folder, "shell", "--no-imports", "-c", COMMUNE)
        _measure(folder)


if __name__ == "__main__":
    main()

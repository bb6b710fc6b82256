"""`make bench-import`: the State's list of a normal day, one procedure in a hundred changed: compared, written, undone,
and kills in the midst of writing and undoing. `PORTAL=folder` takes a copy of that portal, `KILLS` says how many."""

import gzip
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from tests.bench.desk.__main__ import _imported
from tests.parts import SHARED_DATA
from tests.portal_process import ROOT, environment, manage
from tests.procedures_catalog.dated.killed import FILE, fresh

NATIONAL = SHARED_DATA / "procedures" / "national-2026-07.jsonl.gz"
KILLS = int(os.environ.get("KILLS", "50"))
EVERY = 100
TEXT = "Noi dung do lan do dac"
FIELD = "Yêu cầu, điều kiện thực hiện"


def main() -> None:
    """One JSON line a figure."""
    with tempfile.TemporaryDirectory(prefix="portal-bench-import-") as name:
        folder = Path(name, "portal")
        if os.environ.get("PORTAL"):
            shutil.copytree(os.environ["PORTAL"], folder)
            manage(folder, "migrate", "--verbosity", "0")
        else:
            _imported(folder)
        changed = _changed_list(Path(name, "ngay.jsonl.gz"))
        _inside(folder, "measure", name)
        for step, whole in (("writing", changed), ("undoing", 0)):
            _kills(folder, step, Path(name, f"{step}.sqlite3"), whole)


def _changed_list(to: Path) -> int:
    """The real list with the conditions of one procedure in a hundred said otherwise; how many those are."""
    count = 0
    with gzip.open(NATIONAL, "rt", encoding="utf-8") as given, gzip.open(to, "wt", encoding="utf-8") as made:
        for number, line in enumerate(given):
            if number % EVERY == 0:
                line = json.dumps(json.loads(line) | {FIELD: f"{TEXT} {number}."}, ensure_ascii=False) + "\n"
                count += 1
            made.write(line)
    return count


def _inside(folder: Path, *words: str) -> None:
    command = [sys.executable, "-m", "tests.bench.daily_import_inside", *words]
    subprocess.run(command, cwd=ROOT, env=environment(folder), check=True)


def _kills(folder: Path, step: str, kept: Path, whole: int) -> None:
    """Kills the process that writes or undoes at a moment of its work; the next start finishes by itself."""
    length = _worked(_fresh(folder, kept), None)
    chance = random.Random()  # noqa: S311 - no secret
    found = {"finished by the next start": 0, "otherwise": 0, "portions between": 0}
    for _ in range(KILLS // 2):
        _worked(_fresh(folder, kept), chance.uniform(0.05, 1) * length)
        found["portions between"] += 0 < _pages(folder) < max(whole, 1) or (step == "undoing" and _pages(folder) > 0)
        _worked(folder, None)
        found["finished by the next start" if _pages(folder) == whole else "otherwise"] += 1
    print(json.dumps({"figure": f"kills while {step} an import", "kills": KILLS // 2, **found}), flush=True)


def _fresh(folder: Path, kept: Path) -> Path:
    """The folder with the database and the lists as they were kept."""
    shutil.rmtree(folder / "imports", ignore_errors=True)
    shutil.copytree(kept.with_suffix(".files"), folder / "imports")
    return fresh(folder, kept)


def _worked(folder: Path, seconds: float | None) -> float:
    """Runs what is due of imports, killed after so many seconds of work (None: not at all); how long it worked."""
    words = [sys.executable, "-u", "-m", "tests.bench.daily_import_inside", "work", ""]
    process = subprocess.Popen(words, cwd=ROOT, env=environment(folder), stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    begun = time.monotonic()
    if seconds is not None:
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
    process.communicate()
    return time.monotonic() - begun


def _pages(folder: Path) -> int:
    """How many pages say the new text; the database was found sound."""
    with closing(sqlite3.connect(folder / FILE)) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        pages = "SELECT count(*) FROM procedures_catalog_procedurepage WHERE conditions LIKE ?"
        return int(file.execute(pages, [f"{TEXT}%"]).fetchone()[0])


if __name__ == "__main__":
    main()

"""`make bench-changes`: a set of a hundred dated changes on the real catalogue – shown, approved, applied, undone – and
fifty kills in the midst of applying. `PORTAL=folder` takes a copy of that portal."""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.desk.__main__ import _imported
from tests.portal_process import ROOT, environment, manage
from tests.procedures_catalog.dated.killed import FILE, apply_until, fresh, held

KILLS = int(os.environ.get("KILLS", "50"))
TEXT = "Noi dung do lan do dac"


def main() -> None:
    """One JSON line a figure."""
    with tempfile.TemporaryDirectory(prefix="portal-bench-changes-") as name:
        folder = Path(name, "portal")
        if os.environ.get("PORTAL"):
            shutil.copytree(os.environ["PORTAL"], folder)
            manage(folder, "migrate", "--verbosity", "0")
        else:
            _imported(folder)
        inside = [sys.executable, "-m", "tests.bench.changes_inside", TEXT]
        subprocess.run(inside, cwd=ROOT, env=environment(folder), check=True)
        _kills(folder)


def _kills(folder: Path) -> None:
    kept = folder.parent / "kept.sqlite3"
    shutil.copyfile(folder / FILE, kept)
    whole = apply_until(fresh(folder, kept), None)
    chance = random.Random()  # noqa: S311 - no secret
    found = {"before": 0, "after": 0, "between": 0}
    for _ in range(KILLS):
        apply_until(fresh(folder, kept), chance.uniform(0.2, 1) * whole)
        state, pages = held(folder, TEXT)
        found[{("approved", 0): "before", ("applied", 100): "after"}.get((state, pages), "between")] += 1
    print(json.dumps({"figure": "kills while applying 100 changes", "kills": KILLS, **found}))


if __name__ == "__main__":
    main()

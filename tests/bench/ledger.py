"""How quickly the ledger says which of 400 boards are wrong after one decision, and whether it says it rightly."""

import json
import shutil
import tempfile
from pathlib import Path

from tests.bench.measure import measured
from tests.bench.say import say
from tests.parts import SHARED_DATA
from tests.portal_process import manage

NATIONAL = SHARED_DATA / "procedures" / "national-2026-07.jsonl.gz"


def bench_ledger(portal: Path) -> None:
    """Says the figures for a portal that holds the national procedures; works on a copy of its folder."""
    with tempfile.TemporaryDirectory(prefix="portal-bench-ledger-") as name:
        folder = Path(name, "portal")
        shutil.copytree(portal, folder)
        figures = json.loads(measured(folder, "-m", "tests.bench.wrong_papers").output)
    equal = figures.pop("equal")
    say("ledger_wrong_papers_seconds", figures.pop("seconds"), "<= 1", **figures)
    say("ledger_equals_brute_force", equal, "true")


def main() -> None:
    """Makes the portal, then measures."""
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as name:
        folder = Path(name)
        for words in (["migrate"], ["prepare_portal"], ["import_procedures", str(NATIONAL), "--publish"]):
            manage(folder, *words)
        bench_ledger(folder)


if __name__ == "__main__":
    main()

"""Lays the old portal into a folder, brings it to today's code as the operators' handbook says, and asks it."""

import gzip
import json
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.portal_process import ROOT, environment

HERE = Path(__file__).parent
DUMP, ANSWERS = HERE / "before_rooms.sql.gz", HERE / "before_rooms.json"
DATABASE = "portal.sqlite3"
#: The addresses under which the portal was known.
KNOWN = {
    "PORTAL_BASE_URL": "https://portal.example",
    "PORTAL_LEGACY_HOSTS": "cu.portal.example",
}
#: What the handbook runs by the code before, and what brings no data.
NOT_HERE = {"note_versions", "collectstatic"}


def before() -> dict[str, Any]:
    """What the old code answered."""
    return json.loads(ANSWERS.read_text("utf-8"))


def lay(folder: Path) -> None:
    """Writes the database as the old code left it."""
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        database.executescript(gzip.decompress(DUMP.read_bytes()).decode())


def commands() -> list[str]:
    """The commands of an update, in the order of the operators' handbook."""
    book = (ROOT / "docs" / "operators.vi.md").read_text("utf-8")
    update = book.partition("\n## Cập nhật\n")[2].partition("`note_versions`")[0]
    return [name for name in re.findall(r"`manage ([a-z_]+)", update) if name not in NOT_HERE]


def updated(folder: Path, **more: str) -> dict[str, Any]:
    """What today's code answers after the update, in a process of its own; `more` goes into its environment."""
    told = folder / "answers.json"
    words = [sys.executable, "-m", "tests.old_portal", str(told), *commands()]
    run = subprocess.run(
        words, cwd=ROOT, env=environment(folder, **KNOWN, **more), text=True, capture_output=True, check=False
    )
    if run.returncode:
        raise RuntimeError(run.stdout + run.stderr)
    return json.loads(told.read_text("utf-8"))

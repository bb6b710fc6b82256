"""Kills a process that applies a set, at a moment of its work, and looks what the database then holds."""

import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from tests.portal_process import ROOT, environment

FILE = "portal.sqlite3"


def apply_until(folder: Path, seconds: float | None) -> float:
    """Runs `apply_changes` on the portal in a folder, killed after so many seconds of work (None: not at all); how long
    it worked. The work begins when the process says its first word."""
    words = [sys.executable, "-u", "-c", "print(1, flush=True)\n" + _COMMAND]
    process = subprocess.Popen(words, cwd=ROOT, env=environment(folder), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    begun = time.monotonic()
    if seconds is not None:
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
    process.communicate()
    return time.monotonic() - begun


_COMMAND = "from django.core.management import execute_from_command_line as run; run(['manage.py', 'apply_changes'])"


def fresh(folder: Path, kept: Path) -> Path:
    """The folder with the database as it was kept, and no trace of the last run."""
    for each in folder.glob(f"{FILE}*"):
        each.unlink()
    shutil.copyfile(kept, folder / FILE)
    return folder


def held(folder: Path, text: str) -> tuple[str, int]:
    """The state of the one set, and how many pages have a text in their layer; the database was found sound."""
    with closing(sqlite3.connect(folder / FILE)) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        (state,) = file.execute("SELECT state FROM procedures_catalog_changeset").fetchone()
        pages = "SELECT count(*) FROM procedures_catalog_procedurepage WHERE overlay LIKE ?"
        return state, file.execute(pages, [f"%{text}%"]).fetchone()[0]

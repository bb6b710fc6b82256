"""A worker is killed with SIGKILL while it prints: the next one prints the job, whole and once."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.portal_process import ROOT, environment, manage

#: As on a server: printings wait for a worker.
SERVER = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.production",
    "PORTAL_SECRET_KEY": "x" * 60,
    "PORTAL_HOSTS": "portal.example",
    "PORTAL_BASE_URL": "https://portal.example",
}
WORKER = ("db_worker", "--backend", "printing", "--no-startup-delay", "--interval", "0.1")
ASK = """
from cms.models import Editor
from django.utils import timezone
from posting.jobs import start_job
start_job(Editor.objects.get(username="canbo"), "full", {"selection": {"level": "commune"}}, timezone.now())
"""


JOB = "SELECT state, attempts, total, file_name FROM posting_printjob ORDER BY id DESC LIMIT 1"
PAPERS = "SELECT count(*) FROM posting_postedpaper"


def ask(folder: Path, question: str) -> tuple:
    """The first row of an answer of the portal's database."""
    with closing(sqlite3.connect(folder / "portal.sqlite3", timeout=30)) as database:
        return database.execute(question).fetchone()


@contextmanager
def nobody_can_write(folder: Path) -> Iterator[None]:
    """Whoever prints cannot come to an end meanwhile."""
    with closing(sqlite3.connect(folder / "portal.sqlite3", timeout=30, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        yield
        database.execute("ROLLBACK")


def kill_while_it_prints(folder: Path) -> None:
    """Starts a worker and kills it in the middle of the job."""
    command = [sys.executable, "manage.py", *WORKER]
    with subprocess.Popen(command, cwd=ROOT, env=environment(folder, **SERVER), stderr=subprocess.DEVNULL) as worker:
        while worker.poll() is None and ask(folder, JOB)[0] != "running":
            time.sleep(0.01)
        with nobody_can_write(folder):
            os.kill(worker.pid, signal.SIGKILL)
            worker.wait()


def let_a_minute_pass(folder: Path) -> None:
    """What was noted a moment ago, and what is to be done later, is a minute earlier by the database."""
    with closing(sqlite3.connect(folder / "portal.sqlite3", timeout=30)) as database, database:
        database.execute("UPDATE posting_printjob SET beat_at = datetime(beat_at, '-1 minute')")
        database.execute(
            "UPDATE django_tasks_database_dbtaskresult SET run_after = datetime(run_after, '-1 minute') "
            "WHERE run_after < '9999-01-01'"
        )


def test_a_killed_printing_is_taken_up_again(changing_portal):
    folder = changing_portal.folder
    (papers,) = ask(folder, PAPERS)
    manage(folder, "shell", "--command", ASK, **SERVER)
    kill_while_it_prints(folder)
    assert ask(folder, JOB)[:2] == ("running", 1)

    let_a_minute_pass(folder)
    manage(folder, *WORKER, "--batch", **SERVER)
    state, attempts, total, name = ask(folder, JOB)
    assert (state, attempts) == ("done", 2)
    assert ask(folder, PAPERS) == (papers + total,)
    assert (folder / "printed" / name).read_bytes().startswith(b"%PDF")

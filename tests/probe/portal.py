"""A portal with production settings, made of the demonstration's data and run as the handbook says."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.portal_process import ROOT
from tests.postgres.server import free_port
from tests.probe import book
from tests.probe.door import Door
from tests.probe.starting import wait_for
from tests.template_file import begin_with_template

PROCESSES = 4  # of gunicorn, each of which counts for itself what is not in the database
FORWARDED = {"X-Forwarded-Proto": "https"}


def environment(folder: Path, **more: str) -> dict[str, str]:
    """The handbook's variables for data in that folder; nothing of the portal's comes from outside."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("PORTAL_", "DATABASE_"))}
    return outside | book.environment_file() | {"PORTAL_DATA_DIR": str(folder)} | more


def prepare(folder: Path) -> None:
    """The demonstration in the folder, ready to be served: some ten seconds, more without a migrated template."""
    begin_with_template(folder)
    for words in (["migrate", "-v0"], ["load_demo"], ["rebuild_index"], ["collectstatic", "--noinput", "-v0"]):
        manage(folder, *words)


def manage(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """An administrative command in production settings. CalledProcessError when it fails."""
    return subprocess.run(
        [sys.executable, "manage.py", *words], cwd=ROOT, env=environment(folder, **more), umask=book.umask(),
        capture_output=True, text=True, check=True,
    )  # fmt: skip


def copy_into(source: Path, folder: Path) -> None:
    """The data of one portal into the folder of another, databases as they are this moment, without static files,
    which are not needed to answer."""
    for file in source.glob("*.sqlite3"):
        with closing(sqlite3.connect(file)) as one, closing(sqlite3.connect(folder / file.name)) as other:
            one.backup(other)
            other.execute("PRAGMA journal_mode=WAL")
    shutil.copytree(source / "static", folder / "static", ignore=_all_but_names)


def _all_but_names(_folder: str, names: list[str]) -> set[str]:
    """Pages need the list of hashed names, not the files."""
    return {name for name in names if name != "staticfiles.json"}


@contextmanager
def running_portal(folder: Path, workers: int | None = None, **more: str) -> Iterator[Door]:
    """Gunicorn by the handbook on the data in the folder, on a free port; what it says goes to a file beside the
    folder, so that a full disk does not stop it."""
    port, log = free_port(), folder.parent / f"{folder.name}.log"
    command = [*book.gunicorn_command(), *(["--workers", str(workers)] if workers else [])]
    with log.open("a") as written:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment(folder, PORTAL_PORT=str(port), **more), umask=book.umask(),
            stdout=written, stderr=written, start_new_session=True,
        )  # fmt: skip
    try:
        yield wait_for(Door("gunicorn", book.host(), port, always=FORWARDED), process, log)
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """As systemd does: politely, then for good."""
    process.terminate()
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

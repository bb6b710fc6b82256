"""The database tests once more, on a real PostgreSQL server: a second run of pytest beside the one that asks for it."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

from tests.postgres.server import running_server
from tests.unprivileged import folder_for_nobody

ROOT = Path(__file__).resolve().parent.parent.parent
FLOORS = ("agencies", "legal_documents", "pages", "procedures_catalog", "search", "posting")
COMMAND = [
    sys.executable,
    *("-m", "pytest", "-q", "-x", "--database-only"),
    *("-m", "not shared and not browser and not elasticsearch"),
    *(f"tests/{floor}" for floor in FLOORS),
]


class Repetition:
    """Begins at once, in a thread of its own; two cores are then busy instead of one."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._run: subprocess.Popen[str] | None = None
        self._output = ""
        self._thread = Thread(target=self._repeat, daemon=True)
        self._thread.start()

    def result(self) -> tuple[int | None, str]:
        """Waits for its end: the exit code (None: it never began) and what it printed."""
        self._thread.join()
        return (self._run.returncode if self._run else None), self._output

    def stop(self) -> None:
        """Ends it early, when nobody will ask for its result any more."""
        if self._run and self._run.poll() is None:
            self._run.terminate()
        self._thread.join()

    def _repeat(self) -> None:
        with folder_for_nobody("portal-postgresql-") as folder, running_server(folder, self._programs) as url:
            self._run = subprocess.Popen(
                COMMAND, cwd=ROOT, env=os.environ | {"DATABASE_URL": url}, text=True,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )  # fmt: skip
            self._output, _ = self._run.communicate()

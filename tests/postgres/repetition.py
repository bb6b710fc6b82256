"""Database tests once more, on a real PostgreSQL server: another run of pytest."""

import os
import subprocess
import sys
from pathlib import Path

from tests.postgres.choice import ALL, CHOSEN
from tests.postgres.server import running_server
from tests.unprivileged import folder_for_nobody

ROOT = Path(__file__).resolve().parent.parent.parent
FLOORS = (
    "audit",
    "consequences",
    "agencies",
    "legal_documents",
    "pages",
    "procedures_catalog",
    "decisions",
    "search",
    "posting",
)
COMMAND = [
    sys.executable,
    *("-m", "pytest", "-q", "-x", "-p", "no:xdist"),
    *("-m", "not shared and not browser and not elasticsearch"),
    *(f"tests/{floor}" for floor in FLOORS),
    "tests/test_planted.py",
]


def repeat(programs: Path) -> tuple[int, str]:
    """The exit code and what it printed. With POSTGRESQL=all every test that touches the database is repeated."""
    how = ALL if os.environ.get("POSTGRESQL") == ALL else CHOSEN
    with folder_for_nobody("portal-postgresql-") as folder, running_server(folder, programs) as url:
        run = subprocess.run(
            [*COMMAND, f"--on-database={how}"], cwd=ROOT, env=_environment() | {"DATABASE_URL": url}, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
    return run.returncode, run.stdout


def _environment() -> dict[str, str]:
    """The variables without those that tell a run of pytest that it is part of another."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}

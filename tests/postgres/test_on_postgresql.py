"""Everything that touches the database holds on PostgreSQL too: the same tests, run against a real server."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.parts import missing
from tests.postgres.server import running_server, server_programs
from tests.unprivileged import folder_for_nobody

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = [
    f"tests/{floor}" for floor in ("agencies", "legal_documents", "pages", "procedures_catalog", "search", "posting")
]


@pytest.mark.postgres
def test_the_same_tests_pass_on_a_real_postgresql_server():
    programs = server_programs()
    if programs is None:
        missing("PostgreSQL (gói Debian: postgresql)")
    with folder_for_nobody("portal-postgresql-") as folder, running_server(folder, programs) as url:
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-x",
            "--database-only",
            "-m",
            "not shared and not browser and not elasticsearch",
            *FOLDERS,
        ]
        run = subprocess.run(
            command, cwd=ROOT, env=os.environ | {"DATABASE_URL": url}, capture_output=True, text=True, check=False
        )
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]

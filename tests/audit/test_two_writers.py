"""Processes that write at once wait for one another: the chain never forks (PostgreSQL: see test_recording.py)."""

import subprocess
import sys

import pytest

from tests.portal_process import ROOT, environment, manage
from tests.template_file import begin_with_template

WRITE = "from audit.recording import record; [record(str(n)) for n in range(30)]"


@pytest.mark.slow
def test_two_processes_that_write_at_once_do_not_fork_the_chain(tmp_path):
    begin_with_template(tmp_path)
    manage(tmp_path, "migrate", "--verbosity", "0")
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", WRITE]
    started = [subprocess.Popen(command, cwd=ROOT, env=environment(tmp_path)) for _ in range(2)]
    assert [process.wait(timeout=120) for process in started] == [0, 0]
    told = manage(tmp_path, "verify_log").stdout
    assert "63 dòng" in told  # sixty, and a row for each command

"""One writer at a time, whoever dies."""

import subprocess
import sys
import threading

import pytest

from search.index.file_lock import FileLock
from search.index.port import IndexUnavailableError

HOLD = """
import sys, time
from pathlib import Path
from search.index.file_lock import FileLock
with FileLock(Path(sys.argv[1])).held(1):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "not yet there" / "lock"


def test_a_second_writer_is_told_that_it_is_busy(path):
    with FileLock(path).held(0), pytest.raises(IndexUnavailableError, match="busy"), FileLock(path).held(0.05):
        pytest.fail("two writers at once")


def test_it_is_free_again_afterwards_even_after_a_failure(path):
    with pytest.raises(ValueError, match="hỏng"), FileLock(path).held(0):
        raise ValueError("hỏng")
    with FileLock(path).held(0):
        pass


def test_who_waits_gets_it_when_it_is_free(path):
    got = []
    with FileLock(path).held(0):
        thread = threading.Thread(target=lambda: got.append(_once(path)))
        thread.start()
        assert got == []
    thread.join()
    assert got == ["held"]


def test_a_killed_writer_holds_nobody_up(path):
    process = subprocess.Popen([sys.executable, "-c", HOLD, path], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    with pytest.raises(IndexUnavailableError), FileLock(path).held(0):
        pass
    process.kill()
    process.wait()
    with FileLock(path).held(10):
        pass


def _once(path):
    with FileLock(path).held(30):
        return "held"

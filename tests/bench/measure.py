"""Runs a command as a whole process and says how long it took and how much memory it had at its peak."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.portal_process import ROOT, environment


@dataclass(frozen=True)
class Run:
    """Seconds by the clock and on the processor, peak memory in MiB, what was printed."""

    seconds: float
    processor_seconds: float
    peak_mib: float
    output: str


def measured(folder: Path, *words: str, **more: str) -> Run:
    """Runs `python WORDS` on the portal in the folder, with `more` in its environment. RuntimeError when it fails."""
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        env=environment(folder, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    output = process.stdout.read().decode() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(words)} ended with {process.returncode}")
    return Run(time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output)

"""Waits until a server that was started answers."""

import subprocess
import time
from pathlib import Path

from tests.probe.door import Door


def wait_for(door: Door, process: subprocess.Popen[bytes], log: Path, patience: float = 120) -> Door:
    """The door, as soon as it answers anything. RuntimeError when the process ends before, or time is up;
    it repeats the end of its log."""
    end = time.monotonic() + patience
    while time.monotonic() < end and process.poll() is None:
        if door.ask("/robots.txt", timeout=30).status:
            return door
        time.sleep(0.1)
    raise RuntimeError(f"{door.name} did not start: {log.read_text()[-2000:]}")

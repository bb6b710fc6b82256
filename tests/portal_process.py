"""A portal of the tests' own: a real server process with its data in a folder, on a free port."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.postgres.server import free_port

ROOT = Path(__file__).resolve().parent.parent


def environment(folder: Path, port: int = 8000, **more: str) -> dict[str, str]:
    """The environment of a portal whose data live in the folder."""
    own = {
        "PORTAL_DATA_DIR": str(folder),
        "PORTAL_PORT": str(port),
        "DJANGO_SETTINGS_MODULE": "cms.settings.development",
    }
    return os.environ | own | more


def manage(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs an administrative command on the portal in the folder. Raises CalledProcessError when it fails."""
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(
        command, cwd=ROOT, env=environment(folder, **more), capture_output=True, text=True, check=True
    )


@contextmanager
def running_portal(folder: Path, **more: str) -> Iterator[str]:
    """Starts `run_portal` on the folder, which loads the demonstration when it is empty; yields its address. `more` is
    what its environment says besides."""
    port = free_port()
    with (folder / "portal.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "run_portal"],
            cwd=ROOT, env=environment(folder, port, **more), stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_it_answers(f"{address}/robots.txt", process)
        yield address
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def wait_until_it_answers(url: str, process: subprocess.Popen[bytes], patience: float = 180) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("Máy chủ không khởi động được; xem tệp log.")

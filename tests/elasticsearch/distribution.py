"""Fetches Elasticsearch itself, once: Maven Central carries the server as a zip file without the X-Pack add-ons."""

import fcntl
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ARTIFACT = "org.elasticsearch.distribution.integ-test-zip:elasticsearch"


def unpacked(version: str, folder: Path) -> Path:
    """The server's programs below the folder. Raises FileNotFoundError without Maven, CalledProcessError offline."""
    home = folder / f"elasticsearch-{version}"
    if not home.is_dir():
        with zipfile.ZipFile(_fetched(version)) as file:
            file.extractall(folder)
        for program in (home / "bin").iterdir():
            program.chmod(0o755)  # a zip file forgets who may run what
    return home


def _fetched(version: str) -> Path:
    """The zip file in the user's cache; of several runs at once the first fetches it and the others wait."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "province-portal"
    file = cache / f"elasticsearch-{version}.zip"
    cache.mkdir(parents=True, exist_ok=True)
    with _one_at_a_time(file.with_suffix(".lock")):
        if not file.is_file():
            _fetch(version, file)
    return file


@contextmanager
def _one_at_a_time(lock: Path) -> Iterator[None]:
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _fetch(version: str, file: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise FileNotFoundError("mvn")
    with tempfile.TemporaryDirectory(dir=file.parent) as place:
        command = [
            maven,
            "-q",
            "dependency:copy",
            f"-Dartifact={_ARTIFACT}:{version}:zip",
            f"-DoutputDirectory={place}",
        ]
        subprocess.run(command, cwd=place, check=True, capture_output=True, text=True)
        (Path(place) / file.name).replace(file)

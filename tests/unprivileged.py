"""Runs a server that refuses to be root: as the nobody user, who is let into its folder."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def as_nobody() -> dict[str, Any]:
    """What `subprocess` takes to run a program as the nobody user when the tests run as root; otherwise nothing."""
    return {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.getuid() == 0 else {}


@contextmanager
def folder_for_nobody(prefix: str) -> Iterator[Path]:
    """A folder of that user's own, gone afterwards. It is not below pytest's: every run of pytest that begins anywhere
    on the machine shuts that one for others again."""
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    hand_over(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def hand_over(folder: Path) -> None:
    """Gives the nobody user a folder that root made, and a way to it through every folder above that is ours."""
    if os.getuid() != 0:
        return
    shutil.chown(folder, "nobody", "nogroup")
    for parent in folder.parents:
        if parent.stat().st_uid == 0 and parent != Path("/") and parent != Path("/tmp"):  # noqa: S108
            parent.chmod(parent.stat().st_mode | 0o011)

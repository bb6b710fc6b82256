"""A small file system of a check's own, to be filled or made read-only."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.parts import missing

FILLING = "filling"


@contextmanager
def small_file_system(folder: Path, mebibytes: int) -> Iterator[Path]:
    """An ext4 of that size, mounted on a folder below the one given; gone afterwards. Needs the right to mount."""
    image, mounted = folder / "disk.img", folder / "disk"
    mounted.mkdir()
    with image.open("wb") as file:
        file.truncate(mebibytes * 1024 * 1024)
    try:
        subprocess.run(["mkfs.ext4", "-q", "-m", "0", "-F", image], check=True, capture_output=True)
        subprocess.run(["mount", "-o", "loop", image, mounted], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        missing("quyền gắn một hệ thống tệp (mkfs.ext4, mount)")
    try:
        yield mounted
    finally:
        subprocess.run(["umount", "--lazy", mounted], check=True)
        image.unlink()


def remount(folder: Path, mode: str) -> None:
    """Makes a mounted file system read-only ("ro") or writable again ("rw")."""
    subprocess.run(["mount", "-o", f"remount,{mode}", folder], check=True)


def fill(folder: Path) -> None:
    """Writes until not one more byte is taken."""
    with (folder / FILLING).open("ab", buffering=0) as file:
        for size in (64 * 1024, 512, 16):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                os.fsync(file.fileno())


def make_room(folder: Path) -> None:
    """Takes away what filled it."""
    (folder / FILLING).unlink()

"""How much room a disk has left, for whoever is about to take much of it: the last of it belongs to the database."""

import errno
import os
import shutil
from pathlib import Path

MEGABYTE = 1_000_000


class NoRoomError(OSError):
    """There is not enough room; says in Vietnamese how much is wanted and how much there is."""

    def __init__(self, wanted: int, free: int) -> None:
        self.said = f"Đĩa không đủ chỗ: cần chừng {_megabytes(wanted)}, chỉ còn {_megabytes(free)}."
        super().__init__(errno.ENOSPC, self.said)

    def __str__(self) -> str:
        return self.said


def free_bytes(folder: Path) -> int:
    """What is free on the disk of a folder, or of the nearest one above that is there already."""
    return shutil.disk_usage(_present(folder)).free


def is_read_only(folder: Path) -> bool:
    """Whether the file system of the folder takes nothing at all."""
    return bool(os.statvfs(_present(folder)).f_flag & os.ST_RDONLY)


def demand_room(folder: Path, wanted: int, kept: int) -> None:
    """Makes sure that so many bytes fit on the disk of the folder and `kept` bytes are left. Raises NoRoomError."""
    free = free_bytes(folder)
    if free < wanted + kept:
        raise NoRoomError(wanted + kept, free)


def disk_of(folder: Path) -> int:
    """A number that is the same for all folders of one disk."""
    return _present(folder).stat().st_dev


def _present(folder: Path) -> Path:
    return next(each for each in (folder, *folder.parents) if each.exists())


def _megabytes(number: int) -> str:
    return f"{-(-number // MEGABYTE)} MB"

"""Writes a file so that nobody ever finds half of it."""

import errno
import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Writes beside the wanted place and renames. Raises OSError, and then leaves nothing of its own behind."""
    partial = partial_of(path)
    try:
        partial.write_bytes(content)
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


def demand_place(path: Path) -> None:
    """Makes sure before long work that a file can be written there. Raises OSError."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    partial = partial_of(path)
    partial.touch()
    partial.unlink()


def partial_of(path: Path) -> Path:
    """Where the file lies until it is whole."""
    return path.with_name(f"{path.name}.partial")

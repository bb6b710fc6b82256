"""The head of the chain a second time, in a file of the data folder: who removes the last rows by SQL, and sets the
head back, leaves it behind.

Written after each commit, sealed, and only forward: never over a head that the log no longer holds, so that a cut tail
is still told when the chain has grown again past it. What is not found: a log and a file that are changed together.
"""

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from audit.chain.links import key_of, sealed
from audit.models import LogRow

_logger = logging.getLogger(__name__)
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain ended: the last row's number and hash."""

    number: int
    digest: str

    def __str__(self) -> str:
        return f"{self.number}:{self.digest}"


class DamagedError(Exception):
    """The file carries no seal of the portal."""


def path() -> Path:
    """Where it is."""
    return Path(settings.LOG_HEAD_FILE)


def kept() -> Head | None:
    """The head that the file holds; None where there is no file. DamagedError for what the portal did not write."""
    try:
        return _read(path().read_bytes())
    except FileNotFoundError:
        return None


def keep(head: Head, before: Head) -> None:
    """After a commit: `head` is its last row, `before` the row that it was bound to. The first row of a log begins the
    file. A file that cannot be written hinders nobody: it stays behind, and what it says stays true."""
    try:
        with _held(is_first=before.number == 0) as file:
            held = _read(written) if (written := os.read(file, _LONGEST)) else before
            if held.number < head.number and (held == before or stands_in_log(held)):
                _write(file, head)
    except (
        FileNotFoundError
    ):  # of an older portal before `prepare_portal`, or taken away: `verify_log` tells the latter
        _logger.warning(
            "Chưa có tệp đầu chuỗi nhật ký %s: prepare_portal tạo nó, verify_log cho biết nếu nó bị mất.", path()
        )
    except (OSError, DamagedError):
        _logger.warning("Không ghi được đầu chuỗi nhật ký vào %s.", path(), exc_info=True)


def keep_anew(head: Head) -> None:
    """Whatever the file said: where somebody answers for it in a row of the log."""
    with _held(is_first=True) as file:
        _write(file, head)


def stands_in_log(head: Head) -> bool:
    """Whether the row of this head is in the log; one that is older than all that is kept was pruned."""
    first = LogRow.objects.order_by("number").values_list("number", flat=True).first()
    is_pruned = first is not None and head.number < first
    return is_pruned or LogRow.objects.filter(number=head.number, digest=head.digest).exists()


@contextmanager
def _held(is_first: bool) -> Iterator[int]:
    """The open file, which no other process writes meanwhile."""
    file = os.open(path(), os.O_RDWR | os.O_CLOEXEC | (os.O_CREAT if is_first else 0), 0o640)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file
    finally:
        os.close(file)


def _write(file: int, head: Head) -> None:
    """One short line in its place: a power cut leaves the one or the other."""
    line = f"{head}:{_seal(head, key_of(settings.SECRET_KEY))}\n".encode()
    os.pwrite(file, line, 0)
    os.ftruncate(file, len(line))


def _read(line: bytes) -> Head:
    number, _, more = line.decode("ascii", "replace").strip().partition(":")
    digest, _, seal = more.partition(":")
    head = Head(int(number) if number.isdecimal() else 0, digest)
    if not any(_seal(head, key) == seal for key in keys()):
        raise DamagedError
    return head


def _seal(head: Head, key: bytes) -> str:
    return sealed(key, f"head:{head}")


def keys() -> list[bytes]:
    """Those by which the portal seals and has sealed, the present one first."""
    return [key_of(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]

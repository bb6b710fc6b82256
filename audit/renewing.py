"""Begins the file that keeps the log's head, where a portal has none yet or somebody answers for another one."""

from audit.head_file import DamagedError, Head, keep_anew, kept
from audit.models import LogRow
from audit.recording import record

RENEWED = "log.head"
_FIRST = "lần đầu giữ đầu chuỗi trong tệp"


def renew(reason: str) -> Head:
    """The head that the file holds afterwards: the row that tells why, and what stood there before."""
    row = record(RENEWED, details={"reason": reason, "before": _told()})
    head = Head(row.number, row.digest)
    keep_anew(head)
    return head


def ensure_head_file() -> None:
    """For an update: a portal that had a log before this file was thought of begins it, and its log says so."""
    if LogRow.objects.exists() and _told() == "":
        renew(_FIRST)


def _told() -> str:
    try:
        return str(kept() or "")
    except DamagedError:
        return "không mang dấu của cổng"

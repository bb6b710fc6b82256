"""Verifies the log as it stands in the database, from its oldest kept row to its head."""

from collections.abc import Iterator
from dataclasses import dataclass

from audit.chain.checking import Fault, Walk
from audit.chain.links import COLUMNS, GENESIS
from audit.guards import CUT
from audit.head_file import DamagedError, kept, keys, stands_in_log
from audit.models import LogHead, LogRow

#: How many rows are read at once; others write meanwhile.
_PAGE = 10_000


@dataclass(frozen=True, slots=True)
class Verified:
    """`fault` is the first one, None where the chain is whole; `first` the number of the oldest row that is looked at,
    `rows` how many are right, `head` the last of them and its hash."""

    fault: Fault | None
    first: int
    rows: int
    head: tuple[int, str]


def verify() -> Verified:
    """Goes along the whole log. Begins anew where rows were pruned meanwhile."""
    begin = _begin()
    walk = Walk(*begin, keys())
    fault = _along(walk)
    if fault and _begin() != begin:
        return verify()
    return Verified(fault, begin[0] + 1, walk.rows, (walk.number, walk.digest))


def head() -> tuple[int, str]:
    """The number and the hash of the last row; of none while the log is empty."""
    return LogHead.objects.values_list("number", "digest").first() or (0, GENESIS)


def fault_of_head_file() -> Fault | None:
    """What the head says that is kept in a file: none of an empty log has one. To be asked after the chain."""
    try:
        beside = kept()
    except DamagedError:
        return Fault("head file damaged", 0)
    if beside is None:
        return Fault("no head file", 0) if LogRow.objects.exists() else None
    if stands_in_log(beside):
        return None
    last = head()[0]
    return Fault("tail", last + 1) if last < beside.number else Fault("replaced", beside.number)


def _begin() -> tuple[int, str]:
    """The number and the hash of the last row that was cut away: of none where nothing was. Whether the cut is the
    portal's own shows when its row is reached."""
    cut = LogRow.objects.filter(action=CUT).order_by("-number").first()
    if cut is None or not cut.key.isdecimal():  # the latter is none of the portal's: its row will be found
        return 0, GENESIS
    return int(cut.key), str(cut.said.get("digest"))


def _along(walk: Walk) -> Fault | None:
    """To the end of the rows, which others may add to; a row and the head that names it are written at once."""
    while page := list(_rows(walk.number)):
        if fault := walk.along(page):
            return fault
    number, digest = head()
    if number > walk.number and LogRow.objects.filter(number=walk.number + 1).exists():
        return _along(walk)
    return walk.ends_at(number, digest)


def _rows(after: int) -> Iterator[tuple]:
    rows = LogRow.objects.filter(number__gt=after).order_by("number")
    return iter(rows.values_list(*COLUMNS, "digest", "seal")[:_PAGE])

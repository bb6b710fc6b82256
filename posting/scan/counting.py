"""Counts scans: in memory at once, in the database a little later; never slows or breaks an answer.

What is counted is which procedure, which paper, which hour. Nothing of a request comes in here, so nothing of whoever
scanned can be kept.
"""

import contextlib
import datetime
import logging
import threading
from collections import Counter
from collections.abc import Mapping, Sequence

from django.conf import settings
from django.db import Error, IntegrityError, connections, transaction
from django.db.models import F
from django.utils import timezone

from pages.background import BackgroundTask
from posting.models import ScanCount

#: Identity, paper (None: a code without a paper's tag), day and hour in Vietnam.
Key = tuple[int, int | None, datetime.date, int]

MOST_KEYS = 20_000  # held at once, some 4 MB; only a database that is gone for hours lets them become so many
PORTION = 200  # keys a transaction, so that no editor waits long for the database
RETRY = 30.0  # seconds until the next attempt after the database refused
_logger = logging.getLogger(__name__)
_lock = threading.Lock()
_held: Counter[Key] = Counter()


def note_scan(identity_id: int, paper_id: int | None) -> None:
    """Counts one scan of a procedure's code; `paper_id` where its tag belongs to a known paper. Asks the database
    nothing, waits for nobody, raises nothing."""
    now = timezone.localtime(timezone.now(), timezone.get_default_timezone())
    _hold({(identity_id, paper_id, now.date(), now.hour): 1})
    if settings.SCANS_GATHERED_SECONDS is not None:
        with contextlib.suppress(RuntimeError):  # no thread to be had now; the next scan asks again
            background_task.want()


def flush() -> int:
    """Writes what was counted so far; returns how many scans. Raises django.db.Error; what was not written is kept."""
    counts = sorted(_taken().items(), key=_order)
    for start in range(0, len(counts), PORTION):
        try:
            _write(counts[start : start + PORTION])
        except Error:
            _hold(dict(counts[start:]))
            raise
    return sum(scans for _, scans in counts)


def forget() -> None:
    """Lets go of what was counted and not written."""
    _taken()


def _hold(counts: Mapping[Key, int]) -> None:
    """Adds to what waits to be written; beyond `MOST_KEYS` only to keys that wait already."""
    with _lock:
        for key, scans in counts.items():
            if key in _held or len(_held) < MOST_KEYS:
                _held[key] += scans


def _taken() -> dict[Key, int]:
    with _lock:
        counts = dict(_held)
        _held.clear()
    return counts


def _order(counted: tuple[Key, int]) -> tuple[int, int, datetime.date, int]:
    """The same in every process, so that two that write at once never wait for each other in a circle."""
    identity, paper, day, hour = counted[0]
    return identity, paper or 0, day, hour


def _write(counts: Sequence[tuple[Key, int]]) -> None:
    """One transaction; if a row is refused, each alone, so that only the culprit is lost."""
    try:
        with transaction.atomic():
            for key, scans in counts:
                _add(key, scans)
    except IntegrityError:
        if len(counts) == 1:
            _logger.exception("Không ghi được số lượt quét của %s", counts[0][0])
            return
        for counted in counts:
            _write([counted])


def _add(key: Key, scans: int) -> None:
    """One statement for an hour that has a row already, three for its first scans; right beside other processes."""
    identity, paper, day, hour = key
    rows = ScanCount.objects.filter(identity_id=identity, paper_id=paper, day=day, hour=hour)
    if not rows.update(scans=F("scans") + scans):
        first = ScanCount(identity_id=identity, paper_id=paper, day=day, hour=hour, scans=0)
        ScanCount.objects.bulk_create([first], ignore_conflicts=True)  # another process may have come between
        rows.update(scans=F("scans") + scans)


def _write_later() -> None:
    """Gathers for a while, then writes, again and again until the database takes it."""
    pause = settings.SCANS_GATHERED_SECONDS or 0.0  # None, where nobody wants it later, gathers nothing
    while not _written(pause):
        pause = RETRY


def _written(pause: float) -> bool:
    """Whether nothing is left to do after waiting so many seconds, or only until the process ends: then there is one
    attempt, and what fails is lost."""
    threading.main_thread().join(pause)
    try:
        flush()
    except Error as error:
        _logger.warning("Chưa ghi được số lượt quét, sẽ thử lại: %s", error)
        connections.close_all()
        return not threading.main_thread().is_alive()
    return True


#: Brings the counts into the database.
background_task = BackgroundTask(_write_later)

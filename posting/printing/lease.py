"""Lease of a job: who prints it says every few seconds that it is still at work, and who falls silent has lost it.

A worker may be killed at any moment and says nothing then. So a job is never held for good: after `LEASE` of silence
the next who asks puts it back into the queue. Whoever was only slow, and not dead, finds at the end that the job is not
its own any more and writes nothing: two never print one job.
"""

import logging
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import Error, connection
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from posting.models import PrintJob

#: How long a holder may be silent; longer than a writer may have to wait for the database (30 s), under a minute.
LEASE = timedelta(seconds=40)
#: Seconds between two signs of life.
BEAT = 5.0
#: A job that brought two workers down would bring down the third.
MOST_ATTEMPTS = 2
CUT_OFF = "Việc in bị ngắt giữa chừng. Hãy in lại."
CUT_OFF_AGAIN = (
    f"Máy chủ bị ngắt {MOST_ATTEMPTS} lần khi đang in, có thể vì thiếu bộ nhớ. Hãy chia thành nhiều lần in nhỏ hơn;"
    " nếu vẫn vậy, báo người quản trị cổng."
)
_logger = logging.getLogger(__name__)


class LostLeaseError(Exception):
    """The job is somebody else's by now, or given up: what was printed of it counts for nothing."""


def claim(key: int) -> str:
    """Takes a job that waits; the name under which it is held, "" when it does not wait (any more)."""
    holder = uuid.uuid4().hex
    taken = PrintJob.objects.filter(pk=key, state="waiting").update(
        state="running", holder=holder, beat_at=timezone.now(), attempts=F("attempts") + 1, done=0
    )
    return holder if taken else ""


def held(key: int, holder: str) -> QuerySet[PrintJob]:
    """The job, as long as it is held under that name."""
    return PrintJob.objects.filter(pk=key, state="running", holder=holder)


@contextmanager
def kept(key: int, holder: str) -> Iterator[None]:
    """Gives signs of life from a thread of its own until the block is left."""
    over = threading.Event()
    thread = threading.Thread(target=_give_signs, args=(key, holder, over), name="printing lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _give_signs(key: int, holder: str, over: threading.Event) -> None:
    try:
        while not over.wait(BEAT) and give_sign(key, holder):
            pass
    finally:
        connection.close()


def give_sign(key: int, holder: str) -> bool:
    """Says that the holder is still at work; whether the job is still its own. A busy database counts for yes."""
    try:
        return bool(held(key, holder).update(beat_at=timezone.now()))
    except Error as error:
        _logger.warning("Lần in số %s chưa ghi được là còn đang in, sẽ ghi lại: %s", key, error)
        return True


def is_any_lost() -> bool:
    """Whether `put_back_lost` has anything to do; only reads, so that nobody waits for it behind a writer."""
    return _lost().exists()


def put_back_lost() -> list[int]:
    """Puts every job whose holder fell silent back into the queue, or gives it up where it was begun too often or
    nobody waits for it any more. The ids of those that this call put back; of two calls at once only one has each."""
    lost = _lost().values_list("pk", "at_once", "attempts")
    return [key for key, at_once, attempts in lost if _put_back(key, at_once, attempts)]


def _lost() -> QuerySet[PrintJob]:
    """Jobs of the time before leases have no sign of life at all."""
    silent = Q(beat_at__lt=timezone.now() - LEASE) | Q(beat_at__isnull=True)
    return PrintJob.objects.filter(silent, state="running")


def _put_back(key: int, at_once: bool, attempts: int) -> bool:
    lost = _lost().filter(pk=key)
    if at_once or attempts >= MOST_ATTEMPTS:
        message = CUT_OFF if at_once else CUT_OFF_AGAIN
        lost.update(state="failed", message=message, holder="", ended_at=timezone.now())
        return False
    return bool(lost.update(state="waiting", holder="", done=0))

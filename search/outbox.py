"""Carries changes to the index so that none is lost: noted with the change, sent after its commit, then struck out."""

import logging
import uuid
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone

from search.engine import current_index
from search.entries import entries_for
from search.index.port import IndexUnavailableError
from search.models import PendingEntry

PORTION = 500
_logger = logging.getLogger(__name__)


def note(keys: Iterable[str]) -> None:
    """Writes down that these keys changed, in the transaction of the change, and sends them after its commit."""
    now = timezone.now()
    rows = [PendingEntry(key=key, version=uuid.uuid4(), since=now) for key in sorted(set(keys))]
    if not rows:
        return
    PendingEntry.objects.bulk_create(
        rows, batch_size=PORTION, update_conflicts=True, unique_fields=["key"], update_fields=["version", "since"]
    )
    transaction.on_commit(flush_quietly, robust=True)


def flush_quietly() -> None:
    """`flush` for those who only publish: a failing index is logged, and what was not sent waits for the next flush."""
    try:
        flush()
    except IndexUnavailableError as error:
        _logger.warning("Chỉ mục tìm kiếm chưa nhận được thay đổi, sẽ gửi lại sau: %s", error)


def flush() -> int:
    """Sends what waits, in portions; returns how many keys were sent. Raises IndexUnavailableError.

    A key whose entry cannot be made is logged and goes on waiting, without holding up the others.
    """
    sent, last = 0, 0
    while rows := list(PendingEntry.objects.filter(pk__gt=last).order_by("pk")[:PORTION]):
        sent += _send(rows)
        last = rows[-1].pk
    return sent


def _send(rows: Sequence[PendingEntry]) -> int:
    keys = [row.key for row in rows]
    try:
        # entries_for is lazy: it reads only once the index is ours, so an older state never overwrites a newer one
        current_index().put(entries_for(keys), instead_of=keys)
    except IndexUnavailableError:
        raise
    except Exception:
        return _send_singly(rows)
    return _strike_out(rows)


def _send_singly(rows: Sequence[PendingEntry]) -> int:
    """After a failure among many: sends one by one, so that only the culprit stays."""
    if len(rows) == 1:
        _logger.exception("Không lập được mục tìm kiếm cho %s", rows[0].key)
        return 0
    return sum(_send([row]) for row in rows)


def _strike_out(rows: Sequence[PendingEntry]) -> int:
    """Deletes the rows that were sent; one that changed again meanwhile has another version and stays."""
    PendingEntry.objects.filter(version__in=[row.version for row in rows]).delete()
    return len(rows)

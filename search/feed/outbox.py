"""Carries changes to the indexes so that none is lost: noted with the change, sent after its commit, then struck out.

Each engine has notes of its own. The embedded index takes a change in the request that made it: that is a matter of
milliseconds, and editors find at once what they have published; what touches hundreds of things goes there in the
background. Elasticsearch gets everything in the background: a server far away may be slow, and publishing never waits
for it. What was not taken waits for the next change, for the moment at which a server answers again, or for
`flush_index`.
"""

import logging
import uuid
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from consequences.registry import touched
from consequences.touched import Touched
from pages.background import BackgroundTask
from search.feed.engine import ELASTICSEARCH, EMBEDDED, engine_recovered, engines, index_of
from search.feed.entries import entries_for
from search.index.port import IndexUnavailableError
from search.models import PendingEntry

PORTION = 500
#: So many entries are taken in a second or two.
AT_ONCE = 200
_logger = logging.getLogger(__name__)


def note(keys: Iterable[str]) -> None:
    """Writes down that these keys changed, in the transaction of the change, and sends them after its commit."""
    now = timezone.now()
    wanted = sorted(set(keys))
    rows = [PendingEntry(engine=each, key=key, version=uuid.uuid4(), since=now) for each in engines() for key in wanted]
    if not rows:
        return
    PendingEntry.objects.bulk_create(
        rows,
        batch_size=PORTION,
        update_conflicts=True,
        unique_fields=["engine", "key"],
        update_fields=["version", "since"],
    )
    transaction.on_commit(lambda: send(len(wanted)), robust=True)


def send(count: int = 0) -> None:
    """Sends what waits: to the embedded index now, to Elasticsearch in the background, and so to both where a change
    touched that many things that whoever made it would wait. Raises nothing."""
    if ELASTICSEARCH in engines():
        background_task.want()
    if count > AT_ONCE:
        embedded_errand.want()
    else:
        flush_quietly(EMBEDDED)


def flush_quietly(engine: str) -> None:
    """`flush` for those who only publish: a failing index is logged, and what was not sent waits for the next flush."""
    try:
        flush(engine, timezone.localdate())
    except IndexUnavailableError as error:
        _logger.warning("Chỉ mục tìm kiếm chưa nhận được thay đổi, sẽ gửi lại sau: %s", error)


def flush(engine: str, on: date, told: Callable[[int], object] = lambda sent: None) -> int:
    """Sends what waits for an engine, as it is on a day, in portions; returns how many keys were sent. Raises
    IndexUnavailableError.

    A key whose entry cannot be made is logged and goes on waiting, without holding up the others. `told` hears how many
    keys each portion had.
    """
    sent, last = 0, 0
    while rows := list(waiting(engine).filter(pk__gt=last).order_by("pk")[:PORTION]):
        sent += _send(engine, rows, on)
        last = rows[-1].pk
        told(len(rows))
    return sent


def waiting(engine: str) -> Any:
    """The notes of what an engine has not got yet."""
    return PendingEntry.objects.filter(engine=engine)


def connect() -> None:
    """Notes what changes touch, and sends what waited as soon as an engine answers again; twice changes nothing."""
    touched.connect(_note_touched, dispatch_uid="search.feed.outbox")
    engine_recovered.connect(_recovered, dispatch_uid="search.feed.outbox")


def _note_touched(what: Touched, **_kwargs: Any) -> None:
    note(what.entries)


def _recovered(**_kwargs: Any) -> None:
    background_task.want()


def _send(engine: str, rows: Sequence[PendingEntry], on: date) -> int:
    keys = [row.key for row in rows]
    try:
        # entries_for is lazy: it reads only once the index is ours, so an older state never overwrites a newer one
        index_of(engine).put(entries_for(keys, on), instead_of=keys)
    except IndexUnavailableError:
        raise
    except Exception:
        return _send_singly(engine, rows, on)
    return _strike_out(rows)


def _send_singly(engine: str, rows: Sequence[PendingEntry], on: date) -> int:
    """After a failure among many: sends one by one, so that only the culprit stays."""
    if len(rows) == 1:
        _logger.exception("Không lập được mục tìm kiếm cho %s", rows[0].key)
        return 0
    return sum(_send(engine, [row], on) for row in rows)


def _strike_out(rows: Sequence[PendingEntry]) -> int:
    """Deletes the rows that were sent; one that changed again meanwhile has another version and stays."""
    PendingEntry.objects.filter(version__in=[row.version for row in rows]).delete()
    return len(rows)


#: Brings Elasticsearch up to date.
background_task = BackgroundTask(partial(flush_quietly, ELASTICSEARCH))
#: And the index in the file, where a change touches much.
embedded_errand = BackgroundTask(partial(flush_quietly, EMBEDDED))

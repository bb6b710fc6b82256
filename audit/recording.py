"""Adds a row to the log, in the transaction of the action: both stay, or neither does.

An action whose row cannot be written is not done (docs/decisions/0059); `record_if_possible` is for what is over
already when it is recorded.
"""

import datetime
import json
import logging
import unicodedata
from collections.abc import Mapping
from functools import partial
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import DatabaseError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from audit.acting import Acting, Actor, acting
from audit.chain.links import COLUMNS, GENESIS, key_of, linked, sealed
from audit.head_file import Head, keep
from audit.models import LogHead, LogRow
from audit.things import NOTHING, Thing

Changes = Mapping[str, tuple[str, str]]

_logger = logging.getLogger(__name__)
_HEAD = 1
_LONGEST = {"action": 80, "address": 60, "kind": 120, "key": 255}


def record(
    action: str,
    of: Thing = NOTHING,
    *,
    changes: Changes | None = None,
    details: Mapping[str, Any] | None = None,
    by: Actor | None = None,
) -> LogRow:
    """Adds what was done: `action` ("wagtail.publish", "sign_in" …) with a thing, what its fields said before and
    after. `by` is told where the account is another than the way's. DatabaseError where it cannot be written."""
    way = acting() or Acting()
    said = _said(action, of, way, by or way.actor())
    texts = {"changes": _json(changes or {}), "details": _json(details or {})}
    with transaction.atomic(savepoint=False):
        row = _next({**said, **texts})
    way.told.add((of.kind, of.key))
    return row


def record_if_possible(action: str, of: Thing = NOTHING, **more: Any) -> None:
    """The same of what cannot be undone or must not be hindered (somebody signs out, a wrong password): where the row
    cannot be written, the server's own log says so."""
    try:
        with transaction.atomic():
            record(action, of, **more)
    except DatabaseError:
        _logger.exception("Không ghi được vào nhật ký: %s.", action)


def _said(action: str, of: Thing, way: Acting, by: Actor) -> dict[str, Any]:
    said = {
        "at": timezone.now().astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z",
        "action": action,
        "actor": by.key,
        "actor_name": by.name,
        "actor_agency": by.agency,
        "address": way.address(),
        "command": way.command,
        "kind": of.kind,
        "key": of.key,
        "name": of.name,
        "agency": of.agency,
    }
    return {name: _text(value, _LONGEST.get(name)) if isinstance(value, str) else value for name, value in said.items()}


def _next(said: dict[str, Any]) -> LogRow:
    """Binds it to the last row. The head is held until the transaction ends: two never write the same number."""
    held = LogHead.objects.select_for_update().filter(pk=_HEAD)
    head = held.first() or _begun(held)
    said["number"] = head.number + 1
    digest = linked(head.digest, [said[name] for name in COLUMNS])
    row = LogRow(**said, digest=digest, seal=sealed(key_of(settings.SECRET_KEY), digest))
    row.save(force_insert=True)
    LogHead.objects.filter(pk=_HEAD).update(number=row.number, digest=digest)
    transaction.on_commit(partial(keep, Head(row.number, digest), Head(head.number, head.digest)), robust=True)
    return row


def _begun(held: QuerySet[LogHead]) -> LogHead:
    """The head where there is none yet: of two who begin at once one waits, and takes the other's."""
    number, digest = LogRow.objects.order_by("-number").values_list("number", "digest").first() or (0, GENESIS)
    LogHead.objects.get_or_create(pk=_HEAD, defaults={"number": number, "digest": digest})
    return held.get()


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(clean(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), cls=DjangoJSONEncoder)


def clean(value: Any) -> Any:
    """What JSON holds, with texts as the log writes them."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return {_text(str(name)): clean(each) for name, each in value.items()}
    return [clean(each) for each in value] if isinstance(value, list | tuple) else value


def _text(text: str, longest: int | None = None) -> str:
    """In Unicode's NFC, without what a database or UTF-8 cannot hold."""
    plain = unicodedata.normalize("NFC", text.replace("\x00", ""))
    return plain.encode("utf-8", "replace").decode()[:longest]

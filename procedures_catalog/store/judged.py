"""Keeps beside its page why no import publishes a procedure, and which parts it lacks, so that the desk lists and
counts them without reading all texts anew."""

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

from django.db import OperationalError
from django.db.models import DateTimeField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Greatest
from wagtail.models import PageLogEntry, PageQuerySet

from procedures_catalog.facts.complete.blanks import gaps_of
from procedures_catalog.facts.overlay import turns_after, with_overlay
from procedures_catalog.models import Judged, ProcedurePage
from procedures_catalog.store.held_pages import HeldPage, held_pages
from procedures_catalog.store.kept_back import PORTION, reasons_among
from procedures_catalog.store.own_province import own_names

_LONG_AGO = Value(datetime(1970, 1, 1, tzinfo=UTC), DateTimeField())
_RENEWED = ("reason", "since", "as_of", "names", "tier", "gaps", "until")


def judge_anew(on: date, among: PageQuerySet | None = None) -> int:
    """Looks on a day at whatever has changed since it was looked at last, in the whole catalogue or among some
    procedures; how many pages. Three queries where nothing has. While others write for long it leaves things as they
    are."""
    names = hashlib.sha256("\n".join(sorted(own_names())).encode()).hexdigest()
    times = (Coalesce(F(name), _LONG_AGO) for name in ("latest_revision_created_at", "last_published_at"))
    pages = (
        (ProcedurePage.objects.all() if among is None else among).order_by("pk").annotate(changed_at=Greatest(*times))
    )
    lasts = Q(until=None) | Q(until__gt=on)
    seen = Judged.objects.filter(lasts, page=OuterRef("pk"), as_of=OuterRef("changed_at"), names=names)
    due = dict(pages.filter(~Exists(seen.exclude(tier=""))).values_list("pk", "changed_at"))
    keys = list(due)
    with suppress(OperationalError):
        for start in range(0, len(keys), PORTION):
            _judge(keys[start : start + PORTION], due, names, on)
    return len(due)


def _judge(page_ids: Sequence[int], changed_at: Mapping[int, datetime], names: str, on: date) -> None:
    held = held_pages(page_ids, ["overlay"])
    reasons = reasons_among(held)
    before = {row.pk: row for row in Judged.objects.filter(pk__in=page_ids)}
    rows = [
        Judged(
            page_id=pk,
            reason=(reason := reasons.get(pk, "")),
            since=before[pk].since if pk in before and before[pk].reason == reason else changed_at[pk],
            as_of=changed_at[pk],
            names=names,
            **_completeness(held[pk], on),
        )
        for pk in page_ids
        if pk in held
    ]
    Judged.objects.bulk_create(rows, update_conflicts=True, unique_fields=["page"], update_fields=_RENEWED)


def _completeness(held: HeldPage, on: date) -> dict[str, Any]:
    record, overlay = held.record(), held.columns.overlay.raw_data
    gaps = " ".join(rule.key for rule in gaps_of(with_overlay(record, overlay, on)))
    return {"tier": "list" if gaps else "full", "gaps": gaps, "until": turns_after(record, overlay, on)}


def kept_back_now() -> QuerySet[Judged]:
    """The pages that no import publishes, as far as they were looked at."""
    return Judged.objects.exclude(reason="").order_by()


def undecided(pages: PageQuerySet) -> PageQuerySet:
    """Those of pages that are public though there is a reason against it, and that nobody has published since."""
    by_hand = PageLogEntry.objects.filter(action="wagtail.publish", user__isnull=False, page=OuterRef("pk"))
    since = by_hand.filter(timestamp__gte=OuterRef("judged__since"))
    return pages.filter(~Exists(since), live=True, judged__isnull=False).exclude(judged__reason="")

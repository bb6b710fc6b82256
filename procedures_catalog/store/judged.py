"""Keeps why no import publishes a procedure beside its page, so that the desk lists and counts them without reading all
texts anew."""

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from django.db import OperationalError
from django.db.models import DateTimeField, Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce, Greatest
from wagtail.models import PageLogEntry, PageQuerySet

from procedures_catalog.models import Judged, ProcedurePage
from procedures_catalog.store.kept_back import PORTION, reasons_of
from procedures_catalog.store.own_province import own_names

_LONG_AGO = Value(datetime(1970, 1, 1, tzinfo=UTC), DateTimeField())
_RENEWED = ("reason", "since", "as_of", "names")


def judge_anew(among: PageQuerySet | None = None) -> int:
    """Looks at whatever has changed since it was looked at last, in the whole catalogue or among some procedures; how
    many pages. Three queries where nothing has. While others write for long it leaves things as they are."""
    names = hashlib.sha256("\n".join(sorted(own_names())).encode()).hexdigest()
    times = (Coalesce(F(name), _LONG_AGO) for name in ("latest_revision_created_at", "last_published_at"))
    pages = (
        (ProcedurePage.objects.all() if among is None else among).order_by("pk").annotate(changed_at=Greatest(*times))
    )
    seen = Judged.objects.filter(page=OuterRef("pk"), as_of=OuterRef("changed_at"), names=names)
    due = dict(pages.filter(~Exists(seen)).values_list("pk", "changed_at"))
    keys = list(due)
    with suppress(OperationalError):
        for start in range(0, len(keys), PORTION):
            _judge(keys[start : start + PORTION], due, names)
    return len(due)


def _judge(page_ids: Sequence[int], changed_at: Mapping[int, datetime], names: str) -> None:
    reasons = reasons_of(page_ids)
    before = {row.pk: row for row in Judged.objects.filter(pk__in=page_ids)}
    rows = [
        Judged(
            page_id=pk,
            reason=(reason := reasons.get(pk, "")),
            since=before[pk].since if pk in before and before[pk].reason == reason else changed_at[pk],
            as_of=changed_at[pk],
            names=names,
        )
        for pk in page_ids
    ]
    Judged.objects.bulk_create(rows, update_conflicts=True, unique_fields=["page"], update_fields=_RENEWED)


def kept_back_now() -> QuerySet[Judged]:
    """The pages that no import publishes, as far as they were looked at."""
    return Judged.objects.exclude(reason="").order_by()


def undecided(pages: PageQuerySet) -> PageQuerySet:
    """Those of pages that are public though there is a reason against it, and that nobody has published since."""
    by_hand = PageLogEntry.objects.filter(action="wagtail.publish", user__isnull=False, page=OuterRef("pk"))
    since = by_hand.filter(timestamp__gte=OuterRef("judged__since"))
    return pages.filter(~Exists(since), live=True, judged__isnull=False).exclude(judged__reason="")

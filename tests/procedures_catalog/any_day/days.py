"""Procedures with a past: what was read of them on some days before the one on which a test asks."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from procedures_catalog.models import ProcedurePage, PublishedVersion
from procedures_catalog.versions.noting import note_versions
from tests.procedures_catalog.factories import published

FIRST, SECOND = date(2026, 3, 1), date(2026, 5, 1)
Columns = Mapping[str, Any]
#: What the conditions said from a day on.
SAID: Mapping[date, Columns] = {
    FIRST: {"conditions": "Có một cánh diều."},
    SECOND: {"conditions": "Có hai cánh diều."},
}


def with_past(code: str = "1.100001", said: Mapping[date, Columns] = SAID, **values: Any) -> ProcedurePage:
    """A published procedure whose columns said something else from each of these days on, and say the last."""
    page = published(code, **values)
    PublishedVersion.objects.filter(identity=page.identity_id).delete()
    for day, columns in said.items():
        say(page, day, **columns)
    return ProcedurePage.objects.get(pk=page.pk)


def say(page: ProcedurePage, day: date, **columns: Any) -> None:
    """From a day on the columns of a page say this, and its readers read it."""
    ProcedurePage.objects.filter(pk=page.pk).update(**columns)
    note_versions([page.pk], day)

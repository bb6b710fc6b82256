"""Moves what a draft changes into a set of dated differences; the public text becomes the page's newest one again."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction

from cms.desk.drafts import as_shown, discard_draft
from pages.four_eyes.authors import authors_of
from procedures_catalog.dated import steps
from procedures_catalog.dated.composing import differences_between, put
from procedures_catalog.dated.own_drafts import note_authors
from procedures_catalog.dated.steps import StepRefused
from procedures_catalog.models import ChangeSet, ProcedurePage
from procedures_catalog.store.loading import with_facts


def move_draft(
    page: ProcedurePage, user: Any, moment: datetime, seen: str, into: Callable[[int | None], ChangeSet]
) -> tuple[ChangeSet, list[str]]:
    """Writes the draft's changes into the set that `into` finds or makes for the number of the page's agency, and gives
    up the draft where all of it went there; else returns what no difference can change, and the draft stays. `seen` is
    the seal of the draft that the person meant. Raises StepRefused, and DraftChangedError where it is another."""
    with transaction.atomic():
        newest = as_shown(page, seen).latest_revision
        public = with_facts(ProcedurePage.objects).get(pk=page.pk)
        draft = newest.as_object()
        changes = into(agency_of(page))
        values, left = differences_between(public, draft, changes.day)
        if not values:
            raise StepRefused(_nothing(left))
        with steps.writing(changes.pk, user, moment) as held:
            put(held, public, values)
            note_authors(held, authors_of(page, newest.pk), moment)
        if not left:
            discard_draft(page, user, seen)
    return changes, left


def agency_of(page: ProcedurePage) -> int | None:
    """The number of the agency on whose shelf it stands."""
    shelf = page.get_parent().specific
    return getattr(shelf, "agency_id", None)


def _nothing(left: list[str]) -> str:
    if left:
        return f"Bản nháp chỉ sửa “{'”, “'.join(left)}”, là phần không hẹn ngày được."
    return "Bản nháp không đổi gì mà người dân đọc được."

"""Whose words a set carries that were written as drafts of pages: they are no less his for having come that way."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from wagtail.models import Revision

from pages.four_eyes.authors import is_own
from procedures_catalog.dated.steps_noted import note_step
from procedures_catalog.models import ChangeSet, ProcedurePage


def has_own_draft(changes: ChangeSet, user: Any) -> bool:
    """Whether a change of somebody's own waits on a procedure of a set: the text of what is to begin, or what a line
    took from a draft. Two queries, and some for each draft that he saved."""
    return bool(writers_of_drafts(changes, [user.pk]))


def writers_of_drafts(changes: ChangeSet, accounts: Collection[int]) -> set[int]:
    """Those of some accounts of whom that is so. Two queries, and some for each draft that one of them saved."""
    pages = ProcedurePage.objects.filter(identity__differences__changes=changes, has_unpublished_changes=True)
    waiting = {str(page.pk): page for page in pages.distinct()}
    saved = Revision.objects.filter(object_id__in=waiting, user__in=accounts, base_content_type__model="page")
    found: set[int] = set()
    for key, account in saved.order_by().values_list("object_id", "user").distinct():
        if account not in found and is_own(waiting[key], waiting[key].latest_revision_id, account):
            found.add(account)
    return found


def note_authors(changes: ChangeSet, authors: Iterable[int], moment: datetime) -> None:
    """Makes those who wrote what the set says somewhere else, in a draft or a decision, its authors."""
    for author in sorted(set(authors) - changes.authors()):
        note_step(changes, "write", moment, user_id=author)

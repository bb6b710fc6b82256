"""Drafts and approved schedules that wait while an import comes: what they touch, and how both are kept.

Three texts meet: the official one before (what is live), the official one now (the row), and ours (what waits). Where
ours touches other fields than the row changes, the row is carried into it and it goes on waiting.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Revision, TaskState

from pages.four_eyes.authors import BROUGHT_ALONG, authors_of
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.importing.judging.changes import Change, changes_between
from procedures_catalog.importing.judging.compare import differences, merged
from procedures_catalog.importing.listing import listing_clashes
from procedures_catalog.importing.revisions import log_changes
from procedures_catalog.models import ProcedurePage
from procedures_catalog.models.kept_text import CARRIED
from procedures_catalog.store.held_pages import HeldPage, held_page


@dataclass(frozen=True, slots=True)
class Waiting:
    """A revision that a person left to be published, by hand or at an hour that was approved; and the accounts of all
    who wrote at it since the last publication."""

    revision: Revision
    page: ProcedurePage
    held: HeldPage
    authors: frozenset[int]

    def whose(self) -> str:
        """In words, whose it is and what it is."""
        kind = "bản đã hẹn giờ công bố" if self.revision.approved_go_live_at else "bản nháp"
        user = self.revision.user
        return f"{kind} của {user.get_full_name() or user.get_username()}" if user else kind


def waiting_on(page_id: int) -> list[Waiting]:
    """What people left waiting on a page, oldest first; an import's own drafts are not among it."""
    page = ProcedurePage.objects.get(pk=page_id)
    revisions = page.revisions.select_related("user").order_by("pk")
    kept = [
        each for each in revisions if each.approved_go_live_at or (each.pk == page.latest_revision_id and each.user)
    ]
    return [_waiting(revision) for revision in kept]


def _waiting(revision: Revision) -> Waiting:
    page = revision.as_object()
    return Waiting(revision, page, held_page(page), authors_of(page, revision.pk))


def clashes(live: HeldPage, row: ReadRow, waiting: Iterable[Waiting]) -> list[str]:
    """Where the row and what waits change the same field in different ways, each with both texts."""
    return [sentence for each in waiting for sentence in _clashes(live, row, each)]


def _clashes(live: HeldPage, row: ReadRow, each: Waiting) -> list[str]:
    found = listing_clashes(live, row, each.held) if row.layer == "local" else _official_clashes(live, row, each.held)
    return [
        f"{each.whose()} cũng sửa “{change.field}”: bản ấy ghi “{change.before}”, tệp ghi “{change.after}”"
        for change in found
    ]


def _official_clashes(live: HeldPage, row: ReadRow, held: HeldPage) -> tuple[Change, ...]:
    before, ours = live.record(), held.record()
    names = set(differences(before, row.record, row.known)) & set(differences(before, ours, row.known))
    return changes_between(ours, merged(ours, row.record, differences(ours, row.record, names)))


def carry_into(page: ProcedurePage, each: Waiting, hour: datetime | None = None) -> Revision:
    """Keeps a page, which is what waited with a change carried into it, under the name of who left it; the history says
    that an import did it, not that person, and keeps who else wrote at it: what is public is another text now."""
    new = page.save_revision(user=each.revision.user, clean=False, approved_go_live_at=hour)
    log_changes([page], CARRIED, **{BROUGHT_ALONG: sorted(each.authors)})
    return new


def replace_waiting(each: Waiting, page: ProcedurePage) -> Revision:
    """Lets a page, which is what waited with a change carried into it, wait in its place, under the same name and hour;
    a task that asks somebody to approve it asks for the new one.
    """
    old = each.revision
    new = carry_into(page, each, old.approved_go_live_at)
    if old.approved_go_live_at:
        Revision.objects.filter(pk=old.pk).update(approved_go_live_at=None)
    TaskState.objects.filter(revision=old, status=TaskState.STATUS_IN_PROGRESS).update(revision=new)
    return new

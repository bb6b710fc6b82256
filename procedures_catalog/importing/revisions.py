"""Keeps the history of imported pages in Wagtail's own revisions, many at a time, and the lines that tell of them.

A page that was imported once has none; its first change writes two, what it said before and what it says now. The line
of each in the history names its revision, for only then the desk offers to look at it, to compare and to go back.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.dispatch import Signal
from django.utils import timezone
from wagtail.models import Page, Revision

from audit.bulk import write_lines
from procedures_catalog.importing.bulk_pages import log_entry
from procedures_catalog.models import ProcedurePage
from procedures_catalog.models.kept_text import KEPT

#: Sent with `pages` whose newest text was written here, without a save of theirs that anybody would hear of.
newest_written = Signal()


def keep_before(pages: Iterable[ProcedurePage]) -> int:
    """Keeps what published pages say that have no revision yet; returns how many rows were written."""
    return keep_revisions([page for page in pages if page.live and not page.latest_revision_id], KEPT)


def keep_revisions(pages: Sequence[ProcedurePage], action: str = "", **said: Any) -> int:
    """Writes each page as it stands as its newest revision, with a line in its history; how many rows were written.
    `said` stands in those lines, as in `log_changes`.

    Without an action the line says that the page was changed; a published one gets a second line that says so, as at
    the desk: Wagtail offers to compare and to go back beside the first kind alone.
    """
    revisions = Revision.objects.bulk_create([_revision(page) for page in pages], batch_size=100)
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision = revision
        live = {"live_revision": revision} if page.live else {}
        page.live_revision = revision if page.live else page.live_revision
        Page.objects.filter(pk=page.pk).update(
            latest_revision=revision, latest_revision_created_at=revision.created_at, **live
        )
    newest_written.send(sender=ProcedurePage, pages=pages)
    log_changes(pages, action or "wagtail.edit", **said)
    if not action:
        log_changes((page for page in pages if page.live), **said)
    return 2 * len(revisions)


def log_changes(pages: Iterable[ProcedurePage], action: str = "", **said: Any) -> None:
    """A line in the history of each page, with its newest revision if it has one, and what else is to stand there."""
    lines = [
        log_entry(page, action or ("wagtail.publish" if page.live else "wagtail.edit"), page.latest_revision_id, **said)
        for page in pages
    ]
    write_lines(lines)


def _revision(page: ProcedurePage) -> Revision:
    return Revision(
        content_type=ContentType.objects.get_for_model(ProcedurePage),
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=str(page.pk),
        created_at=timezone.now(),
        object_str=str(page),
        content=page.serializable_data(),
    )

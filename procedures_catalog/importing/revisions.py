"""Keeps the history of imported pages in Wagtail's own revisions, many at a time.

A page that was imported once has none; its first change writes two, what it said before and what it says now.
"""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, Revision

from procedures_catalog.models import ProcedurePage


def keep_revisions(pages: Iterable[ProcedurePage]) -> int:
    """Writes each page as it stands as its newest revision; returns how many were written."""
    pages = list(pages)
    revisions = Revision.objects.bulk_create([_revision(page) for page in pages], batch_size=100)
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision = revision
        live = {"live_revision": revision} if page.live else {}
        Page.objects.filter(pk=page.pk).update(
            latest_revision=revision, latest_revision_created_at=revision.created_at, **live
        )
    return len(revisions)


def _revision(page: ProcedurePage) -> Revision:
    return Revision(
        content_type=ContentType.objects.get_for_model(ProcedurePage),
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=str(page.pk),
        created_at=timezone.now(),
        object_str=str(page),
        content=page.serializable_data(),
    )

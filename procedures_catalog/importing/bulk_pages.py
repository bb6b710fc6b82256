"""Inserts many pages below one parent at once: Wagtail's own way saves them one by one, some forty a second.

A page is two rows, one in Wagtail's table and one in its type's. Django's bulk_create refuses such models, so the two
are written one after the other here, with the tree's paths given out in one go.
"""

import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from audit.bulk import write_lines
from pages.shelves.placing import free_paths, more_children
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.withdrawn import SOURCE


def insert_below(parent: Page, pages: Sequence[ProcedurePage]) -> None:
    """Saves new pages as the last children of the parent, which must be locked by the caller's transaction.

    Titles, slugs, `live` and all fields of their own must be set and slugs free. Afterwards each has its id.
    """
    if not pages:
        return
    _place(parent, pages)
    bases = Page.objects.bulk_create([_base_row(page) for page in pages], batch_size=200)
    for page, base in zip(pages, bases, strict=True):
        page.pk = page.page_ptr_id = base.pk
        page._state.adding = False
    _insert_own_rows(pages)
    more_children(parent, len(pages))
    _log(pages)


def _place(parent: Page, pages: Sequence[ProcedurePage]) -> None:
    content_type = ContentType.objects.get_for_model(ProcedurePage)
    now = timezone.now()
    for page, path in zip(pages, free_paths(parent, len(pages)), strict=True):
        page.path = path
        page.depth = parent.depth + 1
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.content_type = content_type
        page.locale_id = parent.locale_id
        page.translation_key = uuid.uuid4()
        page.draft_title = page.title
        page.has_unpublished_changes = not page.live
        page.latest_revision_created_at = now
        if page.live:
            page.first_published_at = page.last_published_at = now


def _base_row(page: ProcedurePage) -> Page:
    values = {
        field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields if not field.primary_key
    }
    return Page(**values)


def _insert_own_rows(pages: Sequence[ProcedurePage]) -> None:
    """The rows of the type's own table. `_insert` is what Model.save() itself calls for one object."""
    fields = ProcedurePage._meta.local_concrete_fields
    size = connection.ops.bulk_batch_size(fields, pages)
    for start in range(0, len(pages), size):
        ProcedurePage._base_manager._insert(
            pages[start : start + size], fields=fields, using=connection.alias, raw=True
        )


def _log(pages: Sequence[ProcedurePage]) -> None:
    """The history that the desk shows, as Wagtail would have written it."""
    done = [
        (page, action) for page in pages for action in ("wagtail.create", *(["wagtail.publish"] if page.live else []))
    ]
    write_lines([log_entry(page, action) for page, action in done])


def log_entry(page: ProcedurePage, action: str, revision_id: int | None = None, **said: Any) -> PageLogEntry:
    """One line of a page's history, written by no person but an import; `said` stands in it beside that."""
    return PageLogEntry(
        page_id=page.pk,
        revision_id=revision_id,
        content_type_id=page.content_type_id,
        label=page.title[:255],
        action=action,
        timestamp=timezone.now(),
        uuid=uuid.uuid4(),
        content_changed=action != "wagtail.publish",
        data={"source": SOURCE, **said},
    )

"""Tells the floors above which pages an import published or changed, and keeps the desk's own search in step."""

from collections.abc import Sequence

from django.db import transaction
from wagtail.search.backends import get_search_backend

from pages.signals import entries_changed
from procedures_catalog.models import ProcedurePage


def announce(pages: Sequence[ProcedurePage]) -> None:
    """Must be called inside the transaction that changes the pages."""
    if live := [page.pk for page in pages if page.live]:
        entries_changed.send(sender=ProcedurePage, page_ids=live)
    transaction.on_commit(lambda: get_search_backend().add_bulk(ProcedurePage, list(pages)))

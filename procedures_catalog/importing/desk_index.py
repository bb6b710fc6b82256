"""Keeps the desk's own search in step with what an import writes."""

from collections.abc import Sequence

from django.db import transaction
from wagtail.search.backends import get_search_backend

from procedures_catalog.models import ProcedurePage


def index_for_desk(pages: Sequence[ProcedurePage]) -> None:
    """After the commit, so that others do not wait for it."""
    transaction.on_commit(lambda: get_search_backend().add_bulk(ProcedurePage, list(pages)))

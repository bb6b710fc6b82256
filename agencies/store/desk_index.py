"""Makes rows that were written in bulk findable in the editors' lists and choosers."""

from collections.abc import Sequence

from django.db import models, transaction
from wagtail.search.backends import get_search_backends


def put_in_desk_index(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Does what saving each row alone would have done, for bulk writing sends no signals; after the commit, so that
    others do not wait for it."""
    if rows:
        transaction.on_commit(lambda: _put(model, list(rows)))


def _put(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(model, rows)

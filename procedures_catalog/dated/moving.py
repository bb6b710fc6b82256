"""Marks approved sets beneath which a procedure has changed since, by an import or by hand: somebody looks at them.

The set is applied on its day all the same: its parts take the place of whatever stands there then.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from consequences.keys import numbers
from consequences.registry import touched
from consequences.touched import Touched
from procedures_catalog.dated.standing import moved
from procedures_catalog.models import ChangeSet, PublishedVersion


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    touched.connect(_hear, dispatch_uid="dated.moving")


def _hear(sender: type[Model], what: Touched, **_kwargs: Any) -> None:
    pages = numbers(what.papers, "procedure")
    if pages and sender not in (ChangeSet, PublishedVersion):
        mark_moved(pages)


def mark_moved(pages: Iterable[int]) -> None:
    """Marks the sets that change one of these pages, where what they change stands otherwise by now. One query where
    there are none."""
    sets = ChangeSet.objects.filter(state="approved", is_moved=False, differences__identity__page__in=pages)
    for changes in sets.distinct():
        if moved(changes, list(changes.differences.order_by("pk"))):
            ChangeSet.objects.filter(pk=changes.pk).update(is_moved=True)

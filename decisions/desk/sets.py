"""Tells the floor of sets which of them follow a decision, so that they are changed there alone."""

from collections.abc import Collection

from django.urls import reverse

from decisions.desk.door import DECISION
from decisions.models import Decision
from procedures_catalog.dated.followed import followed_by_sets


def connect() -> None:
    """Says so; twice changes nothing."""
    followed_by_sets("decisions", _decisions_of)


def _decisions_of(sets: Collection[int]) -> dict[int, str]:
    rows = Decision.objects.filter(changes__in=sets).values_list("changes", "pk")
    return {changes: reverse(DECISION, args=[decision]) for changes, decision in rows}

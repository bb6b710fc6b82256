"""Amounts that many procedures share: put into the layers of many pages at once, and which pages take which."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from procedures_catalog.facts.fees.shared import shared_by, shared_in, with_amounts
from procedures_catalog.models import DatedDifference, ProcedurePage, SharedAmount

Layer = Sequence[Mapping[str, Any]]


def said_layers(layers: Mapping[int, Layer]) -> dict[int, Layer]:
    """Page → its layer of the province as people read it, of layers as pages hold them. One query, none where none
    shares an amount."""
    shared = frozenset[int]().union(*map(shared_in, layers.values()))
    amounts = SharedAmount.objects.fees_of(shared)
    return {page: with_amounts(layer, amounts) for page, layer in layers.items()}


def pages_taking(amounts: Collection[int]) -> dict[int, set[int]]:
    """Amount → the ids of the procedures' pages whose layer takes it, of whatever day, also of drafts that were never
    published; those that take it only from a later day on, by what was approved for it, too. Two queries."""
    found: dict[int, set[int]] = {amount: set() for amount in amounts}
    for page, layer in _naming(ProcedurePage.objects, "overlay", amounts).values_list("pk", "overlay"):
        for amount in shared_in(layer.raw_data) & found.keys():
            found[amount].add(page)
    for page, shared in _announced(amounts).items():
        for amount in shared & found.keys():
            found[amount].add(page)
    return found


def _announced(amounts: Collection[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    rows = DatedDifference.objects.filter(part="channels", changes__state="approved", identity__page__isnull=False)
    for row in _naming(rows, "value", amounts).select_related("changes", "identity__page"):
        found[row.identity.page.pk] |= shared_by(row.as_difference().value)
    return found


def _naming(rows: Any, column: str, amounts: Collection[int]) -> Any:
    """The rows of which the JSON names one of the amounts, as both databases write it; which, its readers tell."""
    said = [f'"shared": {amount}{sign}' for amount in amounts for sign in ",}"]
    wanted = reduce(or_, (Q(said_json__contains=each) for each in said), Q(pk__in=()))
    return rows.annotate(said_json=Cast(column, TextField())).filter(wanted)

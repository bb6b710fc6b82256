"""Amounts that many procedures share: put into the layers of many pages at once, which pages take which, and whether
one may be deleted."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from wagtail.models import Revision

from procedures_catalog.facts.fees.shared import shared_by, shared_in, with_amounts
from procedures_catalog.models import DatedDifference, ProcedurePage, SharedAmount
from procedures_catalog.models.change_set import OPEN

Layer = Sequence[Mapping[str, Any]]
TAKEN = (
    "Chưa xóa: còn {count} thủ tục dùng mức thu này, trên trang, trong bản nháp hoặc trong gói thay đổi chưa áp dụng. "
    "Hãy đổi ở các thủ tục ấy trước (xem “Dùng ở đâu”)."
)


class StillTakenError(Exception):
    """An amount that procedures take is to be deleted; says which in Vietnamese."""


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
    for page, shared in _in_sets(amounts, ("approved",)).items():
        for amount in shared & found.keys():
            found[amount].add(page)
    return found


def refuse_taken(amounts: Collection[int]) -> None:
    """Raises StillTakenError where a procedure takes one of them, or would, by a draft that waits, at its hour or for
    somebody, or by a set that is not over. Which, it does not say: drafts are behind walls. Four queries."""
    taking = set().union(*pages_taking(amounts).values(), _in_drafts(amounts))
    taking |= {page for page, shared in _in_sets(amounts, OPEN).items() if shared & set(amounts)}
    if taking:
        raise StillTakenError(TAKEN.format(count=len(taking)))


def _in_drafts(amounts: Collection[int]) -> set[int]:
    """The ids of the pages of which a version that waits names one of the amounts; its layer stands there as text."""
    newest = ProcedurePage.objects.filter(has_unpublished_changes=True).values("latest_revision")
    waiting = Revision.objects.filter(Q(pk__in=newest) | Q(approved_go_live_at__isnull=False))
    said = waiting.filter(content_type__app_label="procedures_catalog", content_type__model="procedurepage")
    rows = _naming(said, "content", amounts, quote='\\"').values_list("object_id", "content")
    return {int(page) for page, content in rows if shared_in(json.loads(content.get("overlay") or "[]")) & set(amounts)}


def _in_sets(amounts: Collection[int], states: Collection[str]) -> dict[int, set[int]]:
    """Page → the amounts that sets of these states say of it. One query."""
    found: dict[int, set[int]] = defaultdict(set)
    rows = DatedDifference.objects.filter(part="channels", changes__state__in=states, identity__page__isnull=False)
    for row in _naming(rows, "value", amounts).select_related("changes", "identity__page"):
        found[row.identity.page.pk] |= shared_by(row.as_difference().value)
    return found


def _naming(rows: Any, column: str, amounts: Collection[int], quote: str = '"') -> Any:
    """The rows of which the JSON names one of the amounts, as both databases write it; which, its readers tell. `quote`
    is how it quotes a word there."""
    said = [f"shared{quote}: {amount}{sign}" for amount in amounts for sign in ",}"]
    wanted = reduce(or_, (Q(said_json__contains=each) for each in said), Q(pk__in=()))
    return rows.annotate(said_json=Cast(column, TextField())).filter(wanted)

"""Procedures that change by the day alone, without anybody's doing: they begin or end, a level of theirs does, or the
province's own text in place of one of their parts."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.db.models import Count, Q, TextField
from django.db.models.functions import Cast
from wagtail.models import PageQuerySet

from pages.kept import kept
from procedures_catalog.models import ProcedureLevel, ProcedurePage

#: Key → within how many days.
COMING: Mapping[str, int] = {"tomorrow": 1, "week": 7}
_KEPT = "layers_that_turn"
Layers = Mapping[str, Sequence[int]]


def changing_by_day(pages: PageQuerySet, key: str, on: date, layers: Layers | None = None) -> PageQuerySet:
    """Of published procedures those that change so tomorrow, or within the week (one of COMING). What ends is kept with
    the first day on which it is no more, so each of its two days is one on which something changes. `layers`, where
    they were asked already (`layers_that_turn`)."""
    days = _days(key, on)
    own = Q(valid_from__in=days) | Q(valid_to__in=days)
    levels = ProcedureLevel.objects.filter(own).values("page")
    turning = (layers or layers_that_turn(on))[key]
    return pages.live().filter(own | Q(pk__in=levels) | Q(pk__in=turning))


def counts_by_day(pages: PageQuerySet, on: date) -> dict[str, Count]:
    """What an aggregate over procedures asks for to count those of each of COMING, under its key."""
    layers = layers_that_turn(on)
    found = {key: changing_by_day(pages, key, on, layers).order_by().values("pk") for key in COMING}
    return {key: Count("pk", filter=Q(pk__in=rows)) for key, rows in found.items()}


def layers_that_turn(on: date) -> Layers:
    """For each of COMING the published procedures of which a text of the province begins or ends. All layers are read
    for it, so it is kept for everybody until something changes: one query then."""
    found: Layers = kept({_KEPT: lambda: _read_layers(on)}, on)[_KEPT]
    return found


def _read_layers(on: date) -> Layers:
    layers = ProcedurePage.objects.live().annotate(layer_kept=Cast("overlay", TextField()))
    rows = list(layers.filter(layer_kept__regex=_turn("week", on)).order_by().values_list("pk", "layer_kept"))
    return {key: [pk for pk, layer in rows if re.search(_turn(key, on), layer)] for key in COMING}


def _turn(key: str, on: date) -> str:
    return rf'"valid_(from|to)": "({"|".join(map(str, _days(key, on)))})"'


def _days(key: str, on: date) -> list[date]:
    return [on + timedelta(days=number) for number in range(1, COMING[key] + 1)]

"""Asks the database what a commune's or the province's one-stop centre has to do with procedures on a day."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Literal

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Substr

from procedures_catalog.facts.agencies.counters_part import PARTS, STATES, TAKEN, Part, letters_of
from procedures_catalog.models import CatalogueSettings, ProcedurePage
from procedures_catalog.store.levels_held import LevelsHeld

Pages = QuerySet[ProcedurePage]
#: Whose centre: any commune's, for they all have the same part, or the province's.
Centre = Literal["commune", "province"]


def communes_take_provincial(on: date) -> bool:
    """Whether the centres of communes receive on a day what the province's centre does. One query."""
    return CatalogueSettings.in_use().communes_receive(on)


def with_letter(pages: Pages, centre: Centre, on: date, held: LevelsHeld | None = None) -> Pages:
    """The pages with `letter`: what `taken_at` says of a centre while the levels of that day hold; these are those of
    their rows unless others are `held`."""
    first, levels = 1 if centre == "commune" else 1 + len(STATES), held or LevelsHeld(on)
    state = Value(first) + _place(levels.at("commune"), 1) + _place(levels.at("province"), 2)
    return pages.annotate(letter=Substr(F("taken_at"), state, 1))


def _place(condition: Q, place: int) -> Case:
    return Case(When(condition, then=Value(place)), default=Value(0), output_field=IntegerField())


def with_part(pages: Pages, part: Part, on: date, held: LevelsHeld | None = None) -> Pages:
    """Those in which the communes' centres have a part on a day. One query more than the pages, for the rule of law."""
    letters = letters_of(part, communes_take_provincial(on))
    return with_letter(pages, "commune", on, held).filter(Q(("letter__in", letters)))


def counted_by_part(pages: Pages, on: date, held: LevelsHeld | None = None) -> Mapping[Part, int]:
    """Of how many pages the communes' centres have which part. Two queries."""
    rows = with_letter(pages, "commune", on, held).order_by().values_list(F("letter")).annotate(Count("pk"))
    takes, found = communes_take_provincial(on), Counter(dict(rows))
    return {part: sum(found[letter] for letter in letters_of(part, takes)) for part in PARTS}


def taken_by_province(pages: Pages, on: date) -> Pages:
    """Those which the province's centre takes."""
    return with_letter(pages, "province", on).filter(Q(("letter", TAKEN)))

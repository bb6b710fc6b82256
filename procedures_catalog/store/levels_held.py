"""Which levels carry procedures out on a day, as the database is asked: by their rows, and otherwise where a set that
was approved says so for that day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value

from procedures_catalog.facts.vocabulary import LEVELS
from procedures_catalog.models import ProcedureLevel, ProcedurePage

Pages = QuerySet[ProcedurePage]


@dataclass(frozen=True, slots=True)
class LevelsHeld:
    """The levels of a day. `moved`: identity of a procedure → the levels that an approved set gives it by then."""

    on: date
    moved: Mapping[int, Sequence[str]] = field(default_factory=dict)

    def at(self, level: str) -> Q:
        """The condition for the pages that a level carries out."""
        stated = Q(Exists(ProcedureLevel.objects.in_force(self.on).filter(level=level, page=OuterRef("pk"))))
        if not self.moved:
            return stated
        return (stated & ~Q(identity__in=list(self.moved))) | Q(identity__in=self._moved_to(level))

    def _moved_to(self, level: str) -> list[int]:
        return [identity for identity, levels in self.moved.items() if level in levels]

    def counted(self, pages: Pages) -> Iterator[QuerySet]:
        """Rows of `found_under`, a level and how many of the pages have both; several queries to be joined into one."""
        rows = ProcedureLevel.objects.in_force(self.on).filter(page__in=pages.order_by().values("pk")).order_by()
        stated = rows.exclude(page__identity__in=list(self.moved)) if self.moved else rows
        yield stated.values_list("page__found_under", "level").annotate(Count("page_id", distinct=True))
        for level in LEVELS:
            if moved := self._moved_to(level):
                there = pages.order_by().filter(identity__in=moved)
                yield there.values_list("found_under", Value(level)).annotate(Count("pk"))

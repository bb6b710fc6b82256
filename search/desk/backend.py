"""The search backend of Wagtail's desk: typed words against folded words, inside the database that is there."""

from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from modelsearch.backends.base import (
    BaseSearchBackend,
    BaseSearchQueryCompiler,
    BaseSearchResults,
    FilterFieldError,
    SearchFieldError,
)
from modelsearch.query import MatchAll

from search.desk.index import DeskIndex, DeskRebuilder, table_label
from search.desk.question import condition, likeness
from search.models import DeskEntry

_LIKENESS = "_likeness"


class DeskQuery(BaseSearchQueryCompiler):
    """A question put to a queryset, whose own filters, permissions and order stay what they are."""

    DEFAULT_OPERATOR = "and"
    HANDLES_ORDER_BY_EXPRESSIONS = True

    def check(self) -> None:
        """SearchFieldError when asked to look in some fields only; filters need none of Wagtail's checks, because
        it is the database that filters."""
        if self.fields is not None:
            raise SearchFieldError("The desk's search looks in all fields at once.", field_name=self.fields[0])

    def found(self) -> QuerySet[Any]:
        """The objects of the queryset that answer, in the queryset's order."""
        if isinstance(self.query, MatchAll):
            return self.queryset
        asked = condition(self.query)
        if asked is None:
            return self.queryset.none()
        return self.queryset.filter(pk__in=self._entries().filter(asked).values("object_id"))

    def ordered(self, score_field: str | None = None) -> QuerySet[Any]:
        """The same, the best first unless the caller has an order of its own; pages of a list never overlap."""
        found = self.found()
        if self.order_by_relevance or score_field:
            found = found.annotate(**{score_field or _LIKENESS: self._likeness()})
        if self.order_by_relevance:
            return found.order_by(f"-{score_field or _LIKENESS}", "-pk")
        return found if found.query.order_by else found.order_by("-pk")

    def _entries(self) -> QuerySet[DeskEntry]:
        return DeskEntry.objects.filter(model=table_label(self.queryset.model))

    def _likeness(self) -> Subquery:
        entry = self._entries().filter(object_id=OuterRef("pk"))
        return Subquery(entry.values(likeness=likeness(self.query))[:1])


class DeskResults(BaseSearchResults):
    """The answer, evaluated when it is looked at; slices and counts are the database's."""

    supports_facet = True

    def _do_search(self) -> list[Any]:
        return list(self.query_compiler.ordered(self._score_field)[self.start : self.stop])

    def _do_count(self) -> int:
        return self.query_compiler.found()[self.start : self.stop].count()

    def facet(self, field_name: str) -> dict[Any, int]:
        """The values that a field has among all that answers → how often, the commonest first.

        FilterFieldError for a field that the model does not name as a `FilterField`.
        """
        if self.query_compiler._get_filterable_field(field_name) is None:
            raise FilterFieldError(f"{field_name} is no FilterField.", field_name=field_name)
        counted = self.query_compiler.found().order_by().values(field_name).annotate(count=Count("pk"))
        return {row[field_name]: row["count"] for row in counted.order_by("-count", field_name)}


class SearchBackend(BaseSearchBackend):
    """The backend that settings name. `search` and `autocomplete` find the same, so that "select all" in a list
    takes what the list shows."""

    query_compiler_class = DeskQuery
    autocomplete_query_compiler_class = DeskQuery
    index_class = DeskIndex
    rebuilder_class = DeskRebuilder
    results_class = DeskResults

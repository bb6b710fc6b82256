"""Finds published pages for readers in as few queries as there are kinds of facts."""

from django.db.models import Aggregate, CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet, Subquery, Value
from wagtail.models import Page, PageViewRestriction

from procedures_catalog.loading import with_links
from procedures_catalog.models import ProcedureCode, ProcedureIndexPage, ProcedurePage


class _Joined(Aggregate):
    """The values of a group in one text, a line each. (Django has it for every database from 6.0 on.)"""

    output_field = CharField()
    template = "%(function)s(%(expressions)s, '\n')"
    function = "STRING_AGG"

    def as_sqlite(self, compiler, connection, **context):
        """SQLite's name for the same."""
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **context)


def _restricted(pages: QuerySet) -> QuerySet:
    """Marks the pages that a view restriction on themselves or above them guards."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    above = PageViewRestriction.objects.annotate(below=path).filter(below__startswith=F("page__path"))
    return pages.annotate(is_restricted=Exists(above))


def find_procedure(slug: str) -> ProcedurePage | None:
    """The published procedure at an address, with everything its page shows."""
    codes = ProcedureCode.objects.filter(identity=OuterRef("identity"), is_present=False).order_by()
    former = codes.annotate(group=Value(1)).values("group").annotate(all=_Joined("raw")).values("all")
    pages = with_links(ProcedurePage.objects.live().filter(slug=slug)).select_related("successor")
    return _restricted(pages).annotate(former_codes=Subquery(former, output_field=CharField())).first()


def find_catalogue() -> Page | None:
    """The published catalogue."""
    return _restricted(ProcedureIndexPage.objects.live()).first()

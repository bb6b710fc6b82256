"""Finds published pages for readers in as few queries as there are kinds of facts."""

from typing import Any

from django.db.models import (
    Aggregate,
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, JSONArray, TruncDate
from wagtail.models import Page

from pages.published import published, restrictions_above
from procedures_catalog.facts.parts.table import OVERLAID
from procedures_catalog.models import (
    DatedDifference,
    KeptPart,
    NationalRecord,
    ProcedureCode,
    ProcedureIndexPage,
    ProcedurePage,
    PublishedVersion,
)
from procedures_catalog.store.loading import with_links
from procedures_catalog.store.outgoing import with_filing


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
    return pages.annotate(is_restricted=Exists(restrictions_above()))


def find_procedure(slug: str) -> ProcedurePage | None:
    """The published procedure at an address, with everything its page shows; what `history` reads comes along."""
    pages = with_everything(ProcedurePage.objects.live().filter(slug=slug))
    return with_filing(_restricted(pages)).annotate(**_life()).first()


def with_everything(pages: QuerySet[ProcedurePage]) -> QuerySet[ProcedurePage]:
    """The pages with all that `page_context.facts_of` tells of them."""
    return with_sources(with_links(pages).select_related("successor")).annotate(
        code_lines=_code_lines(), announced_lines=announced_lines()
    )


def with_sources(pages: QuerySet[ProcedurePage]) -> QuerySet[ProcedurePage]:
    """The pages with what is kept beside them of where their parts come from (`page_sources` reads it), without a query
    of its own."""
    seen = NationalRecord.objects.filter(base=OuterRef("code_base")).values("seen_on")[:1]
    kept = KeptPart.objects.filter(base=OuterRef("code_base"))
    applied = DatedDifference.objects.filter(identity=OuterRef("identity"), changes__state="applied")
    return pages.annotate(
        seen_on=Subquery(seen),
        kept_lines=_lines(kept, "name"),
        applied_lines=_differences(applied.exclude(part__in=OVERLAID)),
    )


def _code_lines() -> Subquery:
    codes = ProcedureCode.objects.filter(identity=OuterRef("identity"), is_present=False)
    return _lines(codes, "raw", "valid_to")


def announced_lines() -> Subquery:
    """What was approved for later days (`presenting.announcing.announced_in` reads it), without a query of its own."""
    rows = DatedDifference.objects.filter(identity=OuterRef("identity"), changes__state="approved")
    return _differences(rows)


def _differences(rows: QuerySet[DatedDifference]) -> Subquery:
    return _lines(rows, "part", Cast("value", TextField()), Cast("changes__day", TextField()), "changes__decision")


def _life() -> dict[str, Subquery]:
    """The rows that tell a procedure's life, each kind as lines of JSON lists, without a query of their own."""
    versions = PublishedVersion.objects.filter(identity=OuterRef("identity")).exclude(note__is_taken_back=True)
    predecessors = published(ProcedurePage.objects).filter(successor=OuterRef("pk"))
    levels = ("answers__carried_out", "answers__level")
    parts = Case(When(note__text=F("note__proposed"), then="note__parts"), default=Value(""), output_field=TextField())
    noted = ("parts__official_name", "note__text", parts)
    said = ("number", TruncDate("noted_at"), "title", "answers__state", *levels, *noted)
    return {
        "version_lines": _lines(versions, *said),
        "predecessor_lines": _lines(predecessors, "title", "code", "valid_to"),
    }


def _lines(rows: QuerySet, *values: Any) -> Subquery:
    line = Cast(JSONArray(*values), TextField())
    one = rows.order_by().annotate(group=Value(1), line=line).values("group")
    return Subquery(one.annotate(all=_Joined("line")).values("all"), output_field=TextField())


def find_catalogue() -> Page | None:
    """The published catalogue."""
    return _restricted(ProcedureIndexPage.objects.live()).first()

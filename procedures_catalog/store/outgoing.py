"""Where the catalogue holds addresses outside the portal, who mends one, and which pages show that one is broken."""

from collections.abc import Sequence
from typing import Any

from django.db.models import BigIntegerField, CharField, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Concat, Left, Length
from django.urls import reverse
from wagtail.models import Page

from consequences.touched import Touched
from pages.addresses import addresses
from pages.links.sources import has_right, open_to, say_addresses
from pages.models import OutgoingLink
from pages.models.link import is_broken
from pages.published import published
from procedures_catalog.forms.addresses import form_pages
from procedures_catalog.models import LibraryForm, ProcedurePage, ProcedureShelfPage


def connect() -> None:
    """Says it; twice changes nothing."""
    say_addresses("nộp trực tuyến", filing_links, lambda pk: reverse("wagtailadmin_pages:edit", args=[pk]))
    say_addresses(
        "trang của biểu mẫu",
        national_pages,
        lambda pk: reverse("wagtailsnippets_procedures_catalog_libraryform:edit", args=[pk]),
    )


def filing_links(person: Any) -> QuerySet[Any, Any]:
    """Where published procedures are handed in online; for a person those of which his agency is in charge, by the
    page itself or by its shelf, and those of nobody."""
    rows = published(ProcedurePage.objects).exclude(filing_url="").filter(open_to(person)).order_by()
    if person and person.agency_id:
        owned = rows.annotate(in_charge=Coalesce("agency", _agency_of_shelf(), output_field=BigIntegerField()))
        rows = owned.filter(Q(in_charge=person.agency_id) | Q(in_charge=None))
    shown = Concat("title", Value(" ("), "code", Value(")"), output_field=CharField())
    return rows.values(row=F("pk"), leads_to=F("filing_url"), shown=shown)


def _agency_of_shelf() -> Subquery:
    above = Left(OuterRef("path"), Length(OuterRef("path")) - Page.steplen)
    return Subquery(ProcedureShelfPage.objects.filter(path=above).values("agency")[:1])


def national_pages(person: Any) -> QuerySet[Any, Any]:
    """The pages of public forms elsewhere, for who keeps the library."""
    rows = LibraryForm.objects.public().exclude(national_url="").order_by()
    mine = rows if has_right(person, "change", LibraryForm) else rows.none()
    return mine.values(row=F("pk"), leads_to=F("national_url"), shown=F("number"))


def with_filing(pages: QuerySet[ProcedurePage]) -> QuerySet[ProcedurePage]:
    """The pages, each with whether its own way online is broken, without a query of its own."""
    return pages.annotate(is_filing_broken=is_broken("filing_url"))


def shown_by_links(ids: Sequence[int]) -> Touched:
    """Pages whose button or link is another one while an address is broken: on no paper, in no version, in no list."""
    held = OutgoingLink.objects.filter(pk__in=ids).values("address")
    filed = ProcedurePage.objects.filter(filing_url__in=held).values_list("url_path", flat=True)
    forms = LibraryForm.objects.filter(national_url__in=held).values_list("key", flat=True)
    return Touched.of(pages=[*addresses(filed), *form_pages(forms)], lists=[reverse("api:list_procedures")])

"""What pages of lower floors show of the catalogue: counters, fields, newest changes, an agency's procedures."""

from typing import Any

from django import template
from django.db.models import Count
from django.urls import reverse
from django.utils.http import urlencode

from agencies.models import Agency
from procedures_catalog.filters import Option, current_pages, facet_named
from procedures_catalog.list_context import list_context
from procedures_catalog.models import Field, ProcedureAgency, ProcedureLegalBasis, ProcedurePage, PublishedVersion

register = template.Library()
Context = dict[str, Any]


def _link(**choice: str) -> str:
    return f"{reverse('catalogue')}?{urlencode(choice)}"


def _counter(option: Option, name: str) -> Context:
    return {"label": option.label, "count": option.count, "url": _link(**{name: option.value})}


@register.simple_tag(takes_context=True)
def catalogue_list(context) -> Context:
    """The catalogue's list for the request that is being answered."""
    return list_context(context["request"], reverse("catalogue"))


@register.simple_tag
def level_counters() -> list[Context]:
    """How many procedures each level carries out today."""
    return [_counter(option, "cap") for option in facet_named("cap").count(current_pages())]


@register.simple_tag
def procedure_total() -> int:
    """How many published procedures are in force."""
    return current_pages().count()


@register.simple_tag
def largest_fields(limit: int = 12) -> list[Context]:
    """The fields with the most procedures."""
    rows = Field.objects.filter(procedures__in=current_pages().values("pk")).annotate(n=Count("procedures"))
    return [
        {"name": row.name, "count": row.n, "url": _link(**{"linh-vuc": row.slug})}
        for row in rows.order_by("-n", "name")[:limit]
    ]


@register.simple_tag
def newest_changes(limit: int = 5) -> list[Context]:
    """The procedures that say something else since they were first published, the latest changed first. What an import
    brings for the first time is no change."""
    changed = PublishedVersion.objects.filter(
        identity__page__in=current_pages().public(), is_current=True, number__gt=1
    )
    rows = changed.order_by("-noted_at", "-pk").values_list("identity__page", "noted_at")[:limit]
    pages = ProcedurePage.objects.only("title", "url_path", "code").in_bulk([page for page, _ in rows])
    return [
        {"title": pages[pk].title, "url": pages[pk].get_url(), "date": moment, "note": f"mã {pages[pk].code}"}
        for pk, moment in rows
    ]


@register.simple_tag
def agency_procedures(agency: Agency, limit: int = 30) -> Context:
    """The procedures in which an agency has a part: the first ones, their number, and the list with all."""
    concerned = ProcedureAgency.objects.filter(registered=agency).values("page")
    pages = current_pages().filter(pk__in=concerned).order_by("title").only("title", "url_path", "code")
    return {
        "items": [{"title": page.title, "url": page.get_url(), "code": page.code} for page in pages[:limit]],
        "total": pages.count(),
        "url": _link(**{"co-quan": agency.name}),
    }


@register.simple_tag
def procedures_citing(document, limit: int = 30) -> list[Context]:
    """The procedures that rest on a legal document."""
    citing = ProcedureLegalBasis.objects.filter(document=document).values("page")
    pages = current_pages().filter(pk__in=citing).order_by("title").only("title", "url_path")
    return [{"title": page.title, "url": page.get_url()} for page in pages[:limit]]

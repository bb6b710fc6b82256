"""The search page: what was found, by kind, ten to a page; where to go on when nothing was."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agencies.models import Agency
from pages.entry import KINDS
from procedures_catalog.models import Field
from search.engine import current_index
from search.lines import lines
from search.query import MAX_CHARACTERS, Query
from search.results import Results
from vietnamese.spelling import squeeze

ON_A_PAGE = 10
HELP = 12  # fields and agencies offered when nothing was found


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """`?q=` the question, `?kind=` a key of KINDS, `?page=` from 1. Every value is answered; nothing of it is kept."""
    text = squeeze(request.GET.get("q", "")[:MAX_CHARACTERS])
    kind = request.GET.get("kind", "")
    kind = kind if kind in KINDS else ""
    response = render(request, "search/results.html", _context(text, kind, request.GET.get("page", "1")))
    response["X-Robots-Tag"] = "noindex"
    return response


def _context(text: str, kind: str, number: str) -> dict[str, Any]:
    results, page = _page(text, kind, number)
    return {
        "query": text,
        "kinds": _tabs(text, kind, results),
        "results": page,
        "page_obj": page,
        "total": results.total,
        "unavailable": results.unavailable,
        "base_query": _address(text, kind),
        **(_way_on() if text and not results.total else {}),
    }


def _page(text: str, kind: str, number: str) -> tuple[Results, Page]:
    """The answer and its page of lines. Asked again only when the number is beyond the last page."""
    first = (int(number) - 1) * ON_A_PAGE if number.isdecimal() and 0 < int(number[:6]) <= ON_A_PAGE**3 else 0
    results = current_index().search(Query(text, kind, limit=ON_A_PAGE, offset=first))
    page = Paginator(range(results.total), ON_A_PAGE).get_page(number)
    if results.total and page.start_index() != first + 1:
        results = current_index().search(Query(text, kind, limit=ON_A_PAGE, offset=page.start_index() - 1))
    page.object_list = lines(results.hits, text)
    return results, page


def _tabs(text: str, kind: str, results: Results) -> list[dict[str, Any]]:
    """ "Tất cả" and each kind that has hits; none when nothing was found."""
    counts = {"": sum(results.counts.values()), **{name: results.counts.get(name, 0) for name in KINDS}}
    labels = {"": "Tất cả", **KINDS}
    return [
        {"label": labels[name], "count": count, "url": f"?{_address(text, name)}", "current": name == kind}
        for name, count in counts.items()
        if counts[""] and (count or name == kind)
    ]


def _address(text: str, kind: str) -> str:
    return urlencode({"q": text, "kind": kind} if kind else {"q": text})


def _way_on() -> dict[str, Any]:
    """Fields and agencies to look under. Two queries."""
    catalogue = reverse("catalogue")
    fields = Field.objects.filter(procedures__live=True).distinct()[:HELP]
    agencies = Agency.objects.in_force()[:HELP]
    return {
        "fields": [{"name": row.name, "url": f"{catalogue}?{urlencode({'linh-vuc': row.slug})}"} for row in fields],
        "agencies": [{"name": row.name, "url": row.get_absolute_url()} for row in agencies],
    }

"""The public doors of the library of forms: its list, and one form."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from agencies.day import day_of
from procedures_catalog.facts.forms.named import told_number
from procedures_catalog.facts.in_hand.reading import read, without_numbers
from procedures_catalog.forms.library import (
    LONGEST_QUERY,
    find_form,
    form_context,
    form_of_number,
    key_typed,
    lines_of,
    listed,
    sectors_of_forms,
)
from procedures_catalog.forms.papers import procedures_meant

PAGE_SIZE = 50


@require_safe
def forms(request: HttpRequest) -> HttpResponse:
    """The forms that published procedures name, and those that the portal holds; nothing in the address can make it
    fail."""
    on = day_of(request)
    query, sector = (request.GET.get(name, "").replace("\0", "").strip()[:LONGEST_QUERY] for name in ("q", "linh-vuc"))
    query, told = without_numbers(query)
    results = Paginator(listed(query, sector), PAGE_SIZE).get_page(request.GET.get("page"))
    chosen = {name: value for name, value in (("q", query), ("linh-vuc", sector)) if value}
    context = {
        "page": {"title": "Biểu mẫu"},
        "query": query,
        "told": told,
        "sector": sector,
        "sectors": sectors_of_forms(),
        "results": results,
        "items": lines_of(list(results.object_list), on),
        "total": results.paginator.count,
        "procedures": procedures_meant(query, read(query), on) if query and results.number == 1 else [],
        "base_query": urlencode(chosen),
    }
    return render(request, "procedures_catalog/forms.html", context)


@require_safe
def form(request: HttpRequest, key: str) -> HttpResponse:
    """One form; its number as papers write it leads to it. 404 for one that nothing public names and nobody holds."""
    on = day_of(request)
    found = find_form(key, on)
    if found is None:
        meant = key_typed(key)
        if meant and meant != key and form_of_number(meant):
            return redirect("form", key=meant)
        raise Http404
    title = told_number(found.number)
    return render(request, "procedures_catalog/form.html", {"page": {"title": title}, **form_context(found, on)})

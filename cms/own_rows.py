"""What an editor's list does not show, no address opens: neither the form, the history nor the use of such a row."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import unquote

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import ResolverMatch
from wagtail.snippets.models import get_snippet_models
from wagtail.snippets.views.snippets import SnippetViewSet

GetResponse = Callable[[HttpRequest], HttpResponse]
_DIGITS = re.compile(r"[0-9]{1,19}")
_EVERYTHING = "all"  # what a bulk action calls all rows


class OwnRowsMiddleware:
    """Wagtail narrows only the list by a viewset's `get_queryset`; this holds every other address to it."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answers as usual."""
        return self._get_response(request)

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, kwargs: Mapping[str, Any]) -> None:
        """Http404 for rows that the list hides from this editor."""
        match = request.resolver_match
        viewset = _viewset_of(match) if match else None
        # Who is signed in is asked at such screens alone: asking makes every answer depend on cookies.
        rows = viewset.get_queryset(request) if viewset and request.user.is_authenticated else None
        if match and rows is not None and not _shows(rows, _asked(request, kwargs), _is_chooser(viewset, match)):
            raise Http404


def _viewset_of(match: ResolverMatch) -> SnippetViewSet | None:
    """The screens that an address belongs to, or whose rows it names by application and model."""
    named = (match.kwargs.get("app_label"), match.kwargs.get("model_name"))
    for model in get_snippet_models():
        viewset = model.snippet_viewset
        if named == (model._meta.app_label, model._meta.model_name) or match.namespace in (
            viewset.get_admin_url_namespace(),
            viewset.get_chooser_admin_url_namespace(),
        ):
            return viewset
    return None


def _is_chooser(viewset: SnippetViewSet, match: ResolverMatch) -> bool:
    return match.namespace == viewset.get_chooser_admin_url_namespace()


def _asked(request: HttpRequest, kwargs: Mapping[str, Any]) -> set[str]:
    """The numbers of the rows that are asked for."""
    one = kwargs.get("pk", kwargs.get("object_id"))
    several = (*request.GET.getlist("id"), *request.POST.getlist("id"))
    return {unquote(str(number)) for number in (*([one] if one is not None else ()), *several)}


def _shows(rows: QuerySet, asked: set[str], is_chooser: bool) -> bool:
    """Whether the list shows all that is asked for; a chooser offers every row, so it must show every row."""
    if is_chooser or _EVERYTHING in asked:
        return rows.count() == rows.model._default_manager.count()
    numbers = {number for number in asked if _DIGITS.fullmatch(number)}
    if numbers != asked:  # Python reads "7 " and "+7" as numbers, too: what is written so was written to pass here
        return False
    return rows.filter(pk__in=numbers).count() == len(numbers) if numbers else True

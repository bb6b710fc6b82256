"""A form that is refused comes back with what was typed in it, also where no script has kept it.

The desk's screens are kept by no browser, so that "back" leads to an empty form. Whoever is refused for whatever reason
(a form in pieces, a session that ended, a role taken away, a screen that was open for too long) reads his own words
below the sentence, to copy them. Nothing of it is kept here, and nothing of a form that another site has sent is shown.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, QueryDict, UnreadablePostError
from django.shortcuts import render
from django.urls import reverse

from cms.refusals.for_scripts import is_refusal, reason_of, wants_data

GetResponse = Callable[[HttpRequest], HttpResponse]
#: Where people write; forms of signing in lead away as a matter of course.
_DESKS = ("/quan-tri/", "/ban/")
#: What `sentences` notes of a request that Wagtail led away because somebody might not do it.
DENIED = "was_denied"
_SECRET = ("password", "token", "secret", "otp")
_OF_THE_FORM = ("-count", "-type", "-order", "-deleted", "_FORMS", "-ORDER", "-DELETE", "-id", "revision_created_at")
_LONGEST, _MOST = 200_000, 500  # characters of a text, and texts, that are shown again


class TypedComesBackMiddleware:
    """For both desks, around whatever refuses; scripts have an answer of their own."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, or in the place of one that refuses or leads away: the sentence and what was typed."""
        response = self._get_response(request)
        is_form = request.method == "POST" and request.path.startswith(_DESKS) and not wants_data(request)
        if not is_form or not _is_ours(request) or not _refuses(request, response):
            return response
        if not (typed := list(_typed(request))):
            return response
        status = response.status_code if response.status_code >= 400 else 403
        way = response.headers.get("Location", "") or reverse("wagtailadmin_home")
        said = {"sentence": reason_of(request, status), "typed": typed, "way": way}
        return render(request, "refused.html", said, status=status)


def _refuses(request: HttpRequest, response: HttpResponse) -> bool:
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return False
    return is_refusal(request, response) or bool(getattr(request, DENIED, False))


def _is_ours(request: HttpRequest) -> bool:
    """Whether one of our screens sent it, as far as the browser says."""
    sent_by = request.headers.get("Origin", "") or request.headers.get("Referer", "")
    return not sent_by or urlsplit(sent_by).netloc == request.get_host()


def _typed(request: HttpRequest) -> Iterator[tuple[str, str]]:
    try:
        yield from typed_in(request.POST)
    except (SuspiciousOperation, UnreadablePostError):
        return  # too much of it, or broken off


def typed_in(sent: QueryDict) -> Iterator[tuple[str, str]]:
    """Name of a field → the words in it, for what people type: texts of two words and more, with what stands beside
    them; none where there is no such text, as where a button alone was pressed."""
    found = [(name, said) for name, values in sent.lists() for value in values if (said := _said(name, value))]
    if any(" " in said.strip() for _, said in found):
        yield from found[:_MOST]


def _said(name: str, value: str) -> str:
    parts = name.lower()
    if any(secret in parts for secret in _SECRET) or name.endswith(_OF_THE_FORM) or name.startswith("action-"):
        return ""
    return _rich(value)[:_LONGEST].strip()


def _rich(value: str) -> str:
    """Rich text is sent as JSON: its words, a paragraph a line; any other as it is."""
    if not value.startswith('{"'):
        return value
    try:
        blocks: Any = json.loads(value).get("blocks", ())
        return "\n".join(str(block.get("text", "")) for block in blocks)
    except (ValueError, AttributeError, TypeError):
        return value

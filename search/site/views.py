"""The search page, and the door to which its script says which result was chosen."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.template.loader import render_to_string
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from agencies.day import another_day, asked_on
from pages.site.any_day import any_day
from procedures_catalog.facts.in_hand.reading import PERSONAL
from search.query_log.asked import note_click, note_search
from search.query_log.asker import Asker
from search.question.notices import NUMBER_LEFT_OUT
from search.question.query import MAX_CHARACTERS
from search.site.page_context import answer_page, search_context
from search.site.search_request import Asking

#: Notices of questions that are shown without somebody's number.
NOT_SHOWN = PERSONAL | {NUMBER_LEFT_OUT}
LAST_POSITION = 10_000
LARGEST_NOTE = 14_000  # bytes: a question of 1,300 characters, encoded, and a number


class AnswerFirst(HttpResponse):
    """A response after which something is done, when the reader already has it."""

    def __init__(self, content: str, afterwards: Callable[[], None]) -> None:
        super().__init__(content)
        self._afterwards = afterwards

    def close(self) -> None:
        """Called by the server when everything was sent."""
        self._afterwards()
        super().close()


@require_safe
@any_day
def search(request: HttpRequest) -> HttpResponse:
    """`?q=` the question, `?kind=` a key of PAGE_KINDS, `?page=` from 1, `?dung-chu=1` for letters as typed, `?ngay=`
    for procedures as of another day, and the parameters of `search.site.facets`. Every value is answered; of the
    question itself only a count is kept."""
    asking, number = Asking.of(request.GET, another_day(request)), request.GET.get("page", "1")
    on = asked_on(request)
    answer, page = answer_page(asking, number, on)
    shown = replace(asking, text=answer.question.typed) if answer.notice in NOT_SHOWN else asking
    content = render_to_string("search/results.html", search_context(shown, answer, page, on), request)
    is_new = bool(asking.text) and asking.is_plain and "page" not in request.GET and request.method == "GET"
    count = partial(note_search, answer, Asker.of(request), on)
    response = AnswerFirst(content, count if is_new else _nothing)
    response["X-Robots-Tag"] = "noindex"
    return response


@csrf_exempt  # it changes nothing for the sender, and a page without a session has no token to send
@require_POST
def chosen(request: HttpRequest) -> HttpResponse:
    """Counts a chosen result: `q` the question, `position` from 1. Taken only from the portal's own pages."""
    if not _is_from_here(request) or not _is_small(request):
        return HttpResponseForbidden()
    position = request.POST.get("position", "")
    if position.isdecimal() and len(position) <= len(str(LAST_POSITION)) and 0 < int(position) <= LAST_POSITION:
        question = request.POST.get("q", "")[:MAX_CHARACTERS]
        note_click(question, int(position), Asker.of(request), asked_on(request))
    return HttpResponse(status=204)


def _is_from_here(request: HttpRequest) -> bool:
    """Browsers say with each POST where it comes from."""
    return request.headers.get("Origin", "").partition("://")[2] == request.get_host()


def _is_small(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return length.isdecimal() and int(length[:10]) <= LARGEST_NOTE


def _nothing() -> None:
    """After a page that is no new question there is nothing to do."""

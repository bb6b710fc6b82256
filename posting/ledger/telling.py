"""What an editor's change did to the walls, said at the desk: how many hanging papers are wrong because of it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from asgiref.local import Local
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail.admin import messages
from wagtail.permissions import ModelPermissionPolicy

from agencies.day import asked_on
from agencies.models import AdministrativeUnit, Agency
from consequences.keys import PORTAL_PAPER, numbers
from consequences.registry import touched
from consequences.touched import Touched
from posting.ledger.wrong import papers_touched_by, papers_with_old_heads, wrong_rows
from posting.models import PostedPaper
from procedures_catalog.models import ProcedurePage
from procedures_catalog.versions.noting import VERSIONS_AT_ONCE

POLICY = ModelPermissionPolicy(PostedPaper)
#: The papers that changes touch while somebody's form is taken.
_heard = Local()


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    touched.connect(_hear, dispatch_uid="posting.ledger.telling")


def _hear(what: Touched, **_kwargs: Any) -> None:
    if (papers := getattr(_heard, "papers", None)) is not None:
        papers.update(what.papers)


def telling_middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Listens while a form of the desk is taken, whatever it changes: a page, an office, a name in a list."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or not request.path.startswith(reverse("wagtailadmin_home")):
            return get_response(request)
        _heard.papers = papers = set[str]()
        try:
            response = get_response(request)
        finally:
            del _heard.papers
        if papers:
            _tell(request, papers)
        return response

    return middleware


def _tell(request: HttpRequest, papers: set[str]) -> None:
    on = asked_on(request)
    for text, narrowed in (*_of_procedures(papers, on), *_of_offices(papers, on)):
        messages.warning(request, text, buttons=_buttons(request, narrowed))


def _of_procedures(papers: set[str], on: date) -> Iterator[tuple[str, dict[str, str]]]:
    pages = ProcedurePage.objects.filter(pk__in=numbers(papers, "procedure")).values_list("identity", "code")
    codes = dict(pages)
    if len(codes) > VERSIONS_AT_ONCE:
        yield f"{len(codes)} thủ tục mà thay đổi này động tới đang được xem lại; tờ nào thành sai sẽ có trong sổ.", {}
        return
    wrong = papers_touched_by(codes, on).values_list("pk", "unit", "counter__unit") if codes else ()
    if not wrong:
        return
    communes = {unit or counters_unit for _, unit, counters_unit in wrong} - {None}
    where = f" ở {len(communes)} xã, phường" if communes else ""
    whom = "thủ tục này" if len(codes) == 1 else "các thủ tục mà thay đổi này động tới"
    narrowed = {"procedure": next(iter(codes.values()))} if len(codes) == 1 else {}
    yield f"{len(wrong)} tờ niêm yết đang treo{where} không còn khớp với {whom}; cần in lại và thay.", narrowed


def _of_offices(papers: set[str], on: date) -> Iterator[tuple[str, dict[str, str]]]:
    counters, units = _rows(Agency, papers, "agency"), _rows(AdministrativeUnit, papers, "unit")
    found: list[tuple[str, QuerySet[PostedPaper]]] = [
        *((f" của {counter}", wrong_rows(on).filter(counter=counter)) for counter in counters),
        *((f" của {unit}", wrong_rows(on).filter(unit=unit)) for unit in units),
    ]
    if PORTAL_PAPER in papers:
        found.append(("", papers_with_old_heads()))
    for whose, wrong in found:
        if count := wrong.count():
            yield f"{count} tờ niêm yết đang treo{whose} không còn đúng; cần in lại và thay.", {}


def _rows(model: Any, papers: Iterable[str], kind: str) -> Iterable[Any]:
    """A query where there is one of the kind."""
    ids = numbers(papers, kind)
    return model.objects.filter(pk__in=ids).order_by("pk") if ids else ()


def _buttons(request: HttpRequest, narrowed: dict[str, str]) -> Iterable[Any]:
    """The way to the wrong papers, narrowed as the ledger can be, for those who may read it."""
    if not POLICY.user_has_permission(request.user, "view"):
        return []
    query = urlencode({"state": "wrong"} | narrowed)
    return [messages.button(f"{reverse('posting_ledger')}?{query}", "Xem các tờ này")]

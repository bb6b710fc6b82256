"""Published documents that begin or end tomorrow or within the week: the numbers of the front page and their list."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy

from agencies.day import asked_on
from legal_documents.models import LegalDocumentPage
from vietnamese.days import last_day, written

LIST = "documents_coming"
LABEL = "Văn bản sắp có, sắp hết hiệu lực"
#: Key in the address → within how many days, and how that is said.
COMING: Mapping[str, tuple[int, str]] = {"tomorrow": (1, "Ngày mai"), "week": (7, "Trong 7 ngày tới")}
_AT_ONCE = 50


def documents_coming(user: Any, key: str, on: date) -> QuerySet[LegalDocumentPage]:
    """Those before somebody at the desk that begin or end so (a key of COMING), seen from a day; what ends is kept with
    the first day on which it is no more in force."""
    days = [on + timedelta(days=number) for number in range(1, COMING[key][0] + 1)]
    mine = page_permission_policy.explorable_instances(user).order_by().values("pk")
    changing = Q(effective_from__in=days) | Q(expires_on__in=days)
    found: QuerySet[LegalDocumentPage] = LegalDocumentPage.objects.live().filter(changing, pk__in=mine)
    return found


@require_safe
def list_coming(request: HttpRequest) -> HttpResponse:
    """Those of one's agencies, the next first, each with what happens to it on which day; `khi` is a key of COMING."""
    on, key = asked_on(request), request.GET.get("khi", "")
    key = key if key in COMING else "week"
    rows = documents_coming(request.user, key, on).order_by("effective_from", "expires_on", "pk")
    page = Paginator(rows, _AT_ONCE).get_page(request.GET.get("p"))
    lines = [(document, _what_happens(document, key, on)) for document in page.object_list]
    said = {"page": page, "lines": lines, "key": key, "query": f"khi={key}", "label": LABEL}
    kinds = [(each, label, each == key) for each, (_, label) in COMING.items()]
    return render(request, "legal_documents/desk/coming.html", said | {"kinds": kinds})


def _what_happens(document: LegalDocumentPage, key: str, on: date) -> str:
    last = on + timedelta(days=COMING[key][0])
    begins, ends = document.effective_from, document.expires_on
    told = [f"có hiệu lực từ {written(begins)}"] if begins and on < begins <= last else []
    told += [f"hết hiệu lực sau ngày {written(last_day(ends))}"] if ends and on < ends <= last else []
    return "; ".join(told)


def addresses() -> list[URLPattern]:
    """The list."""
    return [path("van-ban-sap-hieu-luc/", list_coming, name=LIST)]


def report_item() -> MenuItem:
    """Its place in the menu of reports."""
    return MenuItem(LABEL, reverse(LIST), icon_name="date", order=107)

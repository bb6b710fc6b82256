"""The list of sets: those of the agencies for which somebody works, what is still to come first."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from agencies.day import asked_on
from agencies.models.role import EDITING_ROLES
from agencies.reach import agencies_of
from procedures_catalog.dated_screens.due import DUE, due
from procedures_catalog.models import ChangeSet
from procedures_catalog.models.change_set import OPEN, OVER, STATES

LIST, ONE = "change_sets", "change_set"
#: What names one of DUE in the address of the list.
DUE_BY = "den-ngay"
_OVER = "xong"
_AT_ONCE = 50


def sets_for(user: Any) -> QuerySet[ChangeSet]:
    """The sets that somebody may see: his agencies', all for who works for the whole portal."""
    return agencies_of(user, EDITING_ROLES).narrow(ChangeSet.objects.all())


def set_of(request: HttpRequest, number: int) -> ChangeSet:
    """One of them with its agency. Http404 for one that is not there, or not for this person."""
    return get_object_or_404(sets_for(request.user).select_related("agency"), pk=number)


def list_sets(request: HttpRequest) -> HttpResponse:
    """The list, narrowed by a state or by what the day says of a set."""
    state, key = request.GET.get("trang-thai", ""), request.GET.get(DUE_BY, "")
    rows = sets_for(request.user).select_related("agency").annotate(count=Count("differences"))
    if key in DUE:
        shown = rows.filter(due(key, asked_on(request))).order_by("day", "pk")
    elif state == _OVER:
        shown = rows.filter(state__in=OVER)
    else:
        shown = rows.filter(state__in=[state] if state in STATES else OPEN).order_by("day", "pk")
    context = {
        "page": Paginator(shown, _AT_ONCE).get_page(request.GET.get("p")),
        "state": "" if key in DUE else state,
        "due": key if key in DUE else "",
        "states": [("", "Chưa xong"), *((one, STATES[one]) for one in OPEN), (_OVER, "Đã áp dụng, hoàn tác, bỏ")],
        "dues": DUE.items(),
    }
    return render(request, "procedures_catalog/desk/change_sets.html", context)

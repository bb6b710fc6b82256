"""The list of sets: those of the agencies for which somebody works, what is still to come first."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from agencies.models.role import EDITING_ROLES
from agencies.reach import agencies_of
from procedures_catalog.models import ChangeSet
from procedures_catalog.models.change_set import OPEN, OVER, STATES

LIST, ONE = "change_sets", "change_set"
_AT_ONCE = 50


def sets_for(user: Any) -> QuerySet[ChangeSet]:
    """The sets that somebody may see: his agencies', all for who works for the whole portal."""
    return agencies_of(user, EDITING_ROLES).narrow(ChangeSet.objects.all())


def set_of(request: HttpRequest, number: int) -> ChangeSet:
    """One of them with its agency. Http404 for one that is not there, or not for this person."""
    return get_object_or_404(sets_for(request.user).select_related("agency"), pk=number)


def list_sets(request: HttpRequest) -> HttpResponse:
    """The list, narrowed by a state."""
    state = request.GET.get("trang-thai", "")
    rows = sets_for(request.user).select_related("agency").annotate(count=Count("differences"))
    shown = rows.filter(state=state) if state in STATES else rows.filter(state__in=OPEN if state != "xong" else OVER)
    page = Paginator(shown.order_by("day", "pk") if state != "xong" else shown, _AT_ONCE).get_page(request.GET.get("p"))
    states = [("", "Chưa xong"), *((key, STATES[key]) for key in OPEN), ("xong", "Đã áp dụng, hoàn tác, bỏ")]
    return render(request, "procedures_catalog/desk/change_sets.html", {"page": page, "state": state, "states": states})

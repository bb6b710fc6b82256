"""The screen of the law's clocks: all of them in one form, for the administrator; each change stands in the log."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import modelformset_factory
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views import View
from wagtail.admin import messages

from agencies.day import asked_on
from decisions.desk.forms import ClockForm
from decisions.models import LegalClock

CLOCKS, KEEP = "legal_clocks", "decisions.change_legalclock"
_Clocks: Any = modelformset_factory(LegalClock, form=ClockForm, extra=0)


class ClocksView(View):
    """Shows and saves them."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """PermissionDenied for who may not."""
        if not request.user.has_perm(KEEP):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """As they are."""
        return _shown(request, _Clocks(queryset=LegalClock.objects.all()))

    def post(self, request: HttpRequest) -> HttpResponse:
        """All of them, or what is wrong with one."""
        clocks = _Clocks(request.POST, queryset=LegalClock.objects.all())
        if not clocks.is_valid():
            return _shown(request, clocks)
        clocks.save()
        messages.success(request, "Đã lưu các mốc thời hạn.")
        return redirect(CLOCKS)


def _shown(request: HttpRequest, clocks: Any) -> HttpResponse:
    return render(request, "decisions/desk/clocks.html", {"clocks": clocks, "on": asked_on(request)})

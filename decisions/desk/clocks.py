"""The screen of the law's clocks: all of them in one form, for the administrator; each change stands in the log, and
one that is not counted any more before everybody, with the reason, until another has looked at it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import modelformset_factory
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views import View
from wagtail.admin import messages

from agencies.day import asked_at, asked_on
from decisions.desk.forms import ClockForm
from decisions.models import LegalClock
from pages.afterwards import Looking, looked_at_afterwards, tell_of_change
from pages.desk.reason import ask_why
from pages.models.emergency import Kind

SAVED, STOP = "Đã lưu các mốc thời hạn.", "Thôi tính mốc thời hạn"
STOPPED = "Thôi tính mốc “{}”: trang đầu của mọi người không còn đếm việc quá mốc này."
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
        if not (stopped := [form.instance for form in clocks if _stops(form)]):
            clocks.save()
            messages.success(request, SAVED)
            return redirect(CLOCKS)
        why = ask_why(request, STOP, [STOPPED.format(clock) for clock in stopped])
        if isinstance(why, HttpResponse):
            return why
        clocks.save()
        for clock in stopped:
            said = f"đang tính → thôi tính; lý do: {why}"
            tell_of_change(clock, str(clock), said, request.user.pk, asked_at(request), Kind.SHARED)
        messages.success(request, SAVED)
        return redirect(CLOCKS)


def _shown(request: HttpRequest, clocks: Any) -> HttpResponse:
    return render(request, "decisions/desk/clocks.html", {"clocks": clocks, "on": asked_on(request)})


def _stops(form: Any) -> bool:
    return "is_counted" in form.changed_data and not form.cleaned_data["is_counted"]


def connect() -> None:
    """Says how a clock that was stopped is looked at afterwards; twice changes nothing."""
    looked_at_afterwards(LegalClock, Looking(lambda _clock, user: user.has_perm(KEEP), lambda _clock: reverse(CLOCKS)))

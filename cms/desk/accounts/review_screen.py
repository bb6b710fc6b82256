"""“Rà soát tài khoản”: the list of the accounts that somebody keeps, each with a decision; left and taken up again."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from agencies.day import asked_at
from cms.access.accounts import KEEP, numbers_kept
from cms.access.review.deciding import finish, keep, open_review
from cms.access.review.waiting import last_finished
from cms.desk.accounts.review_lines import STALE, Line, beside, choices, filled, known_of, stored_lines
from cms.desk.rows.guard import OPENED
from cms.models import Decision, Editor
from cms.sign_in.sessions.own import end_sessions

LABEL = "Rà soát tài khoản"
REVIEW = "accounts_review"
MISSING = "Chưa kết thúc: còn {0} tài khoản chưa quyết định (đánh dấu bên dưới). Những gì đã chọn được giữ lại."
NO_REASON = "{0} tài khoản chưa lưu được vì thiếu lý do: {1}. Các quyết định khác đã lưu."
NOTHING = "Chưa quyết định tài khoản nào."
SAVED = "Đã lưu. Có thể rời màn hình này và làm tiếp sau."


class ReviewView(View):
    """For who keeps accounts."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """PermissionDenied for everybody else."""
        if not request.user.has_perm(KEEP):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list, with what was decided so far."""
        return _show(request, stored_lines(request.user, asked_at(request)))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keeps what was decided; finishes where that is asked and nothing is missing. Two forms that arrive together
        wait for one another; one that does not know what is stored changes nothing."""
        with transaction.atomic():
            Editor.objects.select_for_update().get(pk=_user(request).pk)
            stored = stored_lines(request.user, asked_at(request))
            if request.POST.get(OPENED) != known_of(request.user, stored):
                return _refused(request, stored)
            return _kept(request, stored)


def _user(request: HttpRequest) -> Any:
    return request.user


def _refused(request: HttpRequest, stored: list[Line]) -> HttpResponse:
    """What stands, and beside it what was sent (409)."""
    messages.error(request, STALE)
    return _show(request, [beside(line, request.POST) for line in stored], status=409)


def _kept(request: HttpRequest, stored: list[Line]) -> HttpResponse:
    had_some = any(line.decision for line in stored)
    lines = [filled(line, request.POST) for line in stored]
    keep(_user(request), choices(lines), numbers_kept(request.user), asked_at(request))
    if "finish" in request.POST and not any(line.is_missing for line in lines) and any(line.decision for line in lines):
        return _finished(request)
    return _told(request, lines, had_some)


def _finished(request: HttpRequest) -> HttpResponse:
    review = open_review(_user(request))
    if review:
        for editor in finish(review, numbers_kept(request.user), asked_at(request)):
            end_sessions(editor)
        messages.success(request, "Đã kết thúc lần rà soát; danh sách và quyết định đã vào nhật ký.")
    return redirect("reviewed_accounts")


def _told(request: HttpRequest, lines: list[Line], had_some: bool) -> HttpResponse:
    """What is missing is said above the list; else what was decided so far is kept, to go on another time."""
    wants_end = "finish" in request.POST
    faults = _faults(lines, wants_end, had_some)
    for fault in faults:
        messages.error(request, fault)
    if not faults:
        messages.success(request, SAVED)
        return redirect(REVIEW)
    return _show(request, lines, shows_missing=wants_end)


def _faults(lines: list[Line], wants_end: bool, had_some: bool) -> list[str]:
    missing = sum(line.is_missing for line in lines)
    unreasoned = [line.editor.named() for line in lines if line.fault]
    found = [MISSING.format(missing)] if wants_end and missing else []
    if unreasoned:
        found.append(NO_REASON.format(len(unreasoned), ", ".join(unreasoned)))
    if not found and not any(line.decision for line in lines) and (wants_end or not had_some):
        found.append(NOTHING)
    return found


def _show(request: HttpRequest, lines: list[Line], shows_missing: bool = False, status: int = 200) -> HttpResponse:
    """The form knows what is stored now: all that it shows was kept or is told beside it."""
    context = {
        OPENED: known_of(request.user, lines),
        "label": LABEL,
        "lines": lines,
        "waiting": sum(line.waits for line in lines),
        "decisions": Decision.choices,
        "last": last_finished(request.user),
        "months": settings.ACCOUNT_REVIEW_MONTHS,
        "shows_missing": shows_missing,
    }
    return render(request, "cms/desk/accounts/review.html", context, status=status)


class _Item(MenuItem):
    """Shown to those who keep accounts."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether somebody does."""
        return request.user.has_perm(KEEP)


def settings_item() -> MenuItem:
    """Its place beside the list of accounts."""
    return _Item(LABEL, reverse(REVIEW), icon_name="tasks", order=605)


def addresses() -> list[URLPattern]:
    """Below the desk's."""
    return [path("ra-soat-tai-khoan/", never_cache(ReviewView.as_view()), name=REVIEW)]

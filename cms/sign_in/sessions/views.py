"""The end of one's own sessions, from one's account."""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from cms.sign_in.sessions.own import end_session, end_sessions
from cms.sign_in.work import who


@require_POST
@login_required
def end_one(request: HttpRequest, name: str) -> HttpResponse:
    """Ends one of them, perhaps this one."""
    if end_session(who(request), name):
        messages.success(request, "Đã đóng phiên ấy.")
    return redirect("mfa_index")


@require_POST
@login_required
def end_everywhere(request: HttpRequest) -> HttpResponse:
    """Ends all of them, this one too."""
    ended = end_sessions(who(request))
    logout(request)
    messages.success(request, f"Đã đăng xuất ở mọi nơi ({ended} phiên).")
    return redirect("account_login")

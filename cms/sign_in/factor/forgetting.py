"""Who has lost telephone, key and codes on paper: who keeps his account takes his factors away, and he sets up new
ones."""

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from agencies.day import asked_at
from cms.access.accounts import may_keep
from cms.models import Editor, KeyKind
from cms.sign_in.keys.acts import hindrance, note
from cms.sign_in.keys.telling import write_to
from cms.sign_in.sessions.own import end_sessions
from cms.sign_in.work import who

DONE = "Đã bỏ bước xác nhận thứ hai của {0} và đóng các phiên của người ấy. Lần đăng nhập tới, người ấy đặt lại."


def forget_factors(editor: Editor) -> None:
    """Takes away all of his factors and his tie to an account of the province, and ends his sessions."""
    for row in (*Authenticator.objects.filter(user=editor), *SocialAccount.objects.filter(user=editor)):
        row.delete()  # one by one, so that whoever keeps a log hears of each
    end_sessions(editor)


def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks, then does it. Not to oneself, by who keeps the account alone, and not by who has just given a new way to
    its password."""
    editor = get_object_or_404(Editor, pk=pk)
    if not may_forget(who(request), editor):
        raise PermissionDenied
    why_not = hindrance(KeyKind.FACTORS, editor, request.user, asked_at(request))
    if why_not or request.method != "POST":
        return render(request, "cms/desk/forget_factors.html", {"editor": editor, "hindrance": why_not})
    forget_factors(editor)
    write_to(editor.email, note(KeyKind.FACTORS, editor, request.user, asked_at(request)))
    messages.success(request, DONE.format(editor.get_full_name() or editor.get_username()))
    return redirect("wagtailusers_users:index")


def may_forget(administrator: Editor, editor: Editor) -> bool:
    """Whether the one may do it to the other."""
    return administrator.pk != editor.pk and may_keep(administrator, editor)

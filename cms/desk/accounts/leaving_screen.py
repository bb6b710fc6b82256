"""“Rời cơ quan”: somebody goes, and every right goes with him at once, also in sessions that are open."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button

from agencies.day import asked_at
from audit.recording import record
from audit.things import thing
from cms.access.accounts import KEEP, may_keep, numbers_kept
from cms.access.giving import roles_of, take_all
from cms.models import Editor
from cms.sign_in.sessions.own import end_sessions

LABEL = "Rời cơ quan"
LEAVE, LEFT = "leave_agency", "account.leave"
DONE = "{0} đã rời cơ quan: mọi vai trò đã thu, mọi phiên đã đóng, tài khoản bị khóa."


def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks, then does it; by who keeps the account, not to oneself."""
    editor = get_object_or_404(Editor.objects.select_related("agency"), pk=pk)
    user: Any = request.user
    if not (user.has_perm(KEEP) and user.pk != pk and may_keep(user, editor)):
        raise PermissionDenied
    if request.method != "POST":
        context = {"editor": editor, "label": LABEL, "roles": roles_of(editor)}
        return render(request, "cms/desk/accounts/leave.html", context)
    let_go(editor, asked_at(request))
    messages.success(request, DONE.format(editor.named()))
    return redirect("wagtailusers_users:index")


@transaction.atomic
def let_go(editor: Editor, moment: Any) -> None:
    """Takes everything: roles, what he does for others and others for him, sessions, the agency; disables the account,
    which only the portal's administrator gives another agency."""
    record(LEFT, thing(editor), details={"roles": [group.name for group in editor.groups.all()]})
    take_all(editor, moment)
    editor.agency, editor.is_active, editor.is_superuser = None, False, False
    editor.save(update_fields=["agency", "is_active", "is_superuser"])
    end_sessions(editor)


def buttons(user: Editor, request_user: Editor) -> Iterator[Button]:
    """For each line of the list of accounts but one's own."""
    if user.pk != request_user.pk and user.pk in numbers_kept(request_user):
        yield Button(LABEL, reverse(LEAVE, args=[user.pk]), icon_name="logout", priority=45)


def addresses() -> list[URLPattern]:
    """Below the desk's."""
    return [path("tai-khoan/<int:pk>/roi-co-quan/", never_cache(leave), name=LEAVE)]

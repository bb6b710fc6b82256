"""“Liên kết đặt mật khẩu”: who keeps an account makes a link and hands it over; the person sets the password."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin.widgets.button import Button

from agencies.day import asked_at
from cms.access.accounts import KEEP, may_keep, numbers_kept
from cms.models import Editor, KeyKind
from cms.sign_in.keys.acts import hindrance, is_unused
from cms.sign_in.keys.links import HOURS, make_link
from cms.sign_in.keys.telling import write_to
from cms.sign_in.keys.views import TAKE

LABEL = "Liên kết đặt mật khẩu"
LINK = "account_link"
DISABLED = "Tài khoản này đang bị khóa, liên kết sẽ không dùng được: hãy mở khóa trước."


class LinkView(View):
    """For who keeps the account, and not for his own."""

    editor: Editor

    def dispatch(self, request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponseBase:
        """Finds the account, or nothing."""
        self.editor = get_object_or_404(Editor, pk=pk)
        is_his = request.user.pk != pk and may_keep(request.user, self.editor)
        if not (request.user.has_perm(KEEP) and is_his):
            raise PermissionDenied
        return super().dispatch(request, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """What it is, and a button."""
        return self._show(request)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Makes a link; its address is told this once."""
        if self._hindrance(request):
            return self._show(request)
        act, secret = make_link(self.editor, request.user, asked_at(request))
        write_to(self.editor.email, act)
        address = settings.WAGTAILADMIN_BASE_URL + reverse(TAKE, args=[secret])
        return self._show(request, made=act, address=address)

    def _hindrance(self, request: HttpRequest) -> str:
        if not self.editor.is_active:
            return DISABLED
        return hindrance(KeyKind.LINK, self.editor, request.user, asked_at(request))

    def _show(self, request: HttpRequest, **more: Any) -> HttpResponse:
        context = {
            "editor": self.editor,
            "label": LABEL,
            "hours": HOURS,
            "is_new": is_unused(self.editor),
            "hindrance": self._hindrance(request),
        }
        return render(request, "cms/desk/accounts/link.html", context | more)


def buttons(user: Editor, request_user: Editor) -> Iterator[Button]:
    """For each line of the list of accounts but one's own."""
    if user.pk != request_user.pk and user.pk in numbers_kept(request_user):
        yield Button(LABEL, reverse(LINK, args=[user.pk]), icon_name="link", priority=38)


def addresses() -> list[URLPattern]:
    """Below the desk's."""
    return [path("tai-khoan/<int:pk>/lien-ket-mat-khau/", never_cache(LinkView.as_view()), name=LINK)]

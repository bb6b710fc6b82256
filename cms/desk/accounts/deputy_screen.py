"""“Người thay khi vắng”: who stands in for somebody, and a form to make another deputy; it ends by itself, or here."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button

from agencies.day import asked_at
from cms.access.accounts import KEEP, may_keep, numbers_kept
from cms.access.deputies.days import make, of_interest, stop
from cms.desk.accounts.deputy_form import DeputyForm
from cms.models import Editor

LABEL = "Người thay khi vắng"
DEPUTIES, STOP = "deputies", "stop_deputy"


class _OfAccount(View):
    """Lets in who keeps the account."""

    editor: Editor

    def dispatch(self, request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponseBase:
        """Finds the account, or nothing."""
        self.editor = get_object_or_404(Editor.objects.select_related("agency"), pk=pk)
        if not (request.user.has_perm(KEEP) and may_keep(request.user, self.editor)):
            raise PermissionDenied
        return super().dispatch(request, **kwargs)


class DeputiesView(_OfAccount):
    """The screen."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """With an empty form."""
        return self._show(request, self._form(request))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Makes a deputy."""
        form = self._form(request, request.POST)
        if not form.is_valid():
            return self._show(request, form)
        made = make(form.wish(), self._by(request), asked_at(request))
        messages.success(request, f"Đã cử: {made}.")
        return redirect(DEPUTIES, self.editor.pk)

    def _form(self, request: HttpRequest, *given: Any) -> DeputyForm:
        return DeputyForm(*given, absent=self.editor, by=self._by(request), moment=asked_at(request))

    def _by(self, request: HttpRequest) -> Any:
        return request.user

    def _show(self, request: HttpRequest, form: DeputyForm) -> HttpResponse:
        context = {"editor": self.editor, "form": form, "rows": of_interest(self.editor), "label": LABEL}
        return render(request, "cms/desk/accounts/deputies.html", context)


class StopView(_OfAccount):
    """Ends it before its day: of somebody whom, or whose deputy, one keeps."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, deputising: int) -> HttpResponse:
        """Back to the screen."""
        row = get_object_or_404(of_interest(self.editor), pk=deputising)
        if stop(row, asked_at(request)):
            messages.success(request, f"Đã cho thôi: {row}. Quyền thay đã hết ngay.")
        return redirect(DEPUTIES, self.editor.pk)


def buttons(user: Editor, request_user: Editor) -> Iterator[Button]:
    """For each line of the list of accounts."""
    if user.pk in numbers_kept(request_user):
        yield Button(LABEL, reverse(DEPUTIES, args=[user.pk]), icon_name="group", priority=35)


def addresses() -> list[URLPattern]:
    """Below the desk's."""
    return [
        path("tai-khoan/<int:pk>/nguoi-thay/", never_cache(DeputiesView.as_view()), name=DEPUTIES),
        path("tai-khoan/<int:pk>/nguoi-thay/<int:deputising>/thoi/", StopView.as_view(), name=STOP),
    ]

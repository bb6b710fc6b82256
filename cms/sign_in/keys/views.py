"""Where such a link leads: whoever has it sets the password of its account."""

from allauth.account.forms import ResetPasswordKeyForm
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from agencies.day import asked_at
from cms.sign_in.keys.links import link_of, use
from pages.visitors.fair_share import is_beyond_its_share

TAKE = "take_key"
DONE = "Đã đặt mật khẩu. Hãy đăng nhập bằng mật khẩu mới."
_MOST, _SPAN = 30, 900


@never_cache
@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, secret: str) -> HttpResponse:
    """Asking opens the form and uses nothing up, since messengers ask by themselves; sending a password does."""
    link = None if is_beyond_its_share(request, "account_links", _MOST, _SPAN) else link_of(secret, asked_at(request))
    if link is None:
        return render(request, "cms/sign_in/key_gone.html", status=404)
    form = ResetPasswordKeyForm(request.POST or None, user=link.editor, temp_key=None)
    if not form.is_valid():
        return render(request, "cms/sign_in/key_link.html", {"form": form, "editor": link.editor})
    if use(link, form.cleaned_data["password1"], asked_at(request)):
        messages.success(request, DONE)
    return redirect("account_login")

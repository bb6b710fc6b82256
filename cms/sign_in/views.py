"""One sign-in screen for both desks, and the way out."""

from typing import Any

from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView, LogoutView
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from cms.demo.editors import EDITORS, PASSWORD
from cms.sign_in.factor.required import is_demonstration
from cms.sign_in.idle import COOKIE
from cms.sign_in.places import led_to


class SignInView(LoginView):
    """Asks for name and password; who has signed in already is led on."""

    template_name = "cms/sign_in/sign_in.html"

    def get_authenticated_redirect_url(self) -> str:
        """His own place, or what he asked for."""
        return led_to(self.request.user, self.get_next_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the demonstration's accounts, where they work as they are."""
        shown = {"accounts": EDITORS, "password": PASSWORD} if is_demonstration(self.request) else None
        return super().get_context_data(**kwargs) | {
            "demonstration": shown,
            "province": settings.OIDC_URL and settings.OIDC_NAME,
        }


class KeySignInView(LoginWebAuthnView):
    """Signs in by a key alone, which has asked for its PIN or for a finger: that is two factors."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Leads to what was asked for."""
        key = form.cleaned_data["credential"]
        login = Login(user=key.user, redirect_url=get_next_redirect_url(self.request))
        return perform_passwordless_login(self.request, key, login)


class LeaveView(LogoutView):
    """Signs out; the browser forgets what it has kept of the screens, so that nobody sees them by going back."""

    template_name = "cms/sign_in/leave.html"

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """To the sign-in screen, which leads the next person to where this one was if that is his to open."""
        wanted = self.get_next_url()
        self.logout()
        door = reverse("account_login")
        response = HttpResponseRedirect(self.passthrough_next_url(door) if wanted else door)
        response["Clear-Site-Data"] = '"cache", "storage"'
        response.delete_cookie(COOKIE)
        return response


def former_door(request: HttpRequest) -> HttpResponse:
    """The doors that there were before lead to the one that there is, with the address that was asked for."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponseRedirect(reverse("account_login") + (f"?{query}" if query else ""))

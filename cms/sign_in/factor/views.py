"""allauth's screens for the second factor, in the portal's look and under the rules of `cms.sign_in.tries`."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.views import AuthenticateView, IndexView, ReauthenticateView
from allauth.mfa.recovery_codes.views import (
    DownloadRecoveryCodesView,
    GenerateRecoveryCodesView,
    ViewRecoveryCodesView,
)
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    EditWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic.base import TemplateResponseMixin, View

from cms.access.deputies.telling import deputies_in_words
from cms.models import Editor
from cms.sign_in.factor.required import FACTORS, WANTED, is_required, note_passed
from cms.sign_in.places import led_to
from cms.sign_in.refusal import wait_until
from cms.sign_in.sessions.own import end_sessions, own_sessions
from cms.sign_in.tries import open_again, try_of
from cms.sign_in.work import who


class SecondStepView(AuthenticateView):
    """Asks for the second factor after the password."""

    template_name = "cms/sign_in/second_step.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Waits when too many tries were wrong."""
        waiting = _waiting(request, self.stage.login.user)
        return waiting or super().post(request, *args, **kwargs)


class SecondStepAgainView(ReauthenticateView):
    """Asks for the code of who has signed in."""

    template_name = "cms/sign_in/again_code.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Waits when too many tries were wrong."""
        return _waiting(request, who(request)) or super().post(request, *args, **kwargs)


class KeyAgainView(ReauthenticateWebAuthnView):
    """Asks for the key of who has signed in."""

    template_name = "cms/sign_in/again_key.html"


class AccountView(IndexView):
    """One's own account: the second factor, the password, where one is signed in."""

    template_name = "cms/sign_in/account.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What there is and whether it is asked for."""
        user = who(self.request)
        told = {"sessions": own_sessions(self.request, user), "deputies": deputies_in_words(user)}
        return super().get_context_data(**kwargs) | _state(self.request) | told


class NewCodesView(GenerateRecoveryCodesView):
    """Makes new recovery codes; the old ones are void."""

    template_name = "cms/sign_in/codes_new.html"


class CodesView(ViewRecoveryCodesView):
    """Shows the recovery codes that are left."""

    template_name = "cms/sign_in/codes.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the way on to where one wanted to go."""
        return super().get_context_data(**kwargs) | _state(self.request)


class CodesFileView(DownloadRecoveryCodesView):
    """The same as a file."""

    template_name = "cms/sign_in/codes.txt"


class _SetUp(TemplateResponseMixin, View):
    """A screen by which somebody gets a factor: it has just been shown."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Passes. His other sessions end: they were opened without it."""
        response = super().form_valid(form)  # type: ignore[misc]  # of the view that this one stands before
        note_passed(self.request, who(self.request))
        end_sessions(who(self.request), spare=self.request.session.session_key)
        return response


class AddApplicationView(_SetUp, ActivateTOTPView):
    """An application that makes codes is set up."""

    template_name = "cms/sign_in/application.html"


class RemoveApplicationView(DeactivateTOTPView):
    """It is given up."""

    template_name = "cms/sign_in/application_off.html"


class AddKeyView(_SetUp, AddWebAuthnView):
    """A key is added."""

    template_name = "cms/sign_in/key.html"


class NameKeyView(EditWebAuthnView):
    """A key is named."""

    template_name = "cms/sign_in/key_name.html"


class RemoveKeyView(RemoveWebAuthnView):
    """A key is given up, unless it is the last factor of who has to have one."""

    template_name = "cms/sign_in/key_off.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """Says why not."""
        adapter = get_adapter()
        if adapter.can_delete_authenticator(self.get_object()):
            return super().form_valid(form)
        messages.error(self.request, adapter.error_messages["cannot_delete_authenticator"])
        return redirect("mfa_index")


def _waiting(request: HttpRequest, user: Editor) -> HttpResponse | None:
    opens = open_again(try_of(request, user.get_username()))
    return wait_until(request, opens) if opens else None


def _state(request: HttpRequest) -> dict[str, Any]:
    user = who(request)
    return {
        "has_factor": is_mfa_enabled(user, FACTORS),
        "needs_factor": is_required(user),
        "onward": led_to(user, request.session.get(WANTED)),
    }

"""What allauth asks of this portal about the province's accounts: each belongs to one that an administrator made."""

from collections.abc import Mapping
from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect, render
from requests import RequestException

from cms.models import Editor
from cms.sign_in.factor.required import FACTORS, note_passed
from cms.sign_in.province.answers import provider_is_down

Claims = Mapping[str, Any]
NOT_CONFIRMED = "Chưa đăng nhập được bằng tài khoản của tỉnh: lời xác nhận không khớp hoặc đã quá hạn. Xin thử lại."
CANCELLED = "Bạn đã dừng đăng nhập bằng tài khoản của tỉnh."


class ProvinceAdapter(DefaultSocialAccountAdapter):
    """Named by SOCIALACCOUNT_ADAPTER."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Nobody gets an account by the provider alone."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Finds whose account it is: known by its subject, or once by an address that the provider has verified. That
        once the second factor of the account itself is asked for, where it has one: an address is an administrator's to
        write."""
        said = sociallogin.account.extra_data
        claims = said.get("id_token", {})
        if claims.get("sub") != said.get("userinfo", claims).get("sub"):
            _refuse(request, NOT_CONFIRMED)
        is_first = not sociallogin.is_existing
        if is_first:
            sociallogin.connect(request, _account_of(request, {**claims, **said.get("userinfo", {})}))
        if counts_as_second_factor(claims) and not (is_first and is_mfa_enabled(sociallogin.user, FACTORS)):
            note_passed(request, sociallogin.user)

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Exception | None = None, **_more: Any
    ) -> None:
        """Says in words what went wrong."""
        if isinstance(exception, RequestException):
            raise ImmediateHttpResponse(provider_is_down(request))
        _refuse(request, CANCELLED if error == AuthError.CANCELLED else NOT_CONFIRMED)


def counts_as_second_factor(claims: Claims) -> bool:
    """Whether the provider says (RFC 8176 `amr`, or `acr`) that it asked for one that the settings accept."""
    methods = claims.get("amr") or []
    said = {claims.get("acr"), *([methods] if isinstance(methods, str) else methods)}
    return bool(said & settings.OIDC_SECOND_FACTOR)


def _account_of(request: HttpRequest, claims: Claims) -> Editor:
    """The one account that bears the verified address; of two, or of none, nothing is guessed."""
    address = claims.get("email") if claims.get("email_verified") is True else None
    found = list(Editor.objects.filter(email__iexact=address)[:2]) if address else []
    if len(found) != 1:
        shown = {"address": claims.get("email"), "is_verified": bool(address)}
        raise ImmediateHttpResponse(render(request, "cms/sign_in/unknown.html", shown, status=403))
    return found[0]


def _refuse(request: HttpRequest, words: str) -> NoReturn:
    messages.error(request, words)
    raise ImmediateHttpResponse(redirect("account_login"))

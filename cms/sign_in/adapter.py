"""What allauth asks of this portal about accounts: nobody makes one himself, and everybody is led to his place."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cms.models import Editor
from cms.sign_in.idle import has_just_begun
from cms.sign_in.places import led_to, place_of
from cms.sign_in.sentences import ACCOUNT, DONE, WAYS
from cms.sign_in.work import who
from pages.visitors.clients import network_of


class AccountAdapter(DefaultAccountAdapter):
    """Named by ACCOUNT_ADAPTER."""

    error_messages = DefaultAccountAdapter.error_messages | ACCOUNT

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by administrators."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The person's own desk."""
        return place_of(who(request))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """One's own account."""
        return reverse("mfa_index")

    def post_login(self, request: HttpRequest, user: Editor, *, redirect_url: str | None, **more: Any) -> HttpResponse:
        """Leads to what was asked for, if it is his to open."""
        return super().post_login(request, user, redirect_url=led_to(user, redirect_url), **more)

    def respond_user_inactive(self, request: HttpRequest, user: Editor) -> HttpResponse:
        """Says that the account is disabled, and since when nobody used it if that is why."""
        return render(request, "cms/sign_in/inactive.html", {"unused_at": user.unused_at})

    def get_login_stages(self) -> list[str]:
        """With our own for the second factor."""
        theirs, ours = "allauth.mfa.stages.AuthenticateStage", "cms.sign_in.factor.stage.FactorStage"
        return [ours if stage == theirs else stage for stage in super().get_login_stages()]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Who has just signed in is not asked again before he sets up a second factor."""
        return not has_just_begun(self.request) and super().is_reauthentication_required(app=app, **kwargs)

    def get_reauthentication_methods(self, user: Editor | AnonymousUser) -> list[dict]:
        """As allauth's, with their names."""
        return [{**way, "description": WAYS[way["id"]]} for way in super().get_reauthentication_methods(user)]

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **more: Any
    ) -> None:
        """Says in Vietnamese what was done."""
        if text := more.get("message") or DONE.get(message_template or ""):
            messages.add_message(request, level, text)

    def get_client_ip(self, request: HttpRequest) -> str:
        """As the whole portal reads it."""
        return network_of(request)

"""Hears of second factors: a wrong one counts as a wrong password does, a right one opens the desks."""

from typing import Any

from allauth.mfa.signals import authentication_failed, authenticator_used
from django.http import HttpRequest

from audit.listening.sign_in import wrong_factor
from cms.models import Editor
from cms.sign_in.factor.required import note_passed
from cms.sign_in.tries import note_wrong, try_of


def connect() -> None:
    """Connecting twice changes nothing."""
    authentication_failed.connect(_count, dispatch_uid="cms.sign_in.factor.failed")
    authenticator_used.connect(_pass, dispatch_uid="cms.sign_in.factor.used")


def _count(sender: Any, request: HttpRequest, user: Editor, **_more: Any) -> None:
    note_wrong(try_of(request, user.get_username()))
    wrong_factor(user)


def _pass(sender: Any, request: HttpRequest, user: Editor, **_more: Any) -> None:
    note_passed(request, user)

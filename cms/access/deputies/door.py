"""Before anything else is asked of somebody who has signed in: whether what he may do for others begins or ends today.

So no right is left standing by a machine that was off at midnight, and none is missed.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import pre_delete
from django.http import HttpRequest, HttpResponse

from agencies.day import asked_at, local_day
from cms.access.deputies.days import turn
from cms.access.deputies.lending import level
from cms.models import Deputising, Editor


class DeputiesMiddleware:
    """Middleware, behind those that know who signed in and who acts, before those that ask for rights. It costs no
    question on a day on which nothing turns."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Only staff have a session."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            _look(request.user, request)
        return self.get_response(request)


def connect() -> None:
    """Connecting twice changes nothing."""
    user_logged_in.connect(_signed_in, dispatch_uid="cms.access.deputies.signed_in")
    pre_delete.connect(_deleting, sender=Deputising, dispatch_uid="cms.access.deputies.deleting")


def _signed_in(request: HttpRequest, user: Editor, **_more: Any) -> None:
    _look(user, request)


def _look(user: Any, request: HttpRequest) -> None:
    moment = asked_at(request)
    if user.rights_turn_on and user.rights_turn_on <= local_day(moment):
        turn(user, moment)


def _deleting(instance: Deputising, **_more: Any) -> None:
    """An account that goes takes what was lent in its name along."""
    Deputising.objects.filter(pk=instance.pk).update(begun_at=None)
    level(instance.deputy)

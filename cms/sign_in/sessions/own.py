"""One's own sessions: where they are, since when, last seen; and their end, one by one or everywhere.

They are read from the table of sessions itself, so that none can be forgotten in the list.
"""

import datetime
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from audit.listening.sign_in import sessions_ended
from cms.models import Editor
from cms.sign_in.idle import BEGAN, is_work
from cms.sign_in.sessions.binding import BOUND
from pages.impatience import impatient
from pages.visitors.clients import nameless

SEEN = "seen_at"  # in the session: seconds since 1970
SEEN_EVERY = 600  # seconds between two notes of it
_WAIT = 500  # milliseconds

GetResponse = Callable[[HttpRequest], HttpResponse]


@dataclass(frozen=True)
class OwnSession:
    """A line of the list; `name` is what a form calls it by and says nothing of its key."""

    name: str
    browser: str
    network: str
    began: datetime.datetime
    seen: datetime.datetime
    is_this: bool


class SeenMiddleware:
    """Notes every ten minutes that a session is worked in; if the database takes it at once."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Only staff have a session."""
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated and is_work(request):
            _note_seen(request, int(timezone.now().timestamp()))
        return response


def own_sessions(request: HttpRequest, user: Editor) -> list[OwnSession]:
    """The newest first."""
    lines = [_line(session, data, request) for session, data in _sessions_of(user)]
    return sorted(lines, key=lambda line: line.seen, reverse=True)


def end_session(user: Editor, name: str) -> bool:
    """Ends the one of that name; whether there was one."""
    found = [session for session, _ in _sessions_of(user) if constant_time_compare(_name(session.session_key), name)]
    return bool(_end(user, {session.session_key for session in found}))


def end_sessions(user: Editor, spare: str | None = None) -> int:
    """Ends all sessions of somebody, wherever they are, but the one of the key `spare`; how many."""
    keys = {session.session_key for session, _ in _sessions_of(user)} - {spare}
    return _end(user, keys)


@transaction.atomic
def _end(user: Editor, keys: Collection[str | None]) -> int:
    count: int = Session.objects.filter(session_key__in=keys).delete()[0]
    sessions_ended(user, count)
    return count


def _sessions_of(user: Editor) -> Iterator[tuple[Session, dict[str, Any]]]:
    """Each with what is in it. Reads all sessions: those of staff, since citizens have none."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        data = session.get_decoded()
        if data.get(SESSION_KEY) == str(user.pk):
            yield session, data


def _line(session: Session, data: dict[str, Any], request: HttpRequest) -> OwnSession:
    bound = data.get(BOUND) or {"browser": "", "networks": [""]}
    began = data.get(BEGAN, 0)
    return OwnSession(
        name=_name(session.session_key),
        browser=bound["browser"],
        network=_network_in_words(bound["networks"][0]),
        began=_moment(began),
        seen=_moment(data.get(SEEN, began)),
        is_this=session.session_key == request.session.session_key,
    )


def _name(session_key: str) -> str:
    return nameless("sign_in.session", session_key)


def _moment(seconds: int) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(seconds, tz=datetime.UTC)


def _network_in_words(network: str) -> str:
    """“203.113.…”: as much of it as one needs to know one's own place again."""
    address = network.partition("/")[0]
    if "." in address:
        return ".".join([*address.split(".")[:2], "…"])
    return address.replace("::", ":…")


def _note_seen(request: HttpRequest, now: int) -> None:
    if request.session.modified or now - request.session.get(SEEN, request.session.get(BEGAN, now)) < SEEN_EVERY:
        return
    request.session[SEEN] = now
    try:
        with impatient(_WAIT):
            request.session.save()
    except (DatabaseError, UpdateError):  # the second, where the session is gone meanwhile
        pass
    request.session.modified = False

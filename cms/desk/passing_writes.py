"""Writes by which only looking at the desk could fail: who has a page open, whose comments somebody follows, a
new account's profile, the last sign-in. What the database does not take within a moment is left out; the next request
that needs it writes it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.auth.models import update_last_login
from django.contrib.auth.signals import user_logged_in
from django.db import DatabaseError, models
from wagtail.admin.models import EditingSession, EditingSessionManager
from wagtail.models import PageSubscription
from wagtail.users.models import UserProfile

from cms.models import Editor
from pages.impatience import impatient

WAIT = 500  # milliseconds: longer than a portion of an import holds the database


class _PassingRows(models.Manager):
    """Rows that are made when a screen is first looked at; not kept, they serve this one request."""

    def get_or_create(self, defaults: Mapping[str, Any] | None = None, **lookup: Any) -> tuple[Any, bool]:
        """The row and whether it is new, as Django's own."""
        if held := self.filter(**lookup).first():
            return held, False
        row = self.model(**lookup, **(defaults or {}))
        return row, _done(row.save)


class _PassingSessions(EditingSessionManager):
    """Editing sessions that are noted if that can be done at once."""

    def create(self, **values: Any) -> EditingSession:
        """The session, without a number where it could not be kept: the page's next sign of life keeps it then."""
        session = self.model(**values)
        if not _done(lambda: self._keep(session)):
            session.pk = 0
        return session

    def _keep(self, session: EditingSession) -> None:
        self.stale().delete()
        session.save(force_insert=True)


def _no_cleaning() -> None:
    """Old sessions are forgotten with the new one, in the same moment."""


def _last_signed_in(sender: type[Editor], user: Editor, **_more: Any) -> None:
    _done(lambda: update_last_login(sender, user))


def _done(write: Callable[[], object]) -> bool:
    try:
        with impatient(WAIT):
            write()
    except DatabaseError:
        return False
    return True


def _manage(model: type[models.Model], manager: models.Manager) -> None:
    """Puts the manager in the place of the model's `objects`: of two of one name Django would take the older."""
    model._meta.local_managers = [each for each in model._meta.local_managers if each.name != "objects"]
    manager.contribute_to_class(model, "objects")


def connect() -> None:
    """Puts these in the place of Wagtail's and Django's own; connecting twice changes nothing."""
    _manage(EditingSession, _PassingSessions())
    EditingSession.cleanup = _no_cleaning
    for model in (PageSubscription, UserProfile):
        _manage(model, _PassingRows())
    user_logged_in.disconnect(dispatch_uid="update_last_login")
    user_logged_in.connect(_last_signed_in, dispatch_uid="update_last_login")

"""Signing in and out, and wrong tries. What is typed as a name may be a password, so it is written down only where an
account has it."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out

from audit.acting import acting, actor_of
from audit.recording import record, record_if_possible
from audit.things import NOTHING, Thing, thing

SIGN_IN, SIGN_OUT, WRONG, REFUSED = "sign_in", "sign_out", "sign_in.wrong", "sign_in.refused"
WRONG_FACTOR, ENDED, FOREIGN = "sign_in.wrong_factor", "session.end", "session.foreign"


def connect() -> None:
    """Starts listening; a session that no door knows (of a test, of a command) is nobody's."""
    user_logged_in.connect(_signed_in, dispatch_uid="audit.sign_in")
    user_logged_out.connect(_signed_out, dispatch_uid="audit.sign_out")


def wrong_try(name: str, is_refused: bool = False) -> None:
    """A wrong password for what was typed as a name; `is_refused`: it was not looked at, after too many."""
    record_if_possible(REFUSED if is_refused else WRONG, _account(name))


def wrong_factor(user: Any) -> None:
    """A wrong code or key behind the right password of an account."""
    record_if_possible(WRONG_FACTOR, thing(user))


def sessions_ended(user: Any, count: int) -> None:
    """So many sessions of an account were ended from another place; of none nothing is told."""
    if count:
        record(ENDED, thing(user), details={"removed": count})


def used_elsewhere(user: Any) -> None:
    """A session was ended because its cookie came from another browser."""
    record_if_possible(FOREIGN, thing(user))


def _signed_in(user: Any, **_more: Any) -> None:
    if acting():
        record(SIGN_IN, thing(user), by=actor_of(user))


def _signed_out(user: Any, **_more: Any) -> None:
    if acting() and user is not None:
        record_if_possible(SIGN_OUT, thing(user), by=actor_of(user))


def _account(name: str) -> Thing:
    model = get_user_model()
    user = model._default_manager.filter(**{model.USERNAME_FIELD: name}).first()
    return thing(user) if user else NOTHING

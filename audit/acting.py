"""Who acts at this moment: somebody who came in at the desk, or a command. A door says it; whoever records asks.

Where neither door was passed (a reader's request, a thread that keeps something up to date) nobody acts.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from secrets import token_hex
from typing import Any


@dataclass(frozen=True, slots=True)
class Actor:
    """An account as it was: its number, its name, and the number of its agency."""

    key: int | None = None
    name: str = ""
    agency: int | None = None


NOBODY = Actor()


@dataclass(slots=True)
class Acting:
    """A way through a door. `actor` is asked when something is recorded, for a request may sign somebody in; `told`
    are the things of which something was recorded on this way; `mark` tells which rows of the log were
    written on it."""

    actor: Callable[[], Actor] = lambda: NOBODY
    address: Callable[[], str] = lambda: ""
    command: str = ""
    told: set[tuple[str, str]] = field(default_factory=set)
    mark: str = field(default_factory=partial(token_hex, 8))

    def is_somebody(self) -> bool:
        """Whether a member of staff or a command acts, not a reader."""
        return bool(self.command) or self.actor().key is not None


_acting: ContextVar[Acting | None] = ContextVar("audit.acting", default=None)


def acting() -> Acting | None:
    """The way that was taken here; None where no door was passed."""
    return _acting.get()


def somebody() -> Acting | None:
    """The same where it is staff's or a command's."""
    way = acting()
    return way if way and way.is_somebody() else None


@contextmanager
def passing(way: Acting) -> Iterator[Acting]:
    """Whatever is done inside is done on this way."""
    token = _acting.set(way)
    try:
        yield way
    finally:
        _acting.reset(token)


def actor_of(user: Any) -> Actor:
    """A signed-in account: "Lê Lan (lan)"; its name alone where the person's is not known."""
    if not getattr(user, "is_authenticated", False):
        return NOBODY
    account, person = user.get_username(), user.get_full_name()
    return Actor(user.pk, f"{person} ({account})" if person else account, getattr(user, "agency_id", None))

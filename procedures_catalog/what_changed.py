"""What a person says of a change that is being published: said around the saving of its page, for who notes the version
hears of it by a signal."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WhatChanged:
    """Of which procedure it is said (the id of its identity), the text ("" for none), whether the change is minor."""

    identity: int
    text: str = ""
    is_minor: bool = False


_said: ContextVar[WhatChanged | None] = ContextVar("what_changed", default=None)


@contextmanager
def saying(what: WhatChanged) -> Iterator[None]:
    """Whatever version of that procedure is noted within, of this thread, has this note."""
    token = _said.set(what)
    try:
        yield
    finally:
        _said.reset(token)


def said_of(identity: int) -> WhatChanged:
    """What was said of a procedure; nothing where nobody said anything."""
    said = _said.get()
    return said if said and said.identity == identity else WhatChanged(identity)

"""Why versions are noted: said by whoever makes the change, around it, for the noting hears of it by a signal."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_said: ContextVar[str] = ContextVar("because", default="")


@contextmanager
def because(basis: str) -> Iterator[None]:
    """Whatever is noted within, of this thread, is noted for this reason: a key of `version.BASES`."""
    token = _said.set(basis)
    try:
        yield
    finally:
        _said.reset(token)


def basis_said() -> str:
    """What was said; "" where nobody said anything."""
    return _said.get()

"""Writing by turns: an import holds SQLite's only place to write for moments, and others come to it between them.

SQLite knows no queue. Who waits looks again after a millisecond, then ever more rarely, at last every tenth of a
second; who comes anew looks a dozen times in the first quarter of a second and so passes all who wait. An import that
came back at once after each portion would win every time, so it comes only when it finds the place free after a rest
that is longer than theirs.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from django.db import OperationalError, connection, transaction

from pages.impatience import impatient

Item = TypeVar("Item")

#: The bounds of a turn's items, of which there are as many as the last turn lets expect to take LOCKED seconds, however
#: slow the machine is just then.
LEAST, MOST = 2, 200
LOCKED = 0.3
#: Seconds of a rest: longer than those who wait rest.
PAUSE = 0.12
#: Rests after which it comes even though others write all the time; from then on it waits as they do.
RESTS = 20


class Turns:
    """The turns of one writer; `clock` counts seconds."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, rest: Callable[[float], object] = time.sleep
    ) -> None:
        self._clock, self._rest = clock, rest
        self._held = 0.0

    def portions(self, items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
        """All the items in their order, each portion to be written in one turn; the first one has `size` items."""
        first = 0
        while first < len(items):
            yield items[first : first + size]
            first += size
            size = min(max(int(size * LOCKED / max(self._held, 0.001)), LEAST), 2 * size, MOST)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """A transaction of its own, after a rest. What is done after its commit does not count: others write then."""
        self._let_others_write()
        ended: list[float] = []
        with transaction.atomic():
            began = self._clock()
            transaction.on_commit(lambda: ended.append(self._clock()))
            yield
        self._held = (ended[0] if ended else self._clock()) - began

    def _let_others_write(self) -> None:
        if connection.vendor != "sqlite" or connection.in_atomic_block:
            return
        for _ in range(RESTS):
            self._rest(PAUSE)
            if _is_free():
                return


def _is_free() -> bool:
    """Whether nobody writes at this moment."""
    try:
        with impatient(0):
            return True
    except OperationalError:
        return False

"""When to stop asking a server that fails, and when to ask it again; knows no server."""

import threading
import time
from collections.abc import Callable


class Breaker:
    """Open after a failure: then only one question every `pause` seconds is let through, and the first that is answered
    closes it. Safe in every thread."""

    def __init__(self, pause: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._pause = pause
        self._clock = clock
        self._lock = threading.Lock()
        self._opened: float | None = None
        self._next_try = 0.0

    def allows(self) -> bool:
        """Whether to ask now; True while open is a try for which nobody else gets leave until the pause is over."""
        with self._lock:
            if self._opened is None:
                return True
            now = self._clock()
            if now < self._next_try:
                return False
            self._next_try = now + self._pause
            return True

    def failed(self) -> None:
        """A question was not answered."""
        with self._lock:
            now = self._clock()
            self._next_try = now + self._pause
            self._opened = now if self._opened is None else self._opened

    def succeeded(self) -> bool:
        """A question was answered; returns whether that is news."""
        with self._lock:
            was_open, self._opened = self._opened is not None, None
            return was_open

    def seconds_open(self) -> float | None:
        """For how long it has been open; None while it is closed."""
        with self._lock:
            return None if self._opened is None else self._clock() - self._opened

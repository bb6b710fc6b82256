"""Something to be done in the background: by one thread at a time, and once more when asked for meanwhile."""

import logging
import threading
from collections.abc import Callable

from django.db import connections

_logger = logging.getLogger(__name__)


class BackgroundTask:
    """Does `do` in a thread that ends when nobody asks for more. The process does not end before it; what was asked for
    in a forked process is done there."""

    def __init__(self, do: Callable[[], object]) -> None:
        self._do = do
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._is_wanted = False

    def want(self) -> None:
        """Asks for it; returns at once."""
        with self._lock:
            self._is_wanted = True
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._work, name="errand")
                self._thread.start()

    def wait(self) -> None:
        """Waits until nothing is being done."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        try:
            while self._takes():
                self._do()
        except Exception:
            with self._lock:
                self._thread = None  # whoever asks from now on starts another
            _logger.exception("Việc chạy nền bị dừng, sẽ làm lại lần sau.")
        finally:
            connections.close_all()

    def _takes(self) -> bool:
        """Whether there is something to do; if not, the next who asks starts another thread."""
        with self._lock:
            self._is_wanted, wanted = False, self._is_wanted
            if not wanted:
                self._thread = None
            return wanted

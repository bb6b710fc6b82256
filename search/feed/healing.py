"""An index that lost its file, is damaged or short is built anew by itself: in a process of its own, by one of all.

Whoever notices only starts that process (`manage.py heal_index`) and goes on. A lock that is a file keeps it alone: it
is handed from the one who starts to the process that works, and the system frees it when that one dies.
"""

import fcntl
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.conf import settings

PAUSE = 60.0  # seconds between two attempts, of all processes together
RETRY = 10.0  # seconds after the first attempt that came to no end: whoever was killed once is helped at once
FAILED_LATELY = 60.0  # seconds for which a question that was not answered speaks against an index
_logger = logging.getLogger(__name__)
Start = Callable[[str, int], object]


def want_healed(engine: str) -> None:
    """Has the index of an engine looked at and built anew if it needs it; returns at once and raises nothing."""
    if settings.SEARCH_HEALS_ITSELF:
        begin(engine, _in_another_process)


def begin(engine: str, start: Start) -> bool:
    """Calls `start` with the engine and the lock's file, open and held, unless somebody is at it or was a moment ago;
    returns whether it did. The file is as long as attempts came to no end one after the other."""
    path = _beside_index("healing", engine)
    last = _last_attempt(path)
    if last is not None and 0 <= time.time() - last < _pause(path):
        return False
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    except OSError as error:  # a disk that takes nothing could not take an index either
        _logger.warning("Không bắt đầu lập lại chỉ mục được: %s", error)
        return False
    try:
        return _is_first(handle, last) and _started(engine, handle, start)
    finally:
        os.close(handle)  # what was started has it open still


def _is_first(handle: int, last: float | None) -> bool:
    """Whether nobody else is at it, or was since the last attempt that we know of."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return last is None or os.fstat(handle).st_mtime == last


def _started(engine: str, handle: int, start: Start) -> bool:
    os.utime(handle)
    with suppress(OSError):
        os.write(handle, b".")
    try:
        start(engine, handle)
    except OSError as error:
        _logger.warning("Không bắt đầu lập lại chỉ mục được: %s", error)
        return False
    return True


def note_end(engine: str) -> None:
    """Says that an attempt came to its end, whatever that was."""
    with suppress(OSError):
        os.truncate(_beside_index("healing", engine), 0)


def is_being_healed(engine: str) -> bool:
    """Whether a process is building the index of an engine anew just now."""
    try:
        handle = os.open(_beside_index("healing", engine), os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False


def reason(engine: str) -> str:
    """What was found wrong with the index of an engine and has not been mended yet; "" for nothing."""
    try:
        return _beside_index("ailing", engine).read_text("utf-8")
    except OSError:
        return ""


def note_reason(engine: str, text: str) -> None:
    """Keeps what is wrong where every process finds it, or lets go of it ("") and of the question that failed."""
    path = _beside_index("ailing", engine)
    with suppress(OSError):
        if text:
            path.write_text(text, "utf-8")
        else:
            path.unlink(missing_ok=True)
            _beside_index("failed", engine).unlink(missing_ok=True)


def note_failure(engine: str) -> None:
    """Keeps where every process finds it that an index did not answer a question just now."""
    with suppress(OSError):
        _beside_index("failed", engine).touch()


def failed_lately(engine: str) -> bool:
    """Whether a question was not answered in the last minute and nobody has found the index sound since."""
    last = _last_attempt(_beside_index("failed", engine))
    return last is not None and time.time() - last < FAILED_LATELY


def _beside_index(what: str, engine: str) -> Path:
    return Path(settings.SEARCH_INDEX_FILE).with_name(f"search-{what}-{engine}")


def _pause(path: Path) -> float:
    """How long to wait after the last attempt: not long where it was killed, as ever where the next one was, too."""
    try:
        return RETRY if path.stat().st_size == 1 else PAUSE
    except OSError:
        return PAUSE


def _last_attempt(path: Path) -> float | None:
    try:
        return path.stat().st_mtime
    except OSError:
        return None


def _in_another_process(engine: str, lock: int) -> None:
    command = [sys.executable, "-m", "django", "heal_index", engine]
    process = subprocess.Popen(  # noqa: S603 - words from this file
        command, cwd=settings.PROJECT_DIR, pass_fds=[lock], stdin=subprocess.DEVNULL
    )
    threading.Thread(target=process.wait, name="healing", daemon=True).start()  # so that nothing is left of it
    _logger.warning("Chỉ mục tìm kiếm %s có vấn đề, đang xem và lập lại (tiến trình %s).", engine, process.pid)

"""Another day for a process that a test starts: it lives by a clock that goes on from that moment, nothing else does.

libfaketime stands between the process and the machine's clock (Debian's package `faketime`).
"""

import time
from datetime import datetime
from pathlib import Path

from tests.parts import missing

PLACES = ("usr/lib/*/faketime/libfaketimeMT.so.1", "usr/local/lib/faketime/libfaketimeMT.so.1")


def ahead(moment: datetime) -> float:
    """By how many seconds a moment is ahead of the true time, below zero where it is over."""
    return moment.timestamp() - time.time()


def living_from(moment: datetime) -> dict[str, str]:
    """What a process is told in its environment for which it is this moment when it starts."""
    return {"LD_PRELOAD": _library(), "FAKETIME": f"{ahead(moment):+.0f}", "TZ": "UTC"}


def _library() -> str:
    found = [str(path) for place in PLACES for path in Path("/").glob(place)]
    if not found:
        missing("libfaketime (gói Debian: faketime)")
    return found[0]

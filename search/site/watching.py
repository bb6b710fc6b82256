"""Looks at the indexes now and then while the portal answers anything, so that they heal before somebody searches."""

import time
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.signals import request_finished

from search.site.health import search_health

INTERVAL = 30.0  # seconds between two looks of one process


@dataclass
class _Last:
    """When this process looked (monotonic seconds)."""

    at: float = -INTERVAL


_last = _Last()


def connect() -> None:
    """Starts watching; connecting twice changes nothing."""
    request_finished.connect(look, dispatch_uid="search.site.watching")


def look(**_kwargs: Any) -> None:
    """Receiver: an answer was sent, so that nobody waits for this. What ails begins to heal."""
    if settings.SEARCH_HEALS_ITSELF and time.monotonic() - _last.at >= INTERVAL:
        _last.at = time.monotonic()
        search_health()

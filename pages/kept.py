"""Keeps what is gathered for many readers until something that it shows changes, or the day does.

Counting 5,652 procedures by level, field and agency takes longer than all the rest of a page together, and most visits
meet a portal in which nothing has changed.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.core.cache import cache

from consequences.registry import touched
from consequences.touched import Touched
from pages.models import ShownChange

A_DAY = 86_400  # seconds


def kept_key(on: date) -> str:
    """The name under which something may be kept that is true on a day as long as nothing changes. One query."""
    return f"{ShownChange.stamp()}.{on}"


def kept(gather: Mapping[str, Callable[[], Any]], on: date) -> dict[str, Any]:
    """Name → what its function gives, gathered anew after a change or on another day. One query when all is kept."""
    key = kept_key(on)
    return {name: cache.get_or_set(f"kept.{key}.{name}", function, A_DAY) for name, function in gather.items()}


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    touched.connect(_renew, dispatch_uid="pages.kept")


def _renew(what: Touched, **_kwargs: Any) -> None:
    """What was kept holds no more, in any process."""
    if what.pages or what.lists or what.files:
        ShownChange.note()

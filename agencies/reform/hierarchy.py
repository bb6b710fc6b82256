"""The rule that nobody is their own superior."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def goes_round(start: Key, parent_of: Mapping[Key, Key | None]) -> bool:
    """Whether climbing from `start` comes back to it; a circle higher up is not its fault."""
    seen: set[Key] = set()
    here = parent_of.get(start)
    while here is not None and here not in seen:
        if here == start:
            return True
        seen.add(here)
        here = parent_of.get(here)
    return False

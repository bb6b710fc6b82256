"""The initials of all names that can be found: read when the first question needs them, once a process."""

import uuid

from search.question.initials import Initials
from search.words.known_names import all_names

_remembered: dict[uuid.UUID, Initials] = {}  # at most one


def known_initials(version: uuid.UUID | None) -> Initials:
    """Those of a version of the stamp of names; made anew for None. About 0.3 s for 5,652 procedures."""
    if version is None:
        return Initials(all_names())
    kept = _remembered.get(version)  # at once: another thread may clear it
    if kept is None:
        kept = Initials(all_names())
        _remembered.clear()
        _remembered[version] = kept
    return kept

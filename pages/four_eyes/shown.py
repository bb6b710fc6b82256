"""The seal of a draft that a screen shows: what is done with it afterwards is done with those words and no others.

The number of a revision is not enough: a form that saves by itself writes another text under the same number.
"""

from collections.abc import Mapping
from typing import Any

from pages.four_eyes.text import HOURS, digest


def said_by(content: Mapping[str, Any] | None) -> tuple[str | None, list[Any]]:
    """What a revision holds, as short values: its text (None where there is no revision), and the hours that it would
    be published at."""
    return digest(content).hex() if content else None, [(content or {}).get(name) for name in HOURS]


def seal_of_draft(row: Any) -> str:
    """The number of the newest revision of a page or a row in hand, its text and its hours, in one line for a form;
    "0" where there is none. Reads the revision that the row has in hand, else one query."""
    newest = row.latest_revision
    if newest is None:
        return "0"
    text, hours = said_by(newest.content)
    return "-".join([str(newest.pk), text or "", *(str(hour) for hour in hours if hour)])


def is_as_shown(held: Any, seen: str) -> bool:
    """Whether the newest draft of a row as it is stored, best locked until the end of what is done, is the one that a
    screen gave the seal of."""
    return seal_of_draft(held) == seen

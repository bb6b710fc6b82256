"""How a fact of a procedure stands in a column of its page: what the raw value says, and what is written into it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from procedures_catalog.facts import streams


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """`read` makes the fact of a raw value, `write` the raw value of the fact.

    `is_stream` says that the raw value is the list of a StreamField, `is_long` that it may fill pages, so that lists of
    many procedures leave it out. Two shapes that do the same are still two.
    """

    read: Callable[[Any], Any]
    write: Callable[[Any], Any]
    is_stream: bool = False
    is_long: bool = False


def _same(value: Any) -> Any:
    return value


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text that say anything, one name each."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


#: A text on a line or two; a text of paragraphs; one that may be missing in another way than being empty.
TEXT = Shape(_same, _same)
LONG_TEXT = Shape(_same, _same, is_long=True)
OPTIONAL_TEXT = Shape(lambda text: text or None, _same, is_long=True)
#: A key of a closed list, and an address: compared by value, never by its words.
KEY = Shape(_same, _same)
URL = Shape(_same, _same)
FLAG = Shape(_same, _same)
LINES = Shape(lines_of, "\n".join)
#: Keys of a closed list, one a line.
KEYS = Shape(lines_of, "\n".join)
PAIRS = Shape(lambda mapping: tuple(sorted(mapping.items())), dict)
TEXTS = Shape(streams.texts_from_stream, streams.texts_to_stream, is_stream=True, is_long=True)
STEPS = Shape(streams.steps_from_stream, streams.steps_to_stream, is_stream=True, is_long=True)
CHANNELS = Shape(streams.channels_from_stream, streams.channels_to_stream, is_stream=True, is_long=True)
CASES = Shape(streams.cases_from_stream, streams.cases_to_stream, is_stream=True, is_long=True)
#: Rows of a table of their own, as `held.FactRows` has them; names are a list of texts where the province lays its own
#: over them.
NAMES = Shape(streams.texts_from_stream, streams.texts_to_stream)
ROWS = Shape(_same, _same)

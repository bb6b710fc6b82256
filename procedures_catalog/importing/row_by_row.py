"""Writes portions that are each whole; where one cannot be written, finds the row that is to blame and leaves out that
row alone, so that no row stands in the way of the others, of this import or of a later one."""

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError

from pages.turns import Turns

Item = TypeVar("Item")
#: Makes ready what needs no turn, while others may write, and returns what is left to do in one: it writes and says how
#: many rows of the database.
Prepare = Callable[[Sequence[Item]], Callable[[], int]]

#: What a row's own content may bring about. A full disk or a database that is gone is nobody's row's fault.
FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
          DataError, IntegrityError, ValidationError)  # fmt: skip
_log = logging.getLogger(__name__)


def write_portions(
    items: Sequence[Item],
    first: int,
    turns: Turns,
    prepare: Prepare[Item],
    refuse: Callable[[Item, str], object],
) -> Iterator[tuple[int, int]]:
    """Writes all items by turns, `first` of them in the first; yields for each portion how many rows of the database
    it wrote and how many items it had. `refuse` hears of each item that could not be written, and why."""
    for portion in turns.portions(items, first):
        yield _written(portion, turns, prepare, refuse), len(portion)


def _written(
    portion: Sequence[Item],
    turns: Turns,
    prepare: Prepare[Item],
    refuse: Callable[[Item, str], object],
) -> int:
    try:
        write = prepare(portion)
        with turns.turn():
            return write()
    except FAULTS as fault:
        if len(portion) == 1:
            _log.exception("A row could not be written")
            refuse(
                portion[0], f"phần mềm không ghi được dòng này ({type(fault).__name__}); các dòng khác vẫn được nhập"
            )
            return 0
    half = len(portion) // 2
    return sum(_written(part, turns, prepare, refuse) for part in (portion[:half], portion[half:]))

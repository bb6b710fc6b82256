"""Puts every procedure onto the shelf of its owner, in portions that are each whole."""

from collections.abc import Callable
from typing import Any

from pages.shelves.moving import move_to_owners
from pages.shelves.placing import put_addresses_right
from pages.turns import Turns
from procedures_catalog.models import ProcedureIndexPage
from procedures_catalog.shelves.owners import misplaced, owner_table
from procedures_catalog.shelves.shelves import Shelves

MOVED_FIRST = 100
Advance = Callable[[int], object]


def arrange(turns: Turns, by: Any = None, advance: Advance = lambda _count: None) -> int:
    """Moves what does not stand where the table says; how many it moved. Run again after a kill, it goes on.

    `by` is the editor who wants it, for the pages' histories.
    """
    table, moved = owner_table(), 0
    with turns.turn():
        put_addresses_right(ProcedureIndexPage.objects.get())
    for found in misplaced(table):
        together = sorted(found, key=lambda each: each.owner or 0)  # one shelf after another takes fewer questions
        for portion in turns.portions(together, MOVED_FIRST):
            with turns.turn():
                moved += len(move_to_owners(Shelves(), {each.page: each.owner for each in portion}, by))
            advance(len(portion))
    return moved

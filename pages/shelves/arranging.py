"""Puts the pages that stand in a list itself onto the shelves of the agencies that are in charge of them."""

from collections.abc import Callable

from wagtail.models import Page, PageQuerySet

from pages.shelves.moving import move_to_owners
from pages.shelves.placing import put_addresses_right
from pages.shelves.shelves import Shelves
from pages.turns import Turns

MOVED_FIRST = 100


def arrange_by_agency(turns: Turns, parent: Page, pages: PageQuerySet, shelves: Callable[[], Shelves]) -> int:
    """Moves those that name an agency and stand on no shelf yet; how many. What stands on a shelf stays there. Run
    again after a kill, it goes on. `shelves` is asked anew in each turn: it locks them."""
    with turns.turn():
        put_addresses_right(parent)
    standing = list(pages.child_of(parent).exclude(agency=None).order_by("agency", "pk").values_list("pk", "agency"))
    moved = 0
    for portion in turns.portions(standing, MOVED_FIRST):
        with turns.turn():
            moved += len(move_to_owners(shelves(), dict(portion)))
    return moved

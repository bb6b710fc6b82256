"""Arranges a board: small sectors stand side by side, so that no page is mostly white."""

from collections.abc import Iterable, Iterator

from paper.contents import BoardGroup

Shelf = tuple[BoardGroup, ...]


def shelves(groups: Iterable[BoardGroup], columns: int) -> Iterator[Shelf]:
    """The groups in their order, as many on each shelf as fit beside each other in one row of `columns` cells.

    A group of more than one row has a shelf of its own.
    """
    shelf: Shelf = ()
    for group in groups:
        if shelf and _width((*shelf, group)) > columns:
            yield shelf
            shelf = ()
        shelf = (*shelf, group)
    if shelf:
        yield shelf


def _width(shelf: Shelf) -> int:
    return sum(len(group.cells) for group in shelf)

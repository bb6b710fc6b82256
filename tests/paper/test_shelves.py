"""Small sectors share a shelf of the board; none is torn apart or put out of order."""

from hypothesis import given
from hypothesis import strategies as st

from paper.shelves import shelves
from tests.paper.samples import board


def _arranged(sizes, columns):
    return [[len(group.cells) for group in shelf] for shelf in shelves(board(*sizes).groups, columns)]


def test_small_sectors_stand_side_by_side():
    assert _arranged((1, 2, 1, 3), 4) == [[1, 2, 1], [3]]


def test_a_sector_of_several_rows_stands_alone():
    assert _arranged((1, 9, 1, 1), 4) == [[1], [9], [1, 1]]


@given(st.lists(st.integers(1, 20), max_size=8), st.integers(2, 6))
def test_every_sector_keeps_its_place(sizes, columns):
    arranged = _arranged(sizes, columns)
    assert [size for shelf in arranged for size in shelf] == sizes
    assert all(len(shelf) == 1 or sum(shelf) <= columns for shelf in arranged)

"""What the public is shown never depends on a number that is hidden."""

from hypothesis import given
from hypothesis import strategies as st

from posting.statistics.figures.hiding import SMALLEST_SHOWN, shown

COUNTS = st.dictionaries(st.integers(0, 50), st.integers(0, 12))


@given(counts=COUNTS)
def test_what_is_shown_is_true_and_not_small(counts):
    assert all(counts[key] == count >= SMALLEST_SHOWN for key, count in shown(counts).items())


@given(counts=COUNTS, others=COUNTS)
def test_any_other_small_numbers_would_show_the_same(counts, others):
    """So each hidden number can be any from 0 to 4, whatever is worked out from what is shown."""
    small = {key: other % SMALLEST_SHOWN for key, other in others.items() if counts.get(key, 0) < SMALLEST_SHOWN}
    assert shown(counts | small) == shown(counts)

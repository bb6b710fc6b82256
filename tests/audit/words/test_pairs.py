"""Before and after stay short, and what differs is never lost."""

from hypothesis import given
from hypothesis import strategies as st

from audit.words.pairs import PIECE, WHOLE, pair


def test_short_texts_are_kept_whole():
    assert pair("cũ", "mới") == ("cũ", "mới")


def test_of_long_texts_only_what_differs_is_kept_with_a_little_around_it():
    before = "x" * 5_000 + "một" + "y" * 5_000
    one, other = pair(before, before.replace("một", "hai ba"))
    assert one == f"…{'x' * 60}một{'y' * 60}…"
    assert other == f"…{'x' * 60}hai ba{'y' * 60}…"


def test_a_word_that_is_added_to_a_row_of_the_same_letters_does_not_count_them_twice():
    assert pair("a" * 2_000, "a" * 2_001) == (f"…{'a' * 60}", f"…{'a' * 61}")


@given(st.text("ab", max_size=30), st.text("ab", max_size=30), st.integers(0, 3_000), st.integers(0, 3_000))
def test_what_differs_differs_in_what_is_kept_and_nothing_is_long(one, other, before, after):
    kept = pair("x" * before + one + "y" * after, "x" * before + other + "y" * after)
    assert (kept[0] == kept[1]) == (one == other)
    assert max(map(len, kept)) <= max(WHOLE, PIECE + 2)

"""A long text is seen in part and unfolded in part, and no word of it is said twice or lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.presenting.folding import LEEWAY, SEEN, folded


def _words(*texts: str) -> list[str]:
    return " ".join(texts).split()


@given(st.lists(st.text(alphabet="ab .;\n", max_size=300), max_size=6))
def test_every_word_stands_in_one_part_in_its_order(paragraphs):
    text = folded(paragraphs)
    assert _words(*text.beginning, *text.rest) == _words(*paragraphs)
    assert len(_words(*text.beginning)) <= SEEN + LEEWAY


def test_whole_paragraphs_are_seen_as_far_as_they_reach():
    assert folded(["a " * 10, "b " * 15, "c " * 20]).beginning == ("a " * 10, "b " * 15)


def test_a_long_paragraph_is_cut_behind_a_sentence():
    sentence = "Nộp đơn tại quầy " * 5 + "số một. "
    assert folded([sentence + "sau đó " * 40]).beginning == (sentence.strip(),)


@pytest.mark.parametrize("paragraphs", [[], ["ngắn"], ["a " * 44]])
def test_what_is_short_has_no_rest(paragraphs):
    assert folded(paragraphs).rest == ()

"""Words that keep their place."""

from hypothesis import given
from hypothesis import strategies as st

from search.question.phrases import folded_words, holds, places, replaced, words_of
from vietnamese.spelling import clean


def test_words_keep_marks_and_place():
    text = "Làm  sổ đỏ!"
    assert [(word.exact, word.folded, text[word.start : word.end]) for word in words_of(text)] == [
        ("làm", "lam", "Làm"),
        ("sổ", "so", "sổ"),
        ("đỏ", "do", "đỏ"),
    ]


def test_a_phrase_is_found_in_one_piece():
    words = folded_words("a b a b c")
    assert list(places(("a", "b"), words)) == [0, 2]
    assert holds(words, ("b", "c"))
    assert not holds(words, ("a", "c"))
    assert not holds(words, ())


def test_pieces_are_changed_where_they_stand():
    assert replaced("Làm sổ đỏ!", [(4, 9, "bìa"), (0, 3, "Đổi")]) == "Đổi bìa!"


@given(st.text())
def test_every_place_is_in_the_clean_text(text):
    cleaned = clean(text)
    assert all(folded_words(cleaned[word.start : word.end]) == (word.folded,) for word in words_of(text))
    assert replaced(text, []) == cleaned

"""The words that names are made of, counted."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.question.vocabulary import NamesVocabulary, is_one_edit

NAMES = ["Đăng ký thường trú", "Đăng ký tạm trú", "ĐĂNG KÝ LẠI, mẫu 02a", "đang kỳ"]
WORDS = st.text("abn", max_size=5)


def test_words_and_neighbours_are_counted_without_marks_or_capitals() -> None:
    vocabulary = NamesVocabulary.of(NAMES)
    assert (vocabulary.count("dang"), vocabulary.count("tru"), vocabulary.count("02a")) == (4, 2, 0)
    assert (vocabulary.pair_count("dang", "ky"), vocabulary.pair_count("ky", "dang")) == (4, 0)


def test_the_commonest_marks_are_shown() -> None:
    vocabulary = NamesVocabulary.of(NAMES)
    assert (vocabulary.marked("dang"), vocabulary.marked("dang", "ky"), vocabulary.marked("la")) == (
        "đăng",
        "đăng ký",
        "",
    )


def test_near_words_are_one_letter_away_or_sound_alike() -> None:
    vocabulary = NamesVocabulary.of(["thường trú tạm chủ tài"])
    assert set(vocabulary.near("chu")) == {"tru"}
    assert set(vocabulary.near("tam")) == {"tai"}
    assert set(vocabulary.near("thuongg")) == {"thuong"}
    assert set(vocabulary.near("xyz")) == set()


def test_what_was_kept_is_the_same_vocabulary() -> None:
    vocabulary = NamesVocabulary.of(NAMES)
    again = NamesVocabulary.from_json(vocabulary.to_json())
    assert again.to_json() == vocabulary.to_json()
    assert again.marked("thuong", "tru") == "thường trú"


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"words": {}}', '{"words": 1, "pairs": 2}', json.dumps(None)])
def test_what_is_no_kept_vocabulary_is_refused(kept: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        NamesVocabulary.from_json(kept)


@pytest.mark.parametrize(
    ("word", "other"), [("khai", "kai"), ("khai", "khaai"), ("khai", "khoi"), ("khai", "khia"), ("a", ""), ("a", "a")]
)
def test_one_edit_is_a_letter_more_less_other_or_two_swapped(word: str, other: str) -> None:
    assert is_one_edit(word, other)
    assert is_one_edit(other, word)


@pytest.mark.parametrize(("word", "other"), [("khai", "hkia"), ("khai", "ki"), ("abc", "bca"), ("", "ab")])
def test_more_is_more_than_one_edit(word: str, other: str) -> None:
    assert not is_one_edit(word, other)


@given(WORDS, WORDS)
def test_every_known_word_one_edit_away_is_near(word: str, known: str) -> None:
    near = set(NamesVocabulary.of([known]).near(word))
    if len(word) > 1 and len(known) > 1:
        assert (known in near) >= (is_one_edit(word, known) and known != word)


@pytest.mark.slow
@given(st.lists(st.text(st.characters(codec=None))), st.text(st.characters(codec=None)))
def test_any_names_and_any_word_will_do(names: list[str], word: str) -> None:
    vocabulary = NamesVocabulary.of(names)
    assert all(vocabulary.count(other) for other in vocabulary.near(word))


@pytest.mark.parametrize(("times", "known"), [(4, False), (5, True)])
def test_neighbours_in_official_texts_are_none_by_chance(times: int, known: bool) -> None:
    vocabulary = NamesVocabulary.of([], texts=["thả diều"] * times)
    assert bool(vocabulary.pair_count("tha", "dieu")) is known
    assert vocabulary.count("dieu") > 0

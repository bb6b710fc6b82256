"""Which marks a question means, and what agrees with them."""

from hypothesis import given
from hypothesis import strategies as st

from search.question.meant import Meant, as_written, certain, with_wordings
from search.question.readings import read
from search.question.terms import known_words, spelled_words
from search.question.vocabulary import NamesVocabulary

KNOWN = NamesVocabulary.of(["bán đất"] * 99, ["bản vẽ", "kỳ", "kì"])


def agreed(meant: Meant, text: str) -> list[float]:
    return meant.agreements(known_words(text), " ".join(spelled_words(text)))


def test_a_word_with_other_marks_agrees_less_and_other_words_agree() -> None:
    assert agreed(Meant({"bán"}, 0.1), "bán bản sao") == [1.0, 0.1, 1.0]


def test_where_nothing_is_certain_everything_agrees() -> None:
    assert agreed(Meant(other=0.1), "bản sao") == [1.0, 1.0]


def test_what_was_typed_without_any_marks_agrees() -> None:
    assert agreed(Meant({"bán"}, 0.1), "ban nha") == [1.0, 1.0]


def test_two_meanings_of_one_word_are_both_meant() -> None:
    assert agreed(Meant(as_written("mất ảnh mặt"), 0.0), "mặt mất mắt") == [1.0, 1.0, 0.0]


def test_a_doubtful_word_binds_nothing_not_even_where_it_is_sure_elsewhere() -> None:
    assert certain(read("ban dat", KNOWN)) == {"bán", "đất"}
    assert "bán" not in certain(read("ban dat xyz ban", NamesVocabulary.of(["bán đất", "bản vẽ"])))


def test_i_and_y_are_no_doubt() -> None:
    assert certain(read("ky", KNOWN)) == {"kì"}


def test_a_question_without_marks_means_none_by_itself() -> None:
    assert as_written("ban dat") == frozenset()
    assert as_written("bán con bo") == {"bán", "con", "bo"}


def test_other_wordings_say_the_marks_of_what_the_question_does_not_say() -> None:
    assert with_wordings(["mất"], "mat cccd", ["mạt căn cước", "can cuoc"]) == {"mất", "căn", "cước"}


@given(st.text(st.characters(codec=None)))
def test_any_text_has_as_many_spelled_words_as_folded_ones_and_agrees_with_itself(text: str) -> None:
    assert len(spelled_words(text)) == len(known_words(text))
    assert all(each == 1.0 for each in agreed(Meant(spelled_words(text), 0.0), text))

"""Questions are read by the marks that are most likely meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.question.phrases import words_of
from search.question.query import MAX_WORDS
from search.question.readings import read
from search.question.vocabulary import NamesVocabulary
from vietnamese.fold import fold

PEOPLE = [
    *["mất cccd thì làm lại ở đâu", "bị mất thẻ căn cước", "khuôn mặt", "mắt kính", "mất xe máy"],
    *["xin trợ cấp cho mẹ già", "xin trở lại quốc tịch", "trợ cấp cho người già", "trở lại làng"],
    *["bán nhà cho con", "bản sao giấy khai sinh", "bán đất", "bản vẽ nhà", "ba má tui già", "ba con nhỏ"],
    *["giấy khai sinh cho bé", "bé đi học", "be bờ ruộng"],
]
KNOWN = NamesVocabulary.of([], PEOPLE)
SYLLABLES = " ".join([*PEOPLE, *map(fold, PEOPLE), "xyz 61/2018 A-b", "hoà thuỷ ký kì"]).split(" ")
QUESTIONS = st.text(st.characters(codec=None)) | st.lists(st.sampled_from(SYLLABLES)).map(" ".join)


def spelled(question: str) -> str:
    return " ".join(word.likeliest for word in read(question, KNOWN))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mat cccd", "mất cccd"),
        ("khuon mat", "khuôn mặt"),
        ("xin tro cap", "xin trợ cấp"),
        ("xin tro lai quoc tich", "xin trở lại quốc tịch"),
        ("ban nha cho con", "bán nhà cho con"),
        ("BAN VE NHA", "bản vẽ nhà"),
        ("giấy khai sinh cho be", "giấy khai sinh cho bé"),
    ],
)
def test_words_without_marks_are_read_by_their_neighbours(typed: str, meant: str) -> None:
    assert spelled(typed) == meant


def test_typed_marks_bind_however_odd() -> None:
    assert spelled("khuôn mất") == "khuôn mất"
    assert [word.odds for word in read("bạn vẽ", KNOWN)] == [1.0, 1.0]


def test_a_word_without_marks_among_marked_ones_is_meant_so() -> None:
    assert spelled("đắp be bờ ruộng") == "đắp be bờ ruộng"
    in_marked, in_bare = read("bé nhỏ be nhỏ", KNOWN)[2], read("be nho be nho", KNOWN)[2]
    assert in_marked.spellings["be"] > in_bare.spellings["be"]


def test_unknown_words_and_numbers_are_read_as_they_stand() -> None:
    assert spelled("xyz 61/2018 ngoằn") == "xyz 61 2018 ngoằn"
    assert read("", KNOWN) == []


def test_nothing_is_known_of_marks_from_who_types_none() -> None:
    assert not NamesVocabulary.of([], ["mat the can cuoc"]).spellings("mat")


@given(QUESTIONS)
def test_a_reading_has_the_words_of_the_question_and_their_letters(question: str) -> None:
    words, again = words_of(question)[:MAX_WORDS], read(question, KNOWN)
    assert [word.typed for word in again] == words
    assert all(fold(other) == word.typed.folded for word in again for other in word.spellings)


@given(QUESTIONS)
def test_the_spellings_of_a_word_are_a_whole_and_the_likeliest_is_the_first(question: str) -> None:
    for word in read(question, KNOWN):
        assert sum(word.spellings.values()) == pytest.approx(1)
        assert word.odds == max(word.spellings.values())


@given(QUESTIONS)
def test_words_with_marks_are_never_read_otherwise(question: str) -> None:
    assert all(
        dict(word.spellings) == {word.typed.exact: 1.0} for word in read(question, KNOWN) if _is_marked(word.typed)
    )


def _is_marked(word) -> bool:
    return word.exact != word.folded

"""How well marks are read again is measured."""

from search.judging.marks import restored
from search.question.vocabulary import NamesVocabulary

KNOWN = NamesVocabulary.of(["bán đất", "kết hôn"] * 99)


def test_words_that_are_read_as_they_were_written_are_counted() -> None:
    told = restored(["bán đất", "bạn đất", "kêt hôn"], KNOWN)
    assert told == {"words": 6, "right": 0.6667, "sure": 1.0, "right_of_sure": 0.6667}


def test_questions_typed_without_marks_tell_nothing() -> None:
    assert restored(["ban dat nha", ""], KNOWN) == {"words": 0, "right": 0.0, "sure": 0.0, "right_of_sure": 0.0}

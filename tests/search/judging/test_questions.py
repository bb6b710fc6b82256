"""Judged questions are read, asked and answered."""

import json

import pytest

from search.judging.questions import Answered, Judged, as_line, ask, read_questions, without_marks

BIRTH = Judged("a", "faq", "Đăng ký khai sinh", frozenset({"1.001193", "1.004884"}))


def test_questions_are_read_and_empty_lines_passed_over():
    line = json.dumps({"id": 7, "kind": "faq", "q": "Khai sinh?", "gold": ["1.001193"], "given": []})
    assert list(read_questions([line, "\n"])) == [Judged("7", "faq", "Khai sinh?", frozenset({"1.001193"}))]


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"id": 1, "kind": "faq", "q": "x", "gold": 5}'])
def test_a_line_that_is_no_question_is_named(line):
    with pytest.raises(ValueError, match="Dòng 2"):
        list(read_questions(["", line]))


def test_any_of_the_right_codes_counts_and_the_first_of_them():
    assert Answered(BIRTH, ("2.000000", "1.004884", "1.001193"), 1.0).place == 2
    assert Answered(BIRTH, ("2.000000",), 1.0).place == 0


def test_only_the_first_ten_answers_are_looked_at():
    found = next(ask([BIRTH], lambda text: ["x"] * 10 + ["1.001193"]))
    assert (len(found.codes), found.place) == (10, 0)


def test_marks_are_stripped_and_nothing_else():
    assert without_marks(BIRTH) == Judged("a", "faq", "dang ky khai sinh", BIRTH.gold)


def test_an_answer_is_one_line():
    assert json.loads(as_line(Answered(BIRTH, ("1.001193",), 1.23456))) == {
        "id": "a",
        "codes": ["1.001193"],
        "ms": 1.235,
    }

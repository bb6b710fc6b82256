"""Figures of answered questions."""

import pytest

from search.judging.figures import figures
from search.judging.questions import Answered, Judged


def answered(*places_of_gold: int, kind: str = "faq") -> list[Answered]:
    """Answers with the right one at that place; 0 for none."""
    question = Judged("a", kind, "", frozenset({"gold"}))
    return [
        Answered(question, tuple("gold" if place == gold else f"other {place}" for place in range(1, 11)), float(gold))
        for gold in places_of_gold
    ]


def test_success_and_reciprocal_rank():
    all_ = figures(answered(1, 2, 4, 0))["all"]
    assert (all_["success@1"], all_["success@3"], all_["success@10"]) == (0.25, 0.5, 0.75)
    assert all_["mrr"] == pytest.approx((1 + 0.5 + 0.25) / 4, abs=1e-4)


def test_kinds_are_told_apart():
    told = figures([*answered(1), *answered(0, kind="colloquial")])
    assert (told["faq"]["success@1"], told["colloquial"]["success@1"], told["all"]["questions"]) == (1, 0, 2)


def test_no_question_gives_zeros():
    assert figures([])["all"]["success@1"] == 0


def test_the_error_falls_with_the_number_of_questions_and_is_never_none():
    few, many = figures(answered(*[1] * 10))["all"], figures(answered(*[1] * 1_000))["all"]
    assert few["success@1"] == many["success@1"] == 1
    assert 0 < many["error@1"] < few["error@1"] < 0.1


def test_the_error_is_the_usual_one_where_there_are_many_questions():
    half = figures(answered(*[1, 0] * 1_250))["all"]
    assert half["error@1"] == pytest.approx(0.01, abs=1e-4)

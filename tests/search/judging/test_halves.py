"""Halves of judged questions share no procedure, and a question keeps its half."""

from hypothesis import given
from hypothesis import strategies as st

from search.judging.halves import HALVES, halves
from search.judging.questions import Judged

CODES = st.frozensets(st.sampled_from([f"1.00000{n}" for n in range(8)]), min_size=1, max_size=3)
GOLDS = st.lists(CODES, max_size=12)


def judged(*golds) -> list[Judged]:
    return [Judged(str(number), "faq", "", frozenset(gold)) for number, gold in enumerate(golds)]


def codes(questions) -> set[str]:
    return set().union(*(question.gold for question in questions))


@given(GOLDS)
def test_each_question_is_in_one_half_and_no_procedure_in_both(golds):
    questions = judged(*golds)
    divided = halves(questions)
    assert sorted(one.id for half in divided.values() for one in half) == sorted(one.id for one in questions)
    assert codes(divided[1]).isdisjoint(codes(divided[2]))


def test_questions_hang_together_through_others():
    first, between, last = judged({"a", "b"}, {"b", "c"}, {"c", "d"})
    assert {len(half) for half in halves([first, last, between]).values()} == {0, 3}


@given(GOLDS, GOLDS)
def test_another_order_and_unrelated_questions_move_nothing(golds, others):
    questions, more = judged(*golds), judged(*({f"other {code}" for code in gold} for gold in others))
    alone, beside = halves(questions), halves([*more, *reversed(questions)])
    for half in HALVES:
        assert {one.id for one in alone[half]} == {one.id for one in beside[half] if one.gold <= codes(questions)}


def test_many_questions_fall_into_both_halves_alike():
    divided = halves(judged(*({f"1.{number:06}"} for number in range(1_000))))
    assert all(400 < len(half) < 600 for half in divided.values())

"""Promoted pages: for which questions, on which days, in which order."""

from datetime import date

import pytest

from search.question.promotions import MOST_SHOWN, Promoted, promoted_for, question_complaints
from vietnamese.days import Span

TODAY = date(2026, 11, 22)


def shown(asked: str, *promotions: Promoted, today: date = TODAY) -> list[int]:
    return promoted_for([asked], promotions, today)


@pytest.mark.parametrize("asked", ["bão số 5", "hỗ trợ bão lũ", "BAO", "cơn bão: ai được hỗ trợ?"])
def test_a_question_that_holds_the_words_calls_for_the_page(asked):
    assert shown(asked, Promoted(7, ("bão",))) == [7]


@pytest.mark.parametrize("asked", ["bảo hiểm", "báo cáo bạo lực", ""])
def test_words_are_whole(asked):
    assert shown(asked, Promoted(7, ("bão lũ",))) == []


def test_an_exact_question_is_the_whole_question():
    exact = Promoted(7, ("khai sinh",), "exact")
    assert shown("Khai sinh", exact) == [7]
    assert shown("khai sinh muộn", exact) == []


def test_any_wording_of_the_question_counts():
    assert promoted_for(["lam so do", "làm giấy chứng nhận"], [Promoted(7, ("giấy chứng nhận",))], TODAY) == [7]


@pytest.mark.parametrize(("day", "seen"), [(21, False), (22, True), (30, True)])
def test_it_is_shown_from_its_first_to_the_end_of_its_last_day(day, seen):
    dated = Promoted(7, ("bão",), "contains", Span(date(2026, 11, 22), date(2026, 12, 1)))
    assert bool(shown("bão", dated, today=date(2026, 11, day))) == seen
    assert not shown("bão", dated, today=date(2026, 12, 1))


def test_the_order_is_the_editors_and_a_page_stands_once():
    promotions = [
        Promoted(3, ("bão",)),
        Promoted(1, ("bão",)),
        Promoted(3, ("bão",)),
        *(Promoted(n, ("bão",)) for n in range(10, 20)),
    ]
    assert shown("bão", *promotions) == [3, 1, 10]
    assert MOST_SHOWN == 3


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        ((), "ít nhất một"),
        (("?!",), "không có chữ"),
        (("x" * 101,), "dài quá"),
        (tuple(map(str, range(21))), "Nhiều nhất"),
    ],
)
def test_bad_questions_are_refused_with_a_sentence(questions, told):
    assert any(told in sentence for sentence in question_complaints(questions))


def test_good_questions_are_taken():
    assert question_complaints(("bão", "hỗ trợ lũ lụt")) == []

"""How the answers that the portal brings along do on questions that were not written into them."""

import datetime
from pathlib import Path

from procedures_catalog.facts.everyday.reading import starting_texts
from search.referrals.matching import Referrals
from search.referrals.reading import starting_referrals
from vietnamese.fold import fold

ON = datetime.date(2026, 11, 30)
#: Two askings for each answer, written before the rules were, beside the names.
ASKED = Path(__file__).with_name("own_words.txt")
#: Of those askings at least so many are answered; of the questions that people ask about procedures at most so many say
#: a name of something that is done elsewhere. A third of those is shown it, one of twelve above the
#: hits, for a procedure that says the question better stays first.
ANSWERED, TAKEN_FOR_ANOTHER = 0.72, 0.01


def askings() -> list[tuple[str, str]]:
    lines = ASKED.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(": ", 1)) for line in lines if line and not line.startswith("#")]


def test_most_askings_in_other_words_are_answered_and_none_wrongly():
    texts = starting_referrals()
    keys = {said.title: key for key, said in texts.items()}
    finder = Referrals(texts.values())
    found = [(key, finder.called(text, ON)) for key, text in askings()]
    assert {key for key, _ in found} == set(texts)
    assert [keys[each.referral.title] for key, each in found if each and keys[each.referral.title] != key] == []
    assert sum(each is not None for _, each in found) >= ANSWERED * len(found)


def test_each_name_calls_for_its_own_answer_with_marks_and_without():
    texts = starting_referrals()
    finder = Referrals(texts.values())
    asked = [(said, form) for said in texts.values() for name in said.names for form in (name, fold(name))]
    found = ((said, form, finder.called(form, ON)) for said, form in asked)
    assert [form for said, form, called in found if called is None or called.referral is not said] == []


def test_hardly_any_question_about_a_procedure_is_taken_for_something_done_elsewhere():
    finder = Referrals(starting_referrals().values())
    questions = [question for said in starting_texts().values() for question in said.questions]
    taken = [question for question in questions if finder.called(question, ON)]
    assert len(questions) > 8_000
    assert len(taken) <= TAKEN_FOR_ANOTHER * len(questions)

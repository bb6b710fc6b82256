"""Counts of what people ask and choose: by week, without anything about them, never in the way of an answer."""

import datetime

import pytest
from django.core.management import call_command
from django.db import DatabaseError, models

from search.finder import SearchAnswer, find
from search.models import AskedQuestion, UnansweredQuestion
from search.models.asked import ENOUGH
from search.query_log import asked
from search.query_log.asked import KEPT_DAYS, note_click, note_search, prune
from search.query_log.asker import Asker
from search.question.understanding import Question
from search.ranking.results import Results
from tests.clock import today
from tests.search.index.contract import EVERYTHING

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]
FRIDAY = datetime.date(2026, 11, 27)


@pytest.fixture
def full(index):
    index.rebuild(EVERYTHING)


A = Asker("a", "a")
KNOWN = "đăng ký khai tử"  # the whole name of a procedure, which is counted from the first time on


def ask(text: str, client: str = "a", networks: int = 1) -> None:
    for network in range(networks):
        note_search(find(text, FRIDAY), Asker(client, str(network)), FRIDAY)


def row(question: str) -> AskedQuestion:
    return AskedQuestion.objects.get(question=question)


def test_a_question_is_counted_in_its_week(full):
    ask("Đăng Ký Khai Tử")
    ask("đăng ký  khai tử")
    counted = row(KNOWN)
    assert (counted.asked, counted.without_result, counted.clicks) == (2, 0, 0)
    assert counted.week == datetime.date(2026, 11, 23)


def test_one_that_finds_nothing_says_so(full):
    ask("zzzz", networks=ENOUGH)
    assert row("zzzz").without_result == ENOUGH


def test_one_that_may_name_somebody_is_not_kept(full):
    ask("cccd 012345678901")
    assert not AskedQuestion.objects.exists()
    assert not UnansweredQuestion.objects.exists()


@pytest.mark.parametrize(
    "text", ["H29.12.250701.01", "mã hồ sơ H29.12-250701-0001", "1900 1234", "0912345678", "CMND 123456789", "C1234567"]
)
def test_a_number_of_somebodys_is_neither_kept_nor_laid_before_anybody(full, text):
    ask(text)
    note_click(text, 1, A, FRIDAY)
    assert not AskedQuestion.objects.exists()
    assert not UnansweredQuestion.objects.exists()


def test_a_question_asked_before_costs_one_look_and_one_writing(full, django_assert_max_num_queries):
    answer = find(KNOWN, FRIDAY)
    note_search(answer, A, FRIDAY)
    with django_assert_max_num_queries(7):  # of which four are the transaction and SQLite's time to wait
        note_search(answer, A, FRIDAY)


def test_an_index_out_of_order_is_no_missing_result():
    note_search(SearchAnswer(Question("khai sinh", "khai sinh"), Results(unavailable=True)), A, FRIDAY)
    assert not AskedQuestion.objects.exists()


def test_a_database_that_cannot_write_breaks_nothing(full, monkeypatch, caplog):
    def busy(*args, **kwargs):
        raise DatabaseError("bận")

    monkeypatch.setattr(asked, "_count", busy)
    ask(KNOWN)
    assert "báo cáo" in caplog.text


def test_a_choice_is_counted_for_a_question_of_this_week_only(full):
    note_click(KNOWN, 1, A, FRIDAY)
    assert not AskedQuestion.objects.exists()
    ask(KNOWN)
    note_click("ĐĂNG KÝ KHAI TỬ", 3, A, FRIDAY)
    assert (row(KNOWN).clicks, row(KNOWN).positions) == (1, 3)


def test_choices_never_outnumber_questions(full):
    ask(KNOWN)
    for _ in range(5):
        note_click(KNOWN, 1, A, FRIDAY)
    assert row(KNOWN).clicks == 1


def test_a_machine_cannot_fill_the_table(full, monkeypatch):
    monkeypatch.setattr(asked, "MOST_A_WEEK", 3)
    for number in range(6):
        ask(f"khai sinh {'đ' * number}", networks=ENOUGH)
    assert AskedQuestion.objects.count() == 3


def old_row(days: int, question: str = "cũ", on: datetime.date = FRIDAY) -> AskedQuestion:
    day = on - datetime.timedelta(days=days)
    return AskedQuestion.objects.create(question=question, week=day - datetime.timedelta(days=day.weekday()), asked=1)


def test_weeks_that_ended_too_long_ago_are_forgotten():
    old_row(KEPT_DAYS + 14)
    old_row(10, "mới")
    assert prune(FRIDAY) == 1
    assert AskedQuestion.objects.get().question == "mới"


def test_a_new_question_lets_go_of_old_ones(full):
    old_row(KEPT_DAYS + 14)
    ask(KNOWN)
    assert AskedQuestion.objects.get().question == KNOWN


def test_a_question_without_an_answer_that_nobody_asks_any_more_is_forgotten():
    for question, days in (("cũ", KEPT_DAYS + 1), ("mới", KEPT_DAYS - 1)):
        last = FRIDAY - datetime.timedelta(days=days)
        UnansweredQuestion.objects.create(question=question, fits="nothing", last_asked=last)
    assert prune(FRIDAY) == 1
    assert UnansweredQuestion.objects.get().question == "mới"


def test_the_command_prunes(capsys):
    old_row(KEPT_DAYS + 14, on=today())
    call_command("prune_searches")
    assert "1 dòng" in capsys.readouterr().out


def test_no_column_could_hold_somebody():
    """Counts, the question, the week: nothing else, so nothing can be joined to a person."""
    fields = {field.name: type(field) for field in AskedQuestion._meta.get_fields()}
    assert set(fields) == {"id", "question", "week", "asked", "without_result", "clicks", "positions"}
    assert fields["week"] is models.DateField


# --- Whoever asks all day hides nothing -----------------------------------------------------------


def test_one_client_begins_so_many_questions_a_day(full, monkeypatch):
    monkeypatch.setattr("search.query_log.heard.MOST_NEW_A_DAY", ENOUGH)
    monkeypatch.setattr(asked, "MOST_NEW_A_DAY", ENOUGH)
    for number in range(9):
        ask(f"zz{number}", networks=ENOUGH)
    assert AskedQuestion.objects.count() == 1
    ask(KNOWN, client="b")
    assert row(KNOWN).asked == 1


def test_one_client_cannot_make_a_question_common(full):
    for _ in range(40):
        ask(KNOWN)
    ask(KNOWN, client="b")
    assert row(KNOWN).asked == 1 + asked.MOST_OF_ONE + 1


def test_nor_a_result_the_favourite(full):
    for client in "abcdef":
        for _ in range(asked.MOST_OF_ONE):
            ask(KNOWN, client)
    for _ in range(40):
        note_click(KNOWN, 1, A, FRIDAY)
    assert row(KNOWN).clicks == asked.MOST_OF_ONE


def test_what_asks_nothing_is_not_counted(full):
    ask("xin chào")
    assert not AskedQuestion.objects.exists()

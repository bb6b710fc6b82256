"""The five answers that come before everything else."""

import pytest

from procedures_catalog.facts.agencies.filing import filing_of
from procedures_catalog.facts.record import Channel, Fee, ProcedureRecord, TimeLimit
from procedures_catalog.presenting.answering.answer import LONGEST_ANSWER
from procedures_catalog.presenting.answers import five_answers, with_hotline


def _answers(local=(), **facts):
    record = ProcedureRecord("1.100001", "Thả diều", **facts)
    return {answer.key: answer for answer in five_answers(record, set(local))}


def test_an_empty_procedure_has_five_questions_and_invents_no_answer():
    answers = _answers()
    assert list(answers) == ["papers", "where", "time", "fee", "result"]
    assert [(answer.text[:12], answer.known) for answer in answers.values()] == [("Chưa công bố", False)] * 5


def test_a_long_address_and_a_long_result_are_cut_after_a_word():
    long = "Sở gió to " * 60
    answers = _answers(receiving_address=long, results=(long,))
    assert all(
        len(answers[key].text) <= LONGEST_ANSWER and answers[key].text.endswith("…") for key in ("where", "result")
    )


def test_one_result_is_named_and_the_others_counted():
    answer = _answers(results=("- Thẻ thả diều;", "Giấy", "Bản sao"))["result"]
    assert (answer.text, answer.detail) == ("Thẻ thả diều", "và 2 kết quả khác, tùy trường hợp")


def test_a_letter_of_refusal_is_not_what_one_gets():
    answer = _answers(results=("Văn bản từ chối", "Thẻ thả diều"))["result"]
    assert (answer.text, answer.detail, answer.known) == ("Thẻ thả diều", "", True)
    answer = _answers(results=("Văn bản từ chối.",))["result"]
    assert (answer.text, answer.detail, answer.known) == (
        "Chưa công bố kết quả",
        "Chỉ công bố: Văn bản từ chối.",
        False,
    )


def test_time_and_fee_come_from_the_channels():
    answers = _answers(channels=(Channel("direct", TimeLimit("5", "day"), (Fee(5_000, "a"),)),))
    assert (answers["time"].text, answers["fee"].text) == ("5 ngày", "5.000 đồng (a)")


def test_only_a_time_that_stands_in_the_table_leads_there():
    in_table = _answers(channels=(Channel("direct", notes=("Diều lớn: 5 ngày", "Diều nhỏ: 3 ngày")),))["time"]
    assert (in_table.text, in_table.href, in_table.known) == ("Tùy trường hợp, xem bảng thời hạn", "#cach-nop", True)
    nowhere = _answers(channels=(Channel("direct", TimeLimit("1", "other")),))["time"]
    assert (nowhere.text, nowhere.href, nowhere.known) == ("Chưa công bố thời hạn", "", False)


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        ("cases", {"papers"}),
        ("receiving_address", {"where"}),
        ("channels.time", {"time"}),
        ("channels.fee", {"fee"}),
        ("results", {"result"}),
    ],
)
def test_an_answer_says_when_the_province_gave_it(part, keys):
    answers = _answers(local=[part], receiving_address="Nhà Gió")
    assert {key for key, answer in answers.items() if answer.local} == keys


def test_where_to_ask_stands_beside_all_that_is_not_known_also_behind_what_is_said_of_it():
    record = ProcedureRecord("1.100001", "Thả diều", results=("Văn bản từ chối",), receiving_address="Quầy số 3")
    told = {answer.key: answer for answer in with_hotline(five_answers(record, ()), "1022", filing_of(record))}
    assert all("Hỏi 1022" in answer.detail for answer in told.values() if not answer.known)
    assert told["result"].detail == "Chỉ công bố: Văn bản từ chối. Hỏi 1022 hoặc Quầy số 3."
    assert (told["where"].known, "Hỏi" in told["where"].detail) == (True, False)

"""“Nhận gì”: what one gets, said cleanly, and that there may be another."""

import pytest

from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.presenting.answering.answer import Answer
from procedures_catalog.presenting.answering.result import result_answer


def _result(*results: str, name: str = "Thả diều") -> Answer:
    return result_answer(ProcedureRecord("1.100001", name, results=results), local=False)


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("- Thẻ thả diều.;", "Thẻ thả diều"),
        ("+) Thẻ thả diều,", "Thẻ thả diều"),
        ("1:Công văn trả lời", "Công văn trả lời"),
        ("thẻ thả diều", "Thẻ thả diều"),
        ("Hoặc thẻ thả diều", "Thẻ thả diều"),
        ("GIẤY PHÉP THẢ DIỀU TẠI VIỆT NAM", "Giấy phép thả diều tại Việt Nam"),
    ],
)
def test_it_is_said_without_signs_and_not_shouted(stated, told):
    assert _result(stated).text == told


def test_the_one_that_the_name_names_is_told_and_the_others_counted():
    answer = _result("Phiếu thu", "Thẻ diều", "Văn bản từ chối", name="Cấp thẻ diều")
    assert (answer.text, answer.detail) == ("Thẻ diều", "và 1 kết quả khác, tùy trường hợp")


def test_a_letter_of_refusal_is_no_result():
    answer = _result("Văn bản từ chối")
    assert (answer.known, answer.detail) == (False, "Chỉ công bố: Văn bản từ chối.")

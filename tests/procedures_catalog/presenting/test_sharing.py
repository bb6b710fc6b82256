"""What others show of a procedure when its address is passed on."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.presenting.answering.answer import Answer
from procedures_catalog.presenting.answers import five_answers
from procedures_catalog.presenting.sharing import card_of, card_stamp, government_service, in_short
from tests.procedures_catalog.factories import national_row

RECORD = national_row().record
CURRENT = {"kind": "current", "label": "Đang áp dụng"}
OVER = {"kind": "abolished", "label": "Đã bãi bỏ"}


def test_a_description_is_the_five_answers():
    said = in_short(CURRENT, five_answers(RECORD, ()))
    for question in ("Mang gì: ", "Nộp ở đâu: ", "Bao lâu: ", "Bao nhiêu tiền: ", "Nhận gì: Thẻ thả diều"):
        assert question in said


def test_that_there_may_be_another_result_is_passed_on():
    answer = Answer("result", "Nhận gì", "Thẻ diều", "và 2 kết quả khác, tùy trường hợp")
    told = "Thẻ diều và 2 kết quả khác, tùy trường hợp"
    assert in_short(CURRENT, [answer]) == f"Nhận gì: {told}"
    assert card_of("Diều", "1.1", CURRENT, [answer]).answers[0].text == told


def test_what_is_over_says_so_first():
    assert in_short(OVER, five_answers(RECORD, ())).startswith("Đã bãi bỏ · Mang gì")


@given(st.lists(st.text(max_size=400), min_size=5, max_size=5))
def test_a_description_has_a_bounded_length(texts):
    answers = [Answer("papers", "Mang gì", text) for text in texts]
    assert len(in_short(OVER, answers)) <= 600


def test_a_changed_answer_changes_the_stamp():
    now, then = (card_of("Diều", "1.1", CURRENT, [Answer("fee", "Bao nhiêu", text)]) for text in ("1 đồng", "2 đồng"))
    assert card_stamp(now) != card_stamp(then)
    assert card_stamp(now) == card_stamp(card_of("Diều", "1.1", CURRENT, [Answer("fee", "Bao nhiêu", "1 đồng")]))


def test_data_for_search_engines_says_only_what_is_stated():
    full = government_service("Thả diều", "https://x/thu-tuc/a/", "Mang gì: …", RECORD, "Diều, sáo")
    assert full["@type"] == "GovernmentService"
    assert full["identifier"] == "1.100001"
    assert full["provider"] == [{"@type": "GovernmentOrganization", "name": "Ủy ban nhân dân cấp xã"}]
    bare = government_service("Thả diều", "https://x/", "", replace(RECORD, executing=(), applicants=()), "")
    assert {"provider", "audience", "serviceType", "description"}.isdisjoint(bare)

"""“Bao nhiêu tiền”: what is known of the fee, and what it will be."""

from datetime import date

import pytest

from procedures_catalog.facts.fees.dated import channels_on
from procedures_catalog.facts.record import Channel, Fee, ProcedureRecord
from procedures_catalog.presenting.answering.answer import Answer
from procedures_catalog.presenting.answering.cost import cost_answer

TODAY = date(2026, 11, 29)


def _answer(*fees: Fee) -> Answer:
    channels = channels_on([Channel("direct", fees=fees)], TODAY)
    return cost_answer(ProcedureRecord("1.100001", "Thả diều", channels=channels), local=False)


@pytest.mark.parametrize("fees", [(), (Fee(0),), (Fee(None, "|"),), (Fee(20, "đối với 1 tờ khai"),)])
def test_a_number_that_says_nothing_leaves_the_fee_unknown(fees):
    assert not _answer(*fees).known


@pytest.mark.parametrize("note", ["Không có", "Theo quy định", "Không quy định", "100 USD/thẻ", "Miễn cho hộ nghèo"])
def test_words_are_known(note):
    answer = _answer(Fee(0, note))
    assert (answer.known, answer.href) == (True, "#cach-nop")


def test_what_is_announced_stands_below():
    answer = _answer(Fee(15_000, valid_to="2027-01-01"), Fee(20_000, valid_from="2027-01-01"))
    assert (answer.text, answer.detail) == ("15.000 đồng", "Từ ngày 01/01/2027: 20.000 đồng.")


def test_the_link_does_not_repeat_the_last_words():
    assert _answer(Fee(25)).link_label == "mở bảng"
    assert _answer(Fee(25_000)).link_label == "bảng phí"

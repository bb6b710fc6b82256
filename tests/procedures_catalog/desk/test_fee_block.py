"""A fee as it is typed: an amount that readers would be told to be unclear is asked about."""

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from procedures_catalog.desk.blocks import FeeBlock, OwnFeeBlock, OwnTimeLimitBlock, TimeLimitBlock


def _cleaned(**typed):
    block = OwnFeeBlock()
    return block.clean(block.to_python(typed))


@pytest.mark.parametrize(
    "typed",
    [
        {"amount": 20_000},
        {"amount": 0},
        {"note": "Không thu"},
        {"amount": 20, "note": "20 USD mỗi thẻ"},
        {"amount": 7_000, "note": "7.000 đồng/diều; diều có sáo thu 9.000 đồng"},
        {"amount": 7_000, "note": "Thả lần hai thu 3.500 đồng", "legal_basis": "12/2026/NQ-HĐND"},
        {"amount": 7_000, "note": "Phí: 3.500 đồng/diều đến hết ngày 31/12/2026"},
    ],
)
def test_what_can_be_told_is_taken(typed):
    assert _cleaned(**typed)["amount"] == typed.get("amount")


@pytest.mark.parametrize("amount", [20, 2_350])
def test_an_amount_that_looks_as_if_its_zeros_were_missing_is_asked_about_in_words(amount):
    with pytest.raises(StructBlockValidationError) as refused:
        _cleaned(amount=amount)
    assert "20.000" in str(refused.value.block_errors["amount"])


def test_it_stands_with_the_document_that_sets_it():
    assert _cleaned(amount=500, legal_basis="12/2026/NQ-HĐND")["amount"] == 500


def test_what_the_source_says_is_never_in_the_way_of_an_edit_of_something_else():
    block = FeeBlock()
    assert block.clean(block.to_python({"amount": 20}))["amount"] == 20


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ({"amount": 9_000, "note": "7.000 đồng/diều"}, "7.000 đồng"),
        ({"amount": 5_000, "note": "Phí thu: 7.000đ mỗi diều, có dây"}, "7.000 đồng"),
        ({"amount": 9_000, "note": "7.000 đồng/diều", "legal_basis": "12/2026/NQ-HĐND"}, "7.000 đồng"),
        ({"amount": 9_000, "note": "Diều to 7.000 đồng, diều nhỏ 5.000 đồng"}, "một số tiền khác"),
        ({"amount": 9_000, "note": "Không thu"}, "không thu"),
    ],
)
def test_an_amount_whose_note_names_another_is_asked_about_with_both(typed, other):
    with pytest.raises(StructBlockValidationError) as refused:
        _cleaned(**typed)
    for name in ("amount", "note"):
        said = str(refused.value.block_errors[name])
        assert other in said
        assert ("9.000 đồng" in said) or ("5.000 đồng" in said)


def test_beside_an_amount_that_is_shared_a_note_opens_with_none_of_its_own(db):
    block = OwnFeeBlock()
    block.child_blocks["shared"].clean = lambda value: value
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python({}) | {"shared": 1, "note": "7.000 đồng/diều"})
    assert "7.000 đồng" in str(refused.value.block_errors["note"])


def test_a_time_whose_words_name_another_is_asked_about():
    typed = {"number": "3", "unit": "day", "text": "Trong 5 ngày kể từ khi có gió"}
    own, copied = OwnTimeLimitBlock(), TimeLimitBlock()
    with pytest.raises(StructBlockValidationError) as refused:
        own.clean(own.to_python(typed))
    assert {"number", "text"} == set(refused.value.block_errors)
    assert copied.clean(copied.to_python(typed))["number"] == "3"
    assert own.clean(own.to_python(typed | {"number": "05"}))["number"] == "05"

"""A fee as it is typed: an amount that readers would be told to be unclear is asked about."""

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from procedures_catalog.desk.blocks import FeeBlock, OwnFeeBlock


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
        {"amount": 7_000, "note": "Không thu"},
    ],
)
def test_what_can_be_told_is_taken(typed):
    assert _cleaned(**typed)["amount"] == typed.get("amount")


def test_an_amount_below_a_thousand_is_asked_about_in_words():
    with pytest.raises(StructBlockValidationError) as refused:
        _cleaned(amount=20)
    assert "20.000" in str(refused.value.block_errors["amount"])


def test_it_stands_with_the_document_that_sets_it():
    assert _cleaned(amount=500, legal_basis="12/2026/NQ-HĐND")["amount"] == 500


def test_what_the_source_says_is_never_in_the_way_of_an_edit_of_something_else():
    block = FeeBlock()
    assert block.clean(block.to_python({"amount": 20}))["amount"] == 20

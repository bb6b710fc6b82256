"""Numbers are typed as Vietnamese write them, in every box of a procedure."""

from collections.abc import Iterator

import pytest
from django import forms
from wagtail import blocks
from wagtail.fields import StreamField

from pages.models.base import BasePage
from procedures_catalog.desk.blocks import FeeBlock
from procedures_catalog.desk.number_block import WholeNumberField


@pytest.mark.parametrize("typed", ["12000", "12.000", "12 000", "12.000 đồng"])
def test_twelve_thousand(typed):
    assert WholeNumberField().clean(typed) == 12_000


@pytest.mark.parametrize("typed", ["12,5", "12.5", "mười hai", "-1"])
def test_what_cannot_be_read_is_refused_in_words(typed):
    with pytest.raises(forms.ValidationError) as refused:
        WholeNumberField(min_value=0).clean(typed)
    assert "12.000" in str(refused.value)


def test_the_box_shows_what_is_held_and_keeps_what_was_typed():
    amount = FeeBlock().child_blocks["amount"]
    assert amount.get_form_state(12_000) == "12.000"
    assert amount.field.prepare_value("12,5") == "12,5"


def test_no_box_of_any_page_drops_a_zero():
    plain = [
        block
        for page_type in BasePage.__subclasses__()
        for field in page_type._meta.get_fields()
        if isinstance(field, StreamField)
        for block in _within(field.stream_block)
        if isinstance(block, blocks.IntegerBlock)
    ]
    assert plain == []


def _within(block: blocks.Block) -> Iterator[blocks.Block]:
    yield block
    inner = [*getattr(block, "child_blocks", {}).values(), getattr(block, "child_block", None)]
    for child in filter(None, inner):
        yield from _within(child)

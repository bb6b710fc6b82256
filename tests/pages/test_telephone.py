"""Telephone numbers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.telephone import tel_href


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("0292 3812 345", "tel:+842923812345"),
        ("(0292) 3.812.345", "tel:+842923812345"),
        ("1900 9068", "tel:19009068"),
        ("1022", "tel:1022"),
        ("+84 292 3812 345", "tel:+842923812345"),
        ("0292 3812 345 (giờ hành chính)", "tel:+842923812345"),
        ("0292 3812 345 / 0912 345 678", "tel:+842923812345"),
        ("chưa có", ""),
        ("", ""),
    ],
)
def test_dials_the_first_number(written, dialled):
    assert tel_href(written) == dialled


@given(st.text())
def test_never_raises(text):
    assert tel_href(text) == "" or tel_href(text).startswith("tel:")

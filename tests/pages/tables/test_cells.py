"""No text that is written for a spreadsheet becomes a formula."""

import pytest

from pages.tables.cells import harmless


@pytest.mark.parametrize("text", ["=1+1", "+84 912", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", '=HYPERLINK("x")'])
def test_what_a_spreadsheet_would_calculate_is_told_to_be_text(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-", "+", "Đăng ký khai sinh", "1.001193", "a=b", " =1"])
def test_everything_else_stays_as_it_is(text):
    assert harmless(text) == text

"""Numbers of forms as people type them."""

import pytest

from procedures_catalog.facts.forms.asked import in_one_piece


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("ct 01", "ct01"),
        ("CT-01", "CT01"),
        ("mẫu ct 01", "mẫu ct01"),
        ("mau na 5", "mau na5"),
        ("tờ khai DC - 02 căn cước", "tờ khai DC02 căn cước"),
        ("CT01", ""),
        ("to 5", ""),
        ("na 5", ""),  # without "mẫu" it may be a fruit
        ("khu 12 phường 3", ""),
        ("nđ 61/2018", ""),
        ("QĐ 766", ""),
        ("TK1-TS", ""),
        ("1.001193", ""),
        ("", ""),
    ],
)
def test_letters_and_figures_that_are_one_number_are_put_together(text, joined):
    assert in_one_piece(text) == joined

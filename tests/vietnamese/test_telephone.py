"""Telephone numbers in lines as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.telephone import numbers, pieces


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("0292 3812 345", ["tel:+842923812345"]),
        ("(0292) 3.812.345", ["tel:+842923812345"]),
        ("+84 292 3812 345", ["tel:+842923812345"]),
        ("0912345678", ["tel:+84912345678"]),
        ("0292 3812 345 (giờ hành chính)", ["tel:+842923812345"]),
        ("0292 3812 345 / 0912 345 678", ["tel:+842923812345", "tel:+84912345678"]),
        ("0233 3888 101 - 0233 3888 102", ["tel:+842333888101", "tel:+842333888102"]),
        ("0200.3888.101, 0200.3888.102", ["tel:+842003888101", "tel:+842003888102"]),
        ("0233 3888 101-102", ["tel:+842333888101"]),
        ("0233.3888.101/102/103", ["tel:+842333888101"]),
        ("1900 9068", ["tel:19009068"]),
        ("19009068", ["tel:19009068"]),
        ("1022", ["tel:1022"]),
        ("1022 hoặc 0233 3888 101", ["tel:1022", "tel:+842333888101"]),
        ("113", ["tel:113"]),
        ("chưa có", []),
        ("phòng 12, tầng 3", []),
        ("", []),
    ],
)
def test_each_number_of_a_line_is_dialled_by_itself(written, dialled):
    assert [number.href for number in numbers(written)] == dialled


def test_what_stands_between_the_numbers_stays():
    assert [piece.text for piece in pieces("0233 3888 101 – 0233 3888 102 (giờ hành chính)")] == [
        "0233 3888 101",
        " – ",
        "0233 3888 102",
        " (giờ hành chính)",
    ]


@given(st.text() | st.text(alphabet="0123456789 .-/+()"))
def test_nothing_of_a_line_is_lost_and_every_link_can_be_dialled(line):
    found = pieces(line)
    assert "".join(piece.text for piece in found) == line
    assert all(piece.href == "" or piece.href.startswith("tel:") for piece in found)

"""What an order refuses before anything is made."""

import pytest

from posting.printing.order import PrintOrder
from posting.rules.refusal import CannotPrintError
from posting.rules.selection import Selection

ALL = {"selection": {"everything": True}}


@pytest.mark.parametrize(
    ("kind", "wanted", "said"),
    [
        ("mural", {}, "Không có loại giấy “mural”."),
        ("board", {"size": "A9"}, "Bảng niêm yết không có khổ A9; có: A3, A2, A1, A0."),
        ("short", {"size": "A5"}, "không có khổ A5"),
        ("board", {"columns": 7}, "từ 2 đến 6 cột"),
        ("board", {"columns": "nhiều"}, "từ 2 đến 6 cột"),
        ("short", {"purpose": "eaten"}, "Không có mục đích in “eaten”."),
        ("short", {"purpose": "handed", "hang": True}, "đưa cho người dân thì không treo"),
        ("short", {"hang": True}, "Hãy ghi chỗ treo"),
        ("short", {"spot": "a" * 201}, "Chỗ treo dài nhất 200 ký tự."),
        ("short", {"selection": {"level": "moon"}}, "Không có cấp “moon”"),
    ],
)
def test_what_no_printer_could_do_is_refused_in_plain_words(kind, wanted, said):
    with pytest.raises(CannotPrintError, match=said):
        PrintOrder.from_wanted(kind, ALL | wanted, None)


@pytest.mark.django_db
def test_a_counter_that_does_not_exist_is_refused():
    with pytest.raises(CannotPrintError, match="danh bạ cơ quan"):
        PrintOrder.from_wanted("short", ALL | {"counter": 999_999}, None)


def test_size_and_columns_follow_from_the_kind_when_nobody_says_them():
    order = PrintOrder("board", Selection(everything=True))
    assert (order.paper_size, order.paper_columns) == ("A3", 3)
    assert PrintOrder("board", Selection(everything=True), size="A0").paper_columns == 6


def test_names_that_an_order_does_not_know_are_left_aside():
    order = PrintOrder.from_wanted("board", ALL | {"size": "A1", "replaces": {"K7M2Q4R": ""}}, None)
    assert order.size == "A1"

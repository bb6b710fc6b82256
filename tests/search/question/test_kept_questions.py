"""Questions that may be counted, and those that may name somebody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.question.kept_questions import LONGEST, kept_form


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Đăng  KÝ khai sinh ", "đăng ký khai sinh"),
        ("hoà giải", "hòa giải"),
        ("1.001193", "1.001193"),
        ("mã 1.001193.000.00.00.H37 ở đâu", "mã 1.001193.000.00.00.h37 ở đâu"),
        ("nghị định 61/2018/NĐ-CP", "nghị định 61/2018/nđ-cp"),
        ("vay 50 triệu", "vay 50 triệu"),
        ("luật đất đai 2024", "luật đất đai 2024"),
    ],
)
def test_ordinary_questions_are_kept_in_one_spelling(typed, kept):
    assert kept_form(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "cccd 012345678901",
        "căn cước 012 345 678 901",
        "gọi 0912345678",
        "gọi 0912.345.678",
        "+84 (91) 234-5678",
        "cmnd 123456789",
        "hồ sơ H37.12-240101-0001",
        "an.nguyen@example.vn khai sinh",
        "sinh ngày 01/02/1990",
        "xe 29A-123.45",
        "xe 29a1 12345",
        "hộ chiếu B1234567",
        "https://example.vn/?token=x",
        "chữ " * 40,
        "",
        " \n ",
    ],
)
def test_what_may_name_somebody_is_not(typed):
    assert kept_form(typed) == ""


@given(st.text(max_size=300))
def test_any_text_is_bounded_and_keeps_its_form(text):
    form = kept_form(text)
    assert len(form) <= LONGEST
    assert kept_form(form) in (form, "")

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
        ("dang ky khai sinh cho con", "dang ky khai sinh cho con"),
        ("trần nhà bị dột, ai sửa", "trần nhà bị dột, ai sửa"),
        ("đất của ông bà để lại", "đất của ông bà để lại"),
        ("hộ khẩu thành phố Hồ Chí Minh", "hộ khẩu thành phố hồ chí minh"),
        ("bảo hiểm của cơ quan", "bảo hiểm của cơ quan"),
        ("nghị định 168/2024/nđ-cp", "nghị định 168/2024/nđ-cp"),
        ("thông tư 01/2024/TT-BTC và luật 59/2020/QH14", "thông tư 01/2024/tt-btc và luật 59/2020/qh14"),
        ("từ năm 2020 đến năm 2024", "từ năm 2020 đến năm 2024"),
        ("nhà 4x20 m đường 12 m", "nhà 4x20 m đường 12 m"),
        ("mẫu 01a đơn xin", "mẫu 01a đơn xin"),
        ("ba năm sau hai anh em", "ba năm sau hai anh em"),
        ("dichvucong.gov.vn đăng nhập", "dichvucong.gov.vn đăng nhập"),
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
        "giấy khai sinh của lê hoàng nam",
        "giay khai sinh cua le hoang nam",
        "giấy tờ của Sùng Mí Và",
        "khai sinh nguyen thu ha",
        "khai sinh cho cháu sinh ngày 5 tháng 3 năm 2024",
        "khai tử ngày 5 tháng 3",
        "sổ đỏ số 123456",
        "sổ đỏ của bà lan",
        "gia hạn 5/3/24",
        "căn cước 079/085/012/345 mất",
        "căn cước 079,085,012,345 mất",
        "căn cước 079–085–012–345 mất",
        "căn cước 079 · 085 · 012 — 345 mất",
        "căn cước 079x085x012x345 mất",
        "căn cước 079_085_012_345 mất",
        "căn cước ０７９０８５０１２３４５ mất",
        "cccd o79o85o12345",
        "cccd 0790l50l2345",
        "cmnd 1234567 890",
        "cmnd 1.234567 89",
        "bảo hiểm 1234567 mất",
        "số không bảy chín không tám lăm một hai",
        "xe 59X1-1234",
        "xe 29A 1234",
        "xe 29 - A - 12345",
        "xe 59 x1 / 123.45",
        "1985-03-12 khai sinh",
        "12 3 1985 khai sinh",
        "12·3·85 khai sinh",
        "12 tháng 3 năm 1985",
        "12 thang 3 nam 85",
        "lan @ gmail.com",
        "lan a còng gmail",
        "lan (at) gmail",
        "facebook.com/lan.nguyen.85",
        "gmail . com của tôi",
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

"""A number that is somebody's is left out of the words around it; no other number is."""

import pytest

from vietnamese.somebodys_numbers import AMONG, without_numbers_among


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("căn cước 079085012345 mất", "căn cước mất"),
        ("căn cước 079 085 012 345 mất", "căn cước mất"),
        ("căn cước 079/085/012/345 mất", "căn cước mất"),
        ("căn cước 079,085,012,345, mất", "căn cước, mất"),
        ("căn cước 079 – 085 – 012 – 345 mất", "căn cước mất"),
        ("căn cước ０７９０８５０１２３４５ mất", "căn cước mất"),
        ("mã 1.001193 căn cước 079085012345", "mã 1.001193 căn cước"),
        ("gọi 0912.345.678 hỏi 1.001193", "gọi hỏi 1.001193"),
        ("hồ sơ H37.12-240101-0001 đâu rồi", "hồ sơ đâu rồi"),
        ("hộ chiếu B1234567 mất", "hộ chiếu mất"),
        ("lan@example.vn quên mật khẩu", "quên mật khẩu"),
        ("0912345678 079085012345", ""),
    ],
)
def test_somebody_s_number_is_left_out(typed, left):
    assert without_numbers_among(typed) == (left, AMONG)


@pytest.mark.parametrize(
    "typed",
    [
        "khai  sinh",
        "1.001193, 2.000815 và 1.001193.000.00.00.H37",
        "nghị định 168/2024/NĐ-CP ngày 26/12/2024",
        "luật 59/2020/QH14",
        "vay 50.000.000 đồng",
        "TAM-05660",
        "gọi 1900 1234",
        "",
    ],
)
def test_other_texts_stay_as_they_are(typed):
    assert without_numbers_among(typed) == (typed, "")


def test_a_laws_number_stays_beside_a_forms_number():
    text = "mẫu số 21 151/2025/NĐ-CP tách thửa"
    assert without_numbers_among(text) == (text, "")


def test_figures_that_only_look_like_a_laws_number_are_left_out():
    rest, told = without_numbers_among("số 0790/2025/001234 của tôi")
    assert "001234" not in rest
    assert told == AMONG

"""What an address made from a Vietnamese name looks like."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.slug import slug

ANY_TEXT = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Đăng ký kết hôn", "dang-ky-ket-hon"),
        ("Thủ tục cấp đổi “sổ đỏ” (lần 2)", "thu-tuc-cap-doi-so-do-lan-2"),
        ("  61/2018/NĐ-CP  ", "61-2018-nd-cp"),
        ("Hộ tịch – 中文 – cấp xã", "ho-tich-cap-xa"),
    ],
)
def test_a_name_is_readable_in_its_address(name: str, address: str) -> None:
    assert slug(name) == address


@pytest.mark.parametrize("name", ["", " – ", "中文", "\ud800"])
def test_a_name_without_letters_still_has_an_address(name: str) -> None:
    assert slug(name) == "muc"


def test_a_long_name_is_cut_between_words() -> None:
    assert slug("Đăng ký kết hôn", max_length=10) == "dang-ky"


def test_a_word_that_just_fits_is_kept_whole() -> None:
    assert slug("Đăng ký kết hôn", max_length=11) == "dang-ky-ket"


def test_a_single_long_word_is_cut_where_it_must_be() -> None:
    assert slug("đ" * 100, max_length=10) == "d" * 10


def test_a_length_without_room_for_any_address_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 3"):
        slug("Đăng ký", max_length=2)


@given(ANY_TEXT, st.integers(3, 100))
def test_an_address_is_always_plain_and_short_enough(name: str, max_length: int) -> None:
    address = slug(name, max_length)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", address)
    assert len(address) <= max_length


@given(ANY_TEXT)
def test_the_address_of_an_address_is_itself(name: str) -> None:
    assert slug(slug(name)) == slug(name)

"""Levels in the words of people: one or several, joined in any way, as levels or as the bodies of a level."""

import pytest

from procedures_catalog.files.lists.level_words import LEVEL_CHOICES, levels_in

SEVERAL = [
    ("Cấp tỉnh, Cấp xã", "province commune"),
    ("Cấp tỉnh; Cấp xã", "province commune"),
    ("Cấp tỉnh/Cấp xã", "province commune"),
    ("Cấp tỉnh và cấp xã", "province commune"),
    ("Cấp tỉnh hoặc cấp xã", "province commune"),
    ("Cấp tỉnh và/hoặc cấp xã", "province commune"),
    ("Cấp tỉnh & Cấp xã", "province commune"),
    ("Cấp tỉnh\nCấp xã", "province commune"),
    ("- Cấp tỉnh\n- Cấp xã", "province commune"),
    ("CẤP TỈNH + CẤP XÃ", "province commune"),
    ("Cấp tỉnh – Cấp xã", "province commune"),
    ("Cap tinh, cap xa", "province commune"),
    ("Cấp Tỉnh Cấp Xã", "province commune"),
    ("Cấp Bộ, Cấp tỉnh, Cấp xã, Cơ quan khác", "ministry province commune other"),
    ("bộ, tỉnh, xã", "ministry province commune"),
    ("Tỉnh, huyện, xã", "province district commune"),
    ("Trung ương; địa phương cấp tỉnh", ""),
]
BODIES = [
    ("Ủy ban nhân dân cấp xã", "commune"),
    ("Uỷ ban nhân dân cấp xã", "commune"),
    ("ỦY BAN NHÂN DÂN XÃ, PHƯỜNG, ĐẶC KHU", "commune"),
    ("UBND xã/phường/đặc khu", "commune"),
    ("UBND xã, phường và thị trấn", "commune"),
    ("xã, phường, thị trấn", "commune"),
    ("Đặc khu", "commune"),
    ("Các xã, phường", "commune"),
    ("Cấp Bộ", "ministry"),
    ("Bộ, ngành Trung ương", "ministry"),
    ("Bộ, cơ quan ngang Bộ", "ministry"),
    ("Trung ương", "ministry"),
    ("Cấp TW", "ministry"),
    ("Sở", "province"),
    ("Cấp sở", "province"),
    ("Các Sở, ban, ngành cấp tỉnh", "province"),
    ("UBND tỉnh, thành phố trực thuộc Trung ương", "province"),
    ("Tỉnh/Thành phố", "province"),
    ("UBND huyện, thành phố, thị xã", "district"),
    ("thành phố, thị xã, huyện", "district"),
    ("Thành phố thuộc tỉnh", "district"),
]
#: What may be of several levels, or of none: not understood.
NOT_UNDERSTOOD = [
    "thành phố", "UBND thành phố", "UBND", "UBND các cấp", "Các cấp", "Sở Tư pháp", "Cấp Trời", "Xã hội", "Quân khu 5",
    "Cấp xã Nhị Bình", "<script>", "",
]  # fmt: skip


@pytest.mark.parametrize(("text", "levels"), SEVERAL + BODIES)
def test_levels_are_understood_in_whatever_words(text, levels):
    assert levels_in(text) == frozenset(levels.split())


@pytest.mark.parametrize("text", NOT_UNDERSTOOD)
def test_what_may_mean_several_things_is_not_guessed(text):
    assert levels_in(text) == frozenset()


def test_every_word_that_the_message_offers_is_understood():
    offered = [choice for choice in LEVEL_CHOICES.split("; ") if not choice.startswith(("tên", "cấp rồi", "nhiều"))]
    assert len(offered) > 6
    assert all(map(levels_in, offered))

"""Two spellings of one name must meet; two names must not."""

import unicodedata

import pytest

from agencies.reform.names import bare, loose, province_key, split_type


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xã Thuỷ Xuân", "xã  thủy xuân"),
        ("Phường 04", "Phường 4"),
        ("Xã Hòa Tú II", "Xã Hòa Tú 2"),
        ("Thị trấn NT Thái Bình", "Thị trấn Nông Trường Thái Bình"),
        ("Xã Cư M’gar", "Xã Cư M'gar"),
        (unicodedata.normalize("NFD", "Xã Đất Mũi"), "Xã Đất Mũi"),
    ],
)
def test_same_name(one, other):
    assert bare(one) == bare(other)


@pytest.mark.parametrize(("one", "other"), [("Xã Tân Hòa", "Xã Tân Hóa"), ("Xã An Bình", "Xã An Bình A")])
def test_other_name(one, other):
    assert bare(one) != bare(other)


def test_a_type_alone_is_a_name():
    assert split_type("Xã") == ("", "xã")


@pytest.mark.parametrize(("one", "other"), [("Xã Ea H’Leo", "Xã EaHleo"), ("Xã Mỹ Quí", "Xã Mỹ Quý")])
def test_loosely_the_same(one, other):
    assert loose(one) == loose(other)


@pytest.mark.parametrize("name", ["TP HCM", "TP. HCM", "Thành phố Hồ Chí Minh", "hồ chí minh"])
def test_the_big_city(name):
    assert province_key(name) == "hochiminh"

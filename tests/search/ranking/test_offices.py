"""Which offices a question names."""

import pytest

from search.ranking.fields import BY_COMMUNE, NOT_AT_HOME
from search.ranking.offices import wanted_traits


@pytest.mark.parametrize(
    "text",
    [
        "chứng thực chữ ký ở xã",
        "nộp tại UBND phường hay ở đâu",
        "chung thuc o ubnd xa",
        "cong an phuong cap can cuoc",
    ],
)
def test_the_commune_is_named_with_marks_or_without(text):
    assert set(wanted_traits(text)) == {BY_COMMUNE, NOT_AT_HOME}


@pytest.mark.parametrize(
    "text",
    [
        "bảo hiểm xã hội một lần",
        "bao hiem xa hoi mot lan",
        "thành lập hợp tác xã",
        "đăng ký phương tiện thủy",
        "dang ki tai phuong tien",
        "dang ki khai sinh",
        "",
    ],
)
def test_what_only_sounds_like_a_commune_is_none(text):
    assert wanted_traits(text) == {}


@pytest.mark.parametrize("text", ["Sở Tư pháp cấp phiếu gì", "so tu phap cap phieu gi", "UBND cấp tỉnh", "cấp huyện"])
def test_an_office_above_is_at_home_but_no_commune(text):
    assert set(wanted_traits(text)) == {NOT_AT_HOME}


def test_who_names_an_office_abroad_may_mean_what_is_done_there():
    assert set(wanted_traits("đăng ký kết hôn ở xã với người nước ngoài")) == {BY_COMMUNE, NOT_AT_HOME}
    assert set(wanted_traits("khai sinh ở đại sứ quán rồi thì về xã làm gì")) == {BY_COMMUNE}

"""Which offices a question names."""

import pytest

from search.ranking.fields import BY_COMMUNE, FOREIGN, NOT_AT_HOME
from search.ranking.offices import offices_first, wanted_traits
from search.ranking.postings import Candidate


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
    assert set(wanted_traits(text)) == {BY_COMMUNE, NOT_AT_HOME, FOREIGN}


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
    assert BY_COMMUNE not in wanted_traits(text)


@pytest.mark.parametrize("text", ["Sở Tư pháp cấp phiếu gì", "so tu phap cap phieu gi", "UBND cấp tỉnh", "cấp huyện"])
def test_an_office_above_is_at_home_but_no_commune(text):
    assert set(wanted_traits(text)) == {NOT_AT_HOME, FOREIGN}


def test_who_names_an_office_abroad_may_mean_what_is_done_there():
    assert set(wanted_traits("đăng ký kết hôn ở xã với người nước ngoài")) == {BY_COMMUNE, NOT_AT_HOME}
    assert set(wanted_traits("khai sinh ở đại sứ quán rồi thì về xã làm gì")) == {BY_COMMUNE}


@pytest.mark.parametrize("text", ["làm giấy khai sinh cho con", "mat so do", "cưới vợ cần giấy gì"])
def test_an_everyday_question_that_says_nothing_of_abroad_means_what_is_done_at_home(text):
    assert all(points < 0 for points in wanted_traits(text).values())
    assert set(wanted_traits(text)) == {NOT_AT_HOME, FOREIGN}


@pytest.mark.parametrize(
    "text",
    ["em lấy chồng Hàn", "khai sinh cho con ở Nhật", "viet kieu ve que mua nha", "gia hạn visa", "vợ người nước ngoài"],
)
def test_who_says_anything_of_abroad_may_mean_it(text):
    assert wanted_traits(text) == {}


def test_a_long_question_tells_of_abroad_in_words_of_its_own():
    assert wanted_traits(" ".join(f"chuyện{number}" for number in range(20))) == {}


def candidate(kind: str, name: str, is_current: bool = True) -> tuple[float, Candidate]:
    return 1.0, Candidate(f"{kind}:{name}", kind, name, [name], is_current, 0.0)


def test_the_offices_that_are_asked_for_come_first_in_their_order_and_nothing_else_moves():
    ordered = [
        candidate("procedure", "x"),
        candidate("procedure", "cong an"),
        candidate("agency", "cong an", is_current=False),
        candidate("agency", "uy ban"),
        candidate("agency", "cong an"),
    ]
    moved = offices_first(ordered, ("cong an", "uy ban"))
    assert moved == [ordered[4], ordered[3], *ordered[:3]]
    assert offices_first(ordered, ()) == ordered

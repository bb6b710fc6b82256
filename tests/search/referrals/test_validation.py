"""What an editor reads of an answer that could not be shown."""

import pytest

from search.referrals.reading import Referral
from search.referrals.validation import LONGEST_NAME, MOST_NAMES, complaints


def about(*names: str, telephone: str = "", link: str = "", others=()) -> dict:
    return dict(complaints(Referral("Diều", "Vá.", "Xưởng", telephone, link, names), others))


def test_a_good_one_can_be_taken():
    assert about("diều hỏng", "diều rách", telephone="115") == {}


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("diều hỏng",), "Ghi từ 2 đến"),
        (tuple(f"diều số {number}" for number in range(MOST_NAMES + 1)), "Ghi từ 2 đến"),
        (("diều hỏng", "d" * (LONGEST_NAME + 1)), "dài quá"),
        (("diều hỏng", "ở đâu"), "“ở đâu” chỉ có những chữ"),
    ],
)
def test_names_that_could_not_be_asked_are_refused(names, said):
    assert said in about(*names)["names"][0]


def test_a_name_leads_to_one_place():
    (said,) = about("diều rách", "Dieu Hong", others=[Referral("Thợ diều", "", "", names=("diều hỏng",))])["names"]
    assert "“Thợ diều”" in said


def test_a_telephone_that_nobody_can_call_is_refused():
    assert "Không thấy số" in about("diều hỏng", "diều rách", telephone="gọi thợ")["telephone"][0]


@pytest.mark.parametrize(
    ("link", "is_taken"),
    [("https://dieu.vn/", True), ("http://dieu.vn/", True), ("ftp://dieu.vn/", False), ("dieu.vn", False)],
)
def test_a_link_leads_to_the_web(link, is_taken):
    assert ("link" not in about("diều hỏng", "diều rách", link=link)) is is_taken

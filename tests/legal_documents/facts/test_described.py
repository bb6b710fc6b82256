"""A document is known by what its citation says of it, and by no more."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal_documents.facts.described import Described, described, own_key


@pytest.mark.parametrize(
    ("number", "title", "said"),
    [
        ("3/2021/NĐ-CP", "Quy định về thả diều", Described("decree", "Chính phủ", None)),
        ("7/2018/TT-BYT", "", Described("circular", "Bộ Y tế", None)),
        ("9/2017/QĐ-TTg", "", Described("decision", "Thủ tướng Chính phủ", None)),
        ("12/2020/QH14", "Luật Thả diều", Described("law", "Quốc hội", None)),
        ("12/2020/QH14", "Thả diều", Described("law", "Quốc hội", None)),
        ("12/2020/QH14", "Bộ luật Diều", Described("code", "Quốc hội", None)),
        ("12/2020/QH14", "Về việc thực hiện chính sách diều", Described("resolution", "Quốc hội", None)),
        ("12/2020/QH14", "", Described("", "Quốc hội", None)),
        ("5/2013/TTLT-BTC-BCA", "", Described("joint_circular", "Bộ Tài chính, Bộ Công an", None)),
        ("15/2004/PL-UBTVQH11", "", Described("ordinance", "Ủy ban Thường vụ Quốc hội", None)),
        ("18-L/CTN", "Luật Diều", Described("law", "Chủ tịch nước", None)),
    ],
)
def test_the_letters_and_the_first_words_tell_kind_and_maker(number: str, title: str, said: Described) -> None:
    assert described(number, title) == said


def test_a_protocol_is_no_decree() -> None:
    assert described("", "Nghị định thư về diều").kind == ""


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("Quy định trên địa bàn tỉnh Gió", "Ủy ban nhân dân tỉnh Gió"),
        ("Quyết định của UBND thành phố Diều về hàng từ tỉnh Gió", "Ủy ban nhân dân thành phố Diều"),
        ("Về hàng từ tỉnh Gió sang tỉnh Mây", ""),
        ("Quy định về diều", ""),
    ],
)
def test_of_a_provinces_decision_the_title_must_say_whose_it_is(title: str, issuer: str) -> None:
    assert described("3/2021/QĐ-UBND", title).issuer == issuer


@pytest.mark.parametrize("day", ["05/02/2021", "5-2-2021", "05 tháng 02 năm 2021", "5 tháng 2 năm 2021"])
def test_the_day_stands_behind_the_number(day: str) -> None:
    title = f"Nghị định số 3/2021/NĐ-CP ngày {day} của Chính phủ"
    assert described("3/2021/NĐ-CP", title).issued_on == date(2021, 2, 5)


@pytest.mark.parametrize(
    "title",
    [
        "sửa đổi Nghị định số 5/2019/NĐ-CP ngày 05/02/2019",
        "Nghị định số 3/2021/NĐ-CP ngày 05/02/2019",
        "Nghị định số 3/2021/NĐ-CP ngày 31/02/2021",
        "Nghị định số 3/2021/NĐ-CP có hiệu lực từ ngày 05/02/2021",
    ],
)
def test_another_day_is_not_taken_for_it(title: str) -> None:
    assert described("3/2021/NĐ-CP", title).issued_on is None


@pytest.mark.parametrize(
    ("number", "title", "key"),
    [
        ("46/2020", "Nghị định số 46/2020/NĐ-CP", "46/2020/nd-cp"),
        ("25", "Thông tư số 25/2022/TT-BTC ngày 28/4/2022", "25/2022/tt-btc"),
        ("46/2020", "Nghị định số 3/2021/NĐ-CP", ""),
        ("", "Nghị định số 3/2021/NĐ-CP", ""),
        ("6", "Luật sửa đổi, bổ sung một số điều của nhiều luật khác nhau số 6/2020/QH14", ""),
    ],
)
def test_a_number_without_its_letters_is_completed_from_the_title_that_goes_on_from_it(
    number: str, title: str, key: str
) -> None:
    assert own_key(number, title) == key


@given(st.text(), st.text())
def test_whatever_is_written_something_can_be_said_of_it(number: str, title: str) -> None:
    assert isinstance(described(number, title), Described)

"""Lists written with commas: names that hold commas stay whole, and no guess loses a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.names_list import JOIN, split_agencies, split_applicants, split_results

_KINDS = [
    "Tổ chức (không bao gồm doanh nghiệp, HTX)",
    "Cán bộ, công chức, viên chức",
    "Công dân Việt Nam",
    "1",
    "sở",
    "",
]
_LISTS = st.lists(
    st.sampled_from([*_KINDS, "Bộ Diều, Sáo", "Ủy ban xã", "Thẻ, phôi", "giấy"])
    | st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=12),
    min_size=1,
).map(JOIN.join)


@given(st.sampled_from([split_applicants, split_agencies, split_results]), _LISTS)
def test_joining_what_was_split_gives_the_text_back(split, text):
    assert JOIN.join(split(text)) == text


def test_kinds_of_applicant_keep_the_commas_inside_them():
    text = "Công dân Việt Nam, Cán bộ, công chức, viên chức, Tổ chức (không bao gồm doanh nghiệp, HTX), Doanh nghiệp"
    assert split_applicants(text) == (
        "Công dân Việt Nam",
        "Cán bộ, công chức, viên chức",
        "Tổ chức (không bao gồm doanh nghiệp, HTX)",
        "Doanh nghiệp",
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bộ Diều, Thể thao và Sáo", ("Bộ Diều, Thể thao và Sáo",)),
        ("Sở Diều, Ủy ban nhân dân cấp xã", ("Sở Diều", "Ủy ban nhân dân cấp xã")),
        ("Sở Diều, Sáo và Gió, sở Mây", ("Sở Diều, Sáo và Gió", "sở Mây")),
    ],
)
def test_a_comma_parts_agencies_only_before_what_begins_like_one(text, names):
    assert split_agencies(text) == names


def test_a_result_goes_on_until_something_begins_like_a_document():
    assert split_results("Thẻ diều, sáo và dây, Giấy phép bay") == ("Thẻ diều, sáo và dây", "Giấy phép bay")


def test_a_result_of_several_lines_is_left_alone():
    assert split_results("Thẻ, Giấy\nBản sao, Thẻ") == ("Thẻ, Giấy\nBản sao, Thẻ",)

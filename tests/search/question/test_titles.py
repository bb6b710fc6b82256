"""Titles of documents in a question."""

import pytest

from search.question.titles import title_asked


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("tìm Luật Cư trú", "luật cư trú"),
        ("noi dung nghi dinh ve co che mot cua", "nghi dinh ve co che mot cua"),
        ("Cho xin toàn văn thông tư về hộ tịch ạ", "thông tư về hộ tịch ạ"),
        ("luật đất đai còn hiệu lực không?", "luật đất đai"),
    ],
)
def test_what_is_said_around_a_title_is_no_part_of_it(text, title):
    assert title_asked(text) == title


@pytest.mark.parametrize("text", ["Luật Cư trú", "tìm việc làm", "luật sư", "xin quyết định", "", "xem phim"])
def test_a_title_alone_and_what_is_none_need_no_other_wording(text):
    assert title_asked(text) == ""

"""Answers of the kind "not here, but there" are read from texts, and those of the portal are in order."""

import unicodedata

import pytest
from django.core.validators import URLValidator

from search.referrals.reading import Referral, read_referrals, starting_referrals
from search.referrals.validation import complaints

BLOCK = """
# Diều
[dieu-hong] Diều hỏng
trả lời: Diều rách thì thợ diều vá.
nơi đến: Xưởng diều
điện thoại: 1900 0000
liên kết: https://dieu.vn/
tên: diều hỏng | diều rách

[dieu-lac] Diều bay mất
trả lời: Ai nhặt được thì giữ hộ.
nơi đến: Bãi thả diều
tên: mất diều
"""


def read(tmp_path, text: str) -> dict[str, Referral]:
    path = tmp_path / "dieu.txt"
    path.write_text(text, encoding="utf-8")
    return dict(read_referrals(path))


def test_a_block_says_one_sentence_where_to_go_and_how_people_ask(tmp_path):
    said = read(tmp_path, BLOCK)
    names = ("diều hỏng", "diều rách")
    assert said["dieu-hong"] == Referral(
        "Diều hỏng", "Diều rách thì thợ diều vá.", "Xưởng diều", "1900 0000", "https://dieu.vn/", names
    )
    assert said["dieu-lac"].telephone == said["dieu-lac"].link == ""


@pytest.mark.parametrize(
    "line", ["nói: gì đó", "tên:", "không có dấu hai chấm", "[Diều] Mã có chữ hoa", "tên: hai lần"]
)
def test_a_line_that_is_none_of_the_format_is_named(tmp_path, line):
    with pytest.raises(ValueError, match=r"dieu\.txt, dòng 3"):
        read(tmp_path, f"[dieu] Diều\ntên: diều gì đó\n{line}\n")


def test_an_answer_that_lacks_a_part_is_named(tmp_path):
    with pytest.raises(ValueError, match="“dieu” thiếu"):
        read(tmp_path, "[dieu] Diều\ntrả lời: Không.\ntên: diều gì đó\n")


def test_the_answers_that_the_portal_brings_along_can_be_taken_as_an_editor_would_write_them():
    texts = starting_referrals()
    assert len(texts) >= 80
    for key, said in texts.items():
        others = [other for other in texts.values() if other is not said]
        assert complaints(said, others) == {}, key
        assert max(len(said.title) / 100, len(said.answer) / 200, len(said.place) / 200) <= 1, key
        assert (said.answer[-1], said.place[-1] == ".") == (".", False), key
        assert all(unicodedata.is_normalized("NFC", text) for text in (said.answer, said.place, *said.names))
        if said.link:
            URLValidator(schemes=["https"])(said.link)

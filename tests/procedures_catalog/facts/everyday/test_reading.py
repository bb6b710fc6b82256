"""What people say of procedures is read from texts, and the texts that the portal brings along are in order."""

import re
import unicodedata

import pytest

from procedures_catalog.facts.everyday.reading import LONGEST_WHEN, Everyday, read_everyday, starting_texts

BLOCK = """
# Diều
[9.100001] Cấp thẻ thả diều
dùng khi: muốn thả diều ở bãi của xã
không dùng khi: thả đèn trời
tên: thẻ diều | giấy thả diều
khi: con mới có diều | mất thẻ
hỏi: thả diều có phải xin phép không
hỏi: tha dieu o dau

[9.100002] Cấp lại thẻ thả diều
hỏi: mất thẻ diều thì xin lại ở đâu
"""


def read(tmp_path, text: str) -> dict[str, Everyday]:
    path = tmp_path / "dieu.txt"
    path.write_text(text, encoding="utf-8")
    return dict(read_everyday(path))


def test_a_block_says_names_situations_questions_and_when(tmp_path):
    said = read(tmp_path, BLOCK)
    assert said["9.100001"] == Everyday(
        "muốn thả diều ở bãi của xã",
        "thả đèn trời",
        ("thẻ diều", "giấy thả diều"),
        ("con mới có diều", "mất thẻ"),
        ("thả diều có phải xin phép không", "tha dieu o dau"),
    )
    assert said["9.100002"] == Everyday(questions=("mất thẻ diều thì xin lại ở đâu",))


@pytest.mark.parametrize(
    "line", ["nói: gì đó", "tên:", "không có dấu hai chấm", "[diều] Không có mã", "dùng khi: nói lần nữa"]
)
def test_a_line_that_is_none_of_the_format_is_named(tmp_path, line):
    with pytest.raises(ValueError, match=r"dieu\.txt, dòng 3"):
        read(tmp_path, f"[9.100001] Thẻ diều\ndùng khi: thả diều\n{line}\n")


def test_the_texts_that_the_portal_brings_along_say_what_a_page_can_show():
    texts = starting_texts()
    assert len(texts) > 2_000
    for code, said in texts.items():
        assert re.fullmatch(r"\d\.\d{6}", code)
        for sentence in filter(None, (said.used_when, said.not_used_when)):
            assert len(sentence) <= LONGEST_WHEN
            assert not sentence.endswith(".")
            assert unicodedata.is_normalized("NFC", sentence)
        assert said.questions, code
        assert said.names, code
        assert said.used_when, code

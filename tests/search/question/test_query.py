"""Questions taken apart: bounds, noise, codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.question.query import MAX_CHARACTERS, MAX_LIMIT, MAX_OFFSET, MAX_WORDS, Query, take_apart
from search.question.terms import code_form, name_form, terms


def test_numbers_are_brought_within_their_bounds():
    query = Query("x" * 5_000, limit=10**9, offset=10**9)
    assert (len(query.text), query.limit, query.offset) == (MAX_CHARACTERS, MAX_LIMIT, MAX_OFFSET)
    assert (Query("", limit=-1, offset=-1).limit, Query("", limit=-1, offset=-1).offset) == (0, 0)


def test_only_the_first_words_are_read():
    asked = take_apart(" ".join(f"chữ{number}" for number in range(200)))
    assert asked.words == tuple(f"chu{number}" for number in range(MAX_WORDS))
    assert len(asked.pairs) == MAX_WORDS - 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("thủ tục đăng ký khai sinh cần những gì?", ("dang", "ki", "khai", "sinh")),
        ("Tôi muốn xin giấy phép xây dựng ở đâu", ("giay", "phep", "xay", "dung")),
        ("thu tuc cap lai can cuoc bao nhieu", ("cap", "lai", "can", "cuoc")),
        ("hồ sơ lâm nghiệp làm thế nào", ("lam", "nghiep")),
        ("hồ sơ", ("ho", "so")),
        ("bao nhiêu", ("bao", "nhieu")),
        ("khai khai khai", ("khai",)),
        ("", ()),
    ],
)
def test_what_every_question_says_is_left_out_while_something_remains(text, words):
    assert take_apart(text).words == words


def test_pairs_keep_one_empty_word_but_not_two():
    pairs = take_apart("cho thuê đất ở đâu").pairs
    assert "cho_thue" in pairs
    assert "o_dau" not in pairs


def test_marks_are_kept_only_where_there_are_any():
    assert take_apart("Sổ Đỏ").marked == {"sổ", "đỏ"}
    assert take_apart("so do").marked == frozenset()
    assert take_apart("hoà thuỷ").marked == take_apart("hòa thủy").marked


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Tôi vừa sinh con tháng trước. Khai sinh cho cháu ở đâu? Cảm ơn.", {"khai", "sinh"}),
        ("Tôi vừa sinh con tháng trước, khai sinh cho cháu ở đâu?", set()),
        ("Xin chào. Khai sinh cho cháu ở đâu?", set()),
        ("theo Nghị định 15/2018/NĐ-CP và 1.001193", set()),
    ],
)
def test_the_last_of_several_sentences_is_told_apart(text, last):
    assert {term for term in take_apart(text).last if "_" not in term} == last


@pytest.mark.parametrize(
    ("text", "form", "is_code"),
    [
        ("1001193", "1-001193", True),
        ("mã số 1.001193", "1-001193", True),
        ("1.001193.000.00.00.H37", "1-001193", True),
        ("61/2018/NĐ-CP", "61-2018-nd-cp", True),
        ("nghị định 61/2018", "61-2018", True),
        ("theo nghị định 61/2018/NĐ-CP thì nộp ở đâu", "61-2018-nd-cp", False),
    ],
)
def test_codes_are_seen_in_what_is_asked(text, form, is_code):
    asked = take_apart(text)
    assert form in asked.codes
    assert asked.is_code == is_code


def test_a_dotted_code_is_not_looked_for_as_words():
    assert take_apart("1.001193").words == ()
    assert take_apart("thủ tục 1.001193 khai sinh").words == ("khai", "sinh")


def test_forms():
    assert name_form("Thủ tục  Đăng ký, khai sinh") == name_form("đăng ký khai sinh") == "dang ki khai sinh"
    assert name_form("Thủ tục") == "thu tuc"
    assert code_form(" 61 / 2018 / NĐ-CP ") == "61-2018-nd-cp"
    assert code_form("…") == ""
    assert terms("Khai sinh") == {"khai", "sinh", "khai_sinh"}


@given(st.text())
def test_any_text_can_be_taken_apart(text):
    asked = take_apart(text)
    assert len(asked.words) <= MAX_WORDS
    assert all(word == word.strip() and " " not in word for word in asked.words)
    assert asked.last <= {*asked.words, *asked.pairs}

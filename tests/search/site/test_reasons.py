"""Why a hit was found, as its line says it."""

from search.question.query import take_apart
from search.site.reasons import LONGEST_NAME, marked_name, reason

SAID = ("sổ bị rách", "mất sổ đỏ làm lại", "mất sổ đỏ")


def test_what_was_asked_is_marked_in_the_name():
    assert marked_name("Cấp lại thẻ <căn cước>", take_apart("can cuoc")) == "Cấp lại thẻ &lt;<mark>căn cước</mark>&gt;"
    assert len(marked_name("chữ " * 100, take_apart("x"))) <= LONGEST_NAME


def test_a_name_that_says_what_was_asked_is_reason_enough():
    assert reason("Cấp lại sổ đỏ bị mất", SAID, "mất sổ đỏ", take_apart("mất sổ đỏ")) == ("", "")


def test_the_shortest_phrase_of_people_that_says_most_is_the_reason():
    why = reason("Cấp lại Giấy chứng nhận", SAID, "", take_apart("mất sổ đỏ rồi"))
    assert why == ("Người dân hay nói", "<mark>mất sổ đỏ</mark>")


def test_else_it_is_a_piece_of_the_text():
    why, piece = reason("Cấp lại Giấy chứng nhận", (), "Nộp đơn báo mất sổ.", take_apart("mất sổ đỏ"))
    assert (why, piece) == ("Trong nội dung", "Nộp đơn báo <mark>mất sổ</mark>.")


def test_without_any_word_of_the_question_nothing_is_said():
    assert reason("Cấp lại Giấy chứng nhận", SAID, "Chữ khác.", take_apart("nhà trọ")) == ("", "")
    assert reason("Tên", SAID, "Chữ.", take_apart("")) == ("", "")

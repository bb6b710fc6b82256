"""Two texts are told apart word by word, and what stayed gives way to what changed."""

import pytest

from procedures_catalog.comparing.words import Piece, folded, marked


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in folded(marked(before, after))]


def test_only_the_word_that_changed_is_marked():
    assert told("Phí 8.000 đồng một bản", "Phí 12.000 đồng một bản") == [
        ("same", "Phí"),
        ("gone", "8.000"),
        ("new", "12.000"),
        ("same", "đồng một bản"),
    ]


@pytest.mark.parametrize("other", ["Diều  lớn\r\n bay", "Diều lớn\n\nbay ", " Diều lớn \nbay"])
def test_white_space_and_kinds_of_line_ends_are_no_difference(other):
    assert {piece.kind for piece in marked("Diều lớn\nbay", other)} == {"same"}


def test_a_line_end_more_is_a_difference():
    assert ("new", "\n") in told("Diều lớn bay", "Diều lớn\nbay")


def test_a_long_text_is_cut_around_its_difference_and_loses_no_word():
    words = [f"chữ{number}" for number in range(500)]
    changed = [*words[:250], "khác", *words[251:]]
    pieces = folded(marked(" ".join(words), " ".join(changed)))
    assert [piece.kind for piece in pieces] == ["cut", "same", "gone", "new", "same", "cut"]
    assert sum(piece.count for piece in pieces if piece.kind not in ("cut", "gone")) < 30
    assert " ".join(piece.text for piece in pieces if piece.kind != "gone").split() == changed


def test_a_text_that_came_or_went_whole_is_one_piece():
    assert marked("", "Có diều.") == (Piece("new", "Có diều."),)
    assert marked("Có diều.", "") == (Piece("gone", "Có diều."),)


def test_a_text_that_shares_only_words_here_and_there_is_another_text_whole():
    before = "Theo mức được quy định (Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định cho mỗi bản sao trích lục)"
    after = "12.000 đồng (mỗi bản sao)"
    assert marked(before, after) == (Piece("gone", before), Piece("new", after))


def test_a_text_that_lost_most_of_itself_keeps_what_stayed():
    before = "Nộp hồ sơ tại bộ phận một cửa của xã, kèm bản chính để đối chiếu và hai ảnh cỡ 3x4 chụp trong sáu tháng"
    after = "Nộp hồ sơ tại bộ phận một cửa của xã"
    assert marked(before, after)[0].kind == "same"

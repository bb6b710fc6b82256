"""Which document a citation means."""

import pytest

from legal_documents.facts.citations import Citation, Held, meant

NUMBER, KEY = "46/2020/QĐ-UBND", "46/2020/qd-ubnd"
NORTH = Held(1, KEY, "UBND tỉnh Ấp Bắc", "Quy định mức thu lệ phí hộ tịch trên địa bàn tỉnh")
SOUTH = Held(2, KEY, "Ủy ban nhân dân tỉnh Cửa Nam", "Quy định bảng giá đất")
DECREE = Held(3, "61/2018/nd-cp", "Chính phủ", "Về cơ chế một cửa")


@pytest.mark.parametrize(
    ("title", "which"),
    [
        ("Quyết định của UBND tỉnh Ấp Bắc", NORTH),
        ("Quyết định 46/2020/QĐ-UBND của Ủy ban nhân dân tỉnh Cửa Nam", SOUTH),
        ("Quyết định quy định mức thu lệ phí hộ tịch trên địa bàn tỉnh", NORTH),
        ("Quyết định về giá đất của UBND tỉnh Đèo Ngang", None),
        ("Quyết định 46/2020/QĐ-UBND", None),
        ("", None),
    ],
)
def test_issuer_or_title_tells_which_of_two_is_meant(title, which):
    assert meant(Citation(NUMBER, title), [NORTH, SOUTH]) == which


def test_one_document_alone_is_not_meant_where_others_count_in_the_same_way():
    assert meant(Citation(NUMBER), [NORTH]) is None
    assert meant(Citation(NUMBER, "Quyết định của UBND tỉnh Cửa Nam"), [NORTH]) is None
    assert meant(Citation(NUMBER, "Quyết định của UBND tỉnh Ấp Bắc"), [NORTH]) == NORTH


def test_a_number_that_one_maker_gives_is_enough():
    assert meant(Citation("61/2018/NĐ-CP"), [DECREE]) == DECREE


def test_a_document_held_twice_is_not_guessed():
    assert meant(Citation("61/2018/NĐ-CP"), [DECREE, Held(4, DECREE.key, "Chính phủ", "Bản khác")]) is None


def test_nothing_held_nothing_meant():
    assert meant(Citation(NUMBER), []) is None

"""What a PDF does to Vietnamese text is undone, and nothing else is touched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal_documents.text.repair import repaired
from vietnamese.spelling import clean

PIECES = ["gi", "ấy", "ph", "ép", "t", "h", "ủ", "tục", "điểm", "b", "áp", "5", "m", "ở", "-", ",", "người"]
HEAD = "CÔNG BÁO/Số {0}/Ngày 1-{0}-2026"


def mended(text: str) -> str:
    return repaired([text])[0]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Gi ấy phép lao độ ng", "Giấy phép lao động"),
        ("Đ iều 3. C ăn c ứ Luật", "Điều 3. Căn cứ Luật"),
        ("ngườ i có quyề n", "người có quyền"),
        ("GI ẤY PH ÉP", "GIẤY PHÉP"),
        ("t h ủ tụ c", "thủ tục"),
        ("hồ s ơ - x ã hội", "hồ sơ - xã hội"),
    ],
)
def test_words_in_pieces_become_whole(broken, whole):
    assert mended(broken) == whole


@pytest.mark.parametrize(
    "text",
    [
        "quy định tại điểm b áp dụng với khoản c ở trên",
        "dài 5 m ở nơi cao",
        "vitamin nhóm B ao gồm",
        "a) bánh mì; số 12/QĐ-UBND, gửi www.example.vn",
        "Ban hành kèm theo Quyết định này",
    ],
)
def test_what_is_whole_stays(text):
    assert mended(text) == text


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("số 61/2018/\nNĐ-\nCP", "số 61/2018/NĐ-CP"),
        ("mạng In-\ntơ-nét", "mạng In-tơ-nét"),
        ("nghị đ\xad\nịnh", "nghị định"),
        ("kinh tế -\nxã hội", "kinh tế -\nxã hội"),
        ("một dòng\nhai dòng", "một dòng\nhai dòng"),
    ],
)
def test_what_a_line_end_parted_is_joined(broken, whole):
    assert mended(broken) == whole


def test_loose_marks_are_joined_and_odd_bullets_go():
    assert mended(unicodedata.normalize("NFD", "Thủ tục")) == "Thủ tục"
    assert mended("\uf0b7 Đơn đề nghị\n\ue012\nẢnh") == "Đơn đề nghị\nẢnh"


def test_lines_that_stand_at_the_edge_of_every_page_are_dropped():
    pages = [
        f"{HEAD.format(n)}\nĐiều {n}\n{'nội dung riêng ' * n}\nhết điều {n * 'a'}\nTrang {n}/4" for n in (1, 2, 3, 4)
    ]
    found = repaired(pages)
    assert not any("CÔNG BÁO" in page or "Trang" in page for page in found)
    assert all(f"hết điều {n * 'a'}" in page for n, page in enumerate(found, 1))


def test_a_line_that_repeats_inside_the_pages_stays():
    pages = [f"mở đầu {n * 'b'}\nkhác {n * 'c'}\nĐiều khoản chung\nriêng {n * 'd'}\ncuối {n * 'e'}" for n in (1, 2, 3)]
    assert all("Điều khoản chung" in page for page in repaired(pages))


def test_two_pages_are_too_few_to_tell_a_head():
    assert repaired(["Mẫu số 1\nnội dung", "Mẫu số 2\nnội dung"]) == ("Mẫu số 1\nnội dung", "Mẫu số 2\nnội dung")


@given(st.lists(st.text(), max_size=4))
def test_any_text_is_repaired_without_raising_and_pages_keep_their_number(pages):
    assert len(repaired(pages)) == len(pages)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Co", "Cf", "Cc"])))
def test_only_white_space_is_lost(text):
    assert "".join(mended(text).split()) == "".join(clean(text).split())


@given(st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_repairing_twice_changes_nothing(text):
    assert mended(mended(text)) == mended(text)

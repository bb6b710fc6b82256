"""Capitals become a sentence; names and abbreviations keep theirs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.capitals import in_sentence_case

A_SYLLABLE = st.sampled_from(["thủ", "tục", "hưởng", "trợ", "cấp", "xoá", "khoẻ", "điều", "lệ"])


@pytest.mark.parametrize(
    ("shouted", "said"),
    [
        ("THỦ TỤC THÀNH LẬP HỘI (Cấp tỉnh)", "Thủ tục thành lập hội (Cấp tỉnh)"),
        ("HƯỞNG BẢO HIỂM XÃ HỘI MỘT LẦN", "Hưởng bảo hiểm xã hội một lần"),
        ("MỜI NGƯỜI NƯỚC NGOÀI VÀO VIỆT NAM", "Mời người nước ngoài vào Việt Nam"),
        ("CẤP SỔ BHXH VÀ THẺ BHYT CHO NGƯỜI LAO ĐỘNG", "Cấp sổ BHXH và thẻ BHYT cho người lao động"),
        ("TỪ NGÀY 01 THÁNG 11 NĂM 1987", "Từ ngày 01 tháng 11 năm 1987"),
        ("THEO QUY ĐỊNH CỦA LUẬT TÍN NGƯỠNG, TÔN GIÁO", "Theo quy định của Luật Tín ngưỡng, tôn giáo"),
        ("HỢP TÁC LAO ĐỘNG VỀ NUÓC", "Hợp tác lao động về nuóc"),
    ],
)
def test_capitals_are_written_as_a_sentence(shouted, said):
    assert in_sentence_case(shouted) == said


@pytest.mark.parametrize(
    "quiet", ["Đăng ký đóng BHXH, BHYT, BHTN, BHTNLĐ, BNN", "Cấp giấy phép (CÁP QUANG)", "Cấp mã BIN", ""]
)
def test_a_few_capitals_are_no_shouting(quiet):
    assert in_sentence_case(quiet) == quiet


@given(st.lists(A_SYLLABLE, min_size=3, max_size=20))
def test_nothing_but_the_size_of_letters_changes(syllables):
    said = in_sentence_case(" ".join(syllables).upper())
    assert said.upper() == " ".join(syllables).upper()
    assert said[0].isupper()
    assert not any(map(str.isupper, said[1:]))

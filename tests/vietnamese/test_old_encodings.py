"""Text of old fonts and wrong encodings is recognised by its syllables and given back; all other text is left alone."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.files.issues import ReadRow
from procedures_catalog.files.read_national import read_national
from vietnamese.old_encodings import CP1258, TCVN3, UTF8, VNI, Written, in_unicode, written

SENTENCES = (
    "Cấp giấy phép thả diều ban đêm cho người ở xã khác",
    "Đăng ký lại việc nuôi chim sẻ, chim bồ câu trong khu phố",
    "Thủ tục chứng nhận nghề đan lưới của hộ gia đình",
    "Hỗ trợ kinh phí sửa đò ngang sau mùa nước nổi",
    "Xác nhận đã nộp đủ tiền thuê quầy chợ phiên",
    "Đề nghị tặng bằng khen vì có công giữ đê",
    "Giải quyết khiếu nại về tiếng ồn của xưởng mộc",
    "Thông báo mở lớp dạy chữ Nôm buổi tối",
    "Gia hạn thẻ hướng dẫn viên du lịch miệt vườn",
    "Bổ sung ngành nghề: làm bánh, ủ rượu, kéo mật mía",
)
_UNICODE = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"
_OLD = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦"


def _to_tcvn3(text: str) -> str:
    return text.translate(str.maketrans(_UNICODE, _OLD))


def _to_cp1258(text: str) -> str:
    """As a file in Windows-1258 looks when it is read as Windows-1252."""
    tones = {"\u0300": b"\xcc", "\u0309": b"\xd2", "\u0303": b"\xde", "\u0301": b"\xec", "\u0323": b"\xf2"}
    told = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in parts if mark in tones), "")
        base = unicodedata.normalize("NFC", parts.replace(tone, "") if tone else parts)
        told += base.encode("cp1258") + tones.get(tone, b"")
    return told.decode("cp1252")


@pytest.mark.parametrize("text", SENTENCES)
def test_tcvn3_is_given_back(text):
    old = _to_tcvn3(text)
    assert written(old) == Written(TCVN3)
    assert in_unicode(old, TCVN3) == text


@pytest.mark.parametrize(
    ("old", "text"),
    [
        ("Caáp giaáy pheùp thaû dieàu ban ñeâm cho ngöôøi ôû xaõ khaùc", SENTENCES[0]),
        ("Ñaêng kyù laïi vieäc nuoâi chim seû, chim boà caâu trong khu phoá", SENTENCES[1]),
        ("Thuû tuïc chöùng nhaän ngheà ñan löôùi cuûa hoä gia ñình", SENTENCES[2]),
        ("Hoã trôï kinh phí söûa ñoø ngang sau muøa nöôùc noåi", SENTENCES[3]),
        ("Xaùc nhaän ñaõ noäp ñuû tieàn thueâ quaày chôï phieân", SENTENCES[4]),
        ("Ñeà nghò taëng baèng khen vì coù coâng giöõ ñeâ", SENTENCES[5]),
        ("CAÁP GIAÁY PHEÙP THAÛ DIEÀU", "CẤP GIẤY PHÉP THẢ DIỀU"),
    ],
)
def test_vni_is_given_back(old, text):
    assert written(old) == Written(VNI)
    assert in_unicode(old, VNI) == text


@pytest.mark.parametrize("text", SENTENCES)
def test_utf_8_read_as_something_else_is_given_back(text):
    wrong = text.encode().decode("latin-1")
    assert written(wrong) == Written(UTF8)
    assert in_unicode(wrong, UTF8) == text


@pytest.mark.parametrize("text", SENTENCES[:6])
def test_windows_1258_read_as_something_else_is_given_back(text):
    wrong = _to_cp1258(text)
    assert written(wrong) == Written(CP1258)
    assert in_unicode(wrong, CP1258) == text


@pytest.mark.parametrize(
    "text",
    [
        *SENTENCES,
        "",
        "Phí: 5 €, 20 × 30 cm, § 4, ±2 °C",
        "François Müller, Größe, São Paulo, Århus",
        "CCCD, VNeID, eKYC, ISO 9001:2015",
        "Ðăng ký Ðất Ðai",
    ],
)
def test_what_is_unicode_stays(text):
    assert written(text) == Written()


def test_what_cannot_be_told_is_said_to_be_unreadable():
    assert not written("C\xa7\xb6p gi\xf7\xf7y ph\xbf\xbfp th\xa6\xa6 di\xf0\xf0u").is_readable


@given(st.text(max_size=200))
def test_nothing_makes_it_fail(text):
    found = written(text)
    assert found.is_readable or not found.encoding
    if found.encoding:
        assert isinstance(in_unicode(text, found.encoding), str)


@pytest.mark.shared
def test_every_real_procedure_is_taken_for_what_it_is(shared_data):
    rows = list(read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz"))
    assert len(rows) == 5652
    assert [row for row in rows if not isinstance(row, ReadRow)] == []


def test_tables_of_letters_have_each_letter_once():
    assert len(set(_OLD)) == len(_OLD) == len(_UNICODE)
    assert not re.search(r"[a-z]", _OLD)

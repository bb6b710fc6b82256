"""Numbers of documents in all their spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal_documents.numbers import find_numbers, number_key

texts = st.text() | st.text(alphabet="0126/-–— ĐđNnCcPpQqHh.:;SốsoTtuUBD\u0300()", max_size=30)


@pytest.mark.parametrize(
    "spelling",
    [
        "61/2018/NĐ-CP",
        "61/2018/nđ-cp",
        "Số: 61 /2018/ NĐ – CP",
        "61/2018/ND-CP",
        "61/2018/NÐ-CP",
        "061/2018/NĐ-CP",
        "61/2018/N\u0110-CP\u200b",
        "61/2018/NĐ - CP ngày 23/4/2018",
        "Nghị định số 61/2018/NĐ-CP - Nghị định về một cửa",
        "(61/2018/NĐ-CP)",
    ],
)
def test_all_spellings_have_one_key(spelling):
    assert number_key(spelling) == "61/2018/nd-cp"


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("31/2024/QH15", "31/2024/qh15"),
        ("1234/QĐ-UBND", "1234/qd-ubnd"),
        ("01/2020/TTLT-BTP-BNG", "1/2020/ttlt-btp-bng"),
        ("08/2007/TTLT/BTP-BCA", "8/2007/ttlt/btp-bca"),
        ("45-CT/TU", "45-ct/tu"),
        ("52-LCT/HĐNN8", "52-lct/hdnn8"),
        ("47/SL", "47/sl"),
        ("Số 61/2018", "61/2018"),
        ("Hiến pháp", "hienphap"),
        ("", ""),
    ],
)
def test_keys(number, key):
    assert number_key(number) == key


def test_finds_numbers_in_a_text_each_once():
    text = "Căn cứ Luật số 60/2014/QH13; Nghị định 123/2015/NĐ-CP, (60/2014/QH13) và Quyết định 12/QĐ-UBND."
    assert find_numbers(text) == ("60/2014/qh13", "123/2015/nd-cp", "12/qd-ubnd")


@pytest.mark.parametrize("text", ["ngày 01/7/2025", "2.000 đồng/trang", "2/trang", "quý 3/2025", "24/24 giờ"])
def test_what_is_no_number(text):
    assert find_numbers(text) == ()


@given(texts)
def test_a_key_is_its_own_key(text):
    assert number_key(number_key(text)) == number_key(text)


@given(texts)
def test_every_number_found_is_a_key(text):
    assert all(number_key(number) == number for number in find_numbers(text))

"""Numbers of documents in all their spellings."""

import csv
import gzip
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal_documents.facts.numbers import find_numbers, has_one_maker, number_key

texts = st.text() | st.text(alphabet="0126/-–— ĐđNnCcPpQqHhVvITO.:;SốsoTtuUBD\u0300()", max_size=30)


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
        ("Nghị quyết số 66.18/2026/NQ-CP", "66.18/2026/nq-cp"),
        ("QCVN 06:2022/BXD", "qcvn6:2022/bxd"),
        ("QCVN 6: 2022 / BXD", "qcvn6:2022/bxd"),
        ("Quy chuẩn QCVN 01-194: 2021/BNNPTNT", "qcvn1-194:2021/bnnptnt"),
        ("Sửa đổi 1:2023 QCVN 06:2022/BXD", "qcvn6:2022/bxd-sd1:2023"),
        ("QCVN 06:2022/BXD, sửa đổi 01:2023", "qcvn6:2022/bxd-sd1:2023"),
        ("TCVN ISO/IEC 17025: 2017", "tcvniso/iec17025:2017"),
        ("TCVN 7468:2005", "tcvn7468:2005"),
        ("QCĐP 01:2023/HN", "qcdp1:2023/hn"),
        ("05/VBHN-VPQH", "5/vbhn-vpqh"),
    ],
)
def test_keys(number, key):
    assert number_key(number) == key


def test_finds_numbers_in_a_text_each_once():
    text = "Căn cứ Luật số 60/2014/QH13; Nghị định 123/2015/NĐ-CP, (60/2014/QH13) và Quyết định 12/QĐ-UBND."
    assert find_numbers(text) == ("60/2014/qh13", "123/2015/nd-cp", "12/qd-ubnd")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("QCVN 06:2022/BXD", "QCVN 03:2022/BXD"),
        ("QCVN 16-1:2025/BYT", "QCVN 16:2025/BYT"),
        ("QCVN 06:2022/BXD", "QCVN 06:2020/BXD"),
        ("QCVN A6:2022/BXD", "QCVN B6:2022/BXD"),
        ("66.18/2026/NQ-CP", "18/2026/NQ-CP"),
        ("TCVN ISO 9001:2008", "TCVN ISO 9001:2015"),
    ],
)
def test_what_is_not_the_same_has_not_the_same_key(one, other):
    assert number_key(one) != number_key(other)


@pytest.mark.parametrize(
    ("number", "is_enough"),
    [
        ("61/2018/NĐ-CP", True),
        ("31/2024/QH15", True),
        ("QCVN 06:2022/BXD", True),
        ("46/2020/QĐ-UBND", False),
        ("27/2026/NQ-HĐND", False),
        ("1234/QĐ-BTC", False),
        ("12/2005/QĐ-UB-KT", False),
        ("630/2012/UBTVQH13", True),
        ("Luật Đất đai", False),
    ],
)
def test_whether_a_number_alone_says_which_document(number, is_enough):
    assert has_one_maker(number_key(number)) is is_enough


@pytest.mark.parametrize("text", ["ngày 01/7/2025", "2.000 đồng/trang", "2/trang", "quý 3/2025", "24/24 giờ"])
def test_what_is_no_number(text):
    assert find_numbers(text) == ()


@given(texts)
def test_a_key_is_its_own_key(text):
    assert number_key(number_key(text)) == number_key(text)


@given(texts)
def test_every_number_found_is_a_key(text):
    assert all(number_key(number) == number for number in find_numbers(text))


# --- Over all numbers of the real lists -----------------------------------------------------------


@pytest.fixture(scope="module")
def real_numbers(shared_data) -> set[str]:
    """Every number under which a real procedure cites a document."""
    with gzip.open(shared_data / "procedures" / "national-2026-07.jsonl.gz", "rt") as file:
        records = [json.loads(line)["Căn cứ pháp lý"] for line in file]
    cited = {basis["so_hieu"] for bases in records if isinstance(bases, list) for basis in bases if basis["so_hieu"]}
    with (shared_data / "legal" / "cited-documents.tsv").open() as file:
        return cited | {row["so_hieu"] for row in csv.DictReader(file, delimiter="\t")}


@pytest.mark.shared
def test_no_key_drops_a_part_of_a_real_number(real_numbers):
    """Of each piece that holds a stroke or a colon between digits, all figures stand in the key, in their order."""
    pieces = {number: re.search(r"[\w.-]*\d[\w.-]*\s?[/:]\s?[\w/.:&-]*", number) for number in real_numbers}
    dropped = {
        number: number_key(number)
        for number, piece in pieces.items()
        if piece and not _stands_in(piece[0], number_key(number))
    }
    assert dropped == {}


def _stands_in(piece: str, key: str) -> bool:
    said, kept = ([int(figures) for figures in re.findall(r"\d+", text)] for text in (piece, key))
    return said == kept[: len(said)]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("QCVN 8-MT:2015/BTNMT", "qcvn8-mt:2015/btnmt"), ("QCVN 08-MT : 2015/BTNMT", "qcvn8-mt:2015/btnmt"),
        ("QCVN 41/2019/BGTVT", "qcvn41:2019/bgtvt"), ("QCVN 41-2019/BGTVT", "qcvn41:2019/bgtvt"),
        ("QCVN 41:2019-BGTVT", "qcvn41:2019/bgtvt"), ("QCVN QTĐ-5:2009/BCT", "qcvnqtd5:2009/bct"),
        ("TCVN 7957-2023", "tcvn7957:2023"), ("TCVN 6396-20:2017", "tcvn6396-20:2017"),
        ("TCCS 01:2020/VNRA", "tccs1:2020/vnra"),
        ("QCĐP 01:2020/HN", "qcdp1:2020/hn"), ("VBHN số 15/VBHN-BTC", "15/vbhn-btc"),
        ("TTLT số 05/2007/TTLT-BTP-BXD-BTNMT-NHNN", "5/2007/ttlt-btp-bxd-btnmt-nhnn"),
    ],
)  # fmt: skip
def test_standards_and_joint_documents_in_more_ways(written, key):
    assert find_numbers(written) == (key,)


@pytest.mark.parametrize("written", ["QCVN 8-XYZK:2015/BTNMT", "TCVN 12/A7", "QCVN 06:20221/BXD"])
def test_a_standard_that_is_not_understood_whole_is_none(written):
    assert find_numbers(written) == ()

"""One key for the number of a decision, in a record as in somebody's hand."""

import pytest

from procedures_catalog.facts.in_hand.decisions import decision_alone, decision_keys
from procedures_catalog.facts.in_hand.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "1766/QĐ-UBND", "1766/qd-ubnd", "1766/QĐ - UBND", "1766/QĐUBND", "1766 QĐ-UBND", "1766/QD UBND", "1766QĐUBND",
        "01766/QĐ-UBND", "Số: 1766/QĐ-UBND", "Quyết định số 1766/QĐ-UBND", "QĐ 1766/QĐ-UBND",
        "1766/QĐ–UBND ngày 08/7/2020", "1766/.QĐ-UBND.",
        "Quyết định 1766/QĐ-UBND ngày 8 tháng 7 năm 2020 của Chủ tịch UBND tỉnh", "TTHC theo QĐ 1766/QĐ-UBND",
        "１７６６/QĐ-UBND", "(1766/QĐ-UBND)", "QĐ1766-UBND", "QĐ/1766-UBND", "1766／QĐ－UBND",
    ],
)  # fmt: skip
def test_every_spelling_has_one_key(text):
    assert read(text).code == "qd-1766-ubnd"
    assert read(text).kind == "decision"


@pytest.mark.parametrize(
    ("number", "keys"),
    [
        ("4472/QĐ-BTC", ("qd-4472-btc",)),
        ("44/2026/QĐ-UBND", ("qd-44-ubnd", "qd-44-2026-ubnd")),
        ("3116/QĐ-BCA-C06", ("qd-3116-bca-c06",)),
        ("1061b/QĐ-BNG", ("qd-1061b-bng",)),
        ("753.1/QĐ-BKHCN", ("qd-753.1-bkhcn",)),
        ("205/TTr-SNNMT", ("ttr-205-snnmt",)),
        ("QĐ2338-BTP", ("qd-2338-btp",)),
        ("Quyết định số 485/QĐ-BQP", ("qd-485-bqp",)),
        ("1681", ("qd-1681",)),
        ("Không có thông tin", ()),
        ("", ()),
    ],
)
def test_the_keys_of_a_record(number, keys):
    assert decision_keys(number) == keys


@pytest.mark.parametrize(
    ("asked", "key"),
    [("QĐ 4472", "qd-4472"), ("Quyết định số 1681", "qd-1681"), ("44/2026/QĐ-UBND", "qd-44-2026-ubnd")],
)
def test_who_leaves_the_maker_out_asks_for_all_of_the_number(asked, key):
    assert decision_alone(asked) == key


@pytest.mark.parametrize(
    "text",
    [
        "khai sinh", "61/2018/NĐ-CP", "1.001193", "quyết định xử phạt 1766/QĐ-XPHC của tôi bị mất", "1766", "QĐ",
        "quyết định ly hôn", "mua đất theo quyết định số 12 có được không", "QCVN 06:2022/BXD",
        "nghị quyết 15/2023/NQ-HĐND",
    ],
)  # fmt: skip
def test_what_asks_for_no_decision(text):
    assert decision_alone(text) == ""

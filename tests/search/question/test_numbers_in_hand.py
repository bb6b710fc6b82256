"""Numbers that no procedure has are told apart from codes, numbers of documents and plain words."""

import pytest

from procedures_catalog.facts.codes import code_query
from search.question.numbers_in_hand import is_dossier_number


@pytest.mark.parametrize(
    "text",
    [
        "000.00.53.H48-220921-0099",
        "000.00.53.h48-220921-0099",
        "H26.16-250702-0001",
        "H48-250131-00012",
        "mã hồ sơ 000.11.22.H37-241231-1234.",
        "so ho so: H26.16-250702-0001",
    ],
)
def test_a_dossiers_number(text):
    assert is_dossier_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "1.001193", "1.001193.000.00.00.H37", "61/2018/NĐ-CP", "QCVN 06:2022/BXD", "H48", "khai sinh",
        "000.00.53.H48-221321-0099", "000.00.53.H48-220900-0099", "0912 345 678", "hồ sơ", "",
    ],
)  # fmt: skip
def test_what_is_none(text):
    assert not is_dossier_number(text)


def test_no_code_of_a_procedure_is_one():
    for written in ("1.001193", "1001193", "1.001193.000.00.00.H37"):
        assert code_query(written)
        assert not is_dossier_number(written)

"""Zeros put back to a code are doubted where the portal calls its procedure otherwise."""

import pytest

from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.files.issues import ReadRow, complain
from procedures_catalog.files.lists.code_cell import read_code
from procedures_catalog.importing.judging.mended_codes import doubtful_codes


def row(cell, name):
    read = read_code(cell, zeros_are_lost=True)
    told = complain(7, "Mã", cell, read.mended or "bỏ dấu chấm thừa trong mã")
    return ReadRow(7, ProcedureRecord(code=read.code.written, name=name), frozenset(), "local", (told,))


@pytest.mark.parametrize(
    ("cell", "name", "held", "doubted"),
    [
        ("9.00001", "Cấp thẻ thả diều", "Cấp thẻ thả diều", False),
        ("9.00001", "Cấp thẻ thả diều", "Thủ tục cấp thẻ thả diều trên cánh đồng", False),
        ("9.00001", "Cấp thẻ thả diều", "Đăng ký đánh trống ban đêm", True),
        ("9.000010", "Cấp thẻ thả diều", "Đăng ký đánh trống ban đêm", False),
        ("9.00001", "", "Đăng ký đánh trống ban đêm", False),
    ],
)
def test_only_other_words_beside_a_mended_code_are_doubted(cell, name, held, doubted):
    doubts = list(doubtful_codes(row(cell, name), held))
    assert [(doubt.code, held in doubt.reason) for doubt in doubts] == ([("9.000010", True)] if doubted else [])

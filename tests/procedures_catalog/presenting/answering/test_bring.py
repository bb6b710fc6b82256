"""“Mang gì”: the answer about papers."""

import pytest

from procedures_catalog.facts.record import Case, ProcedureRecord, RequiredDocument
from procedures_catalog.presenting.answering.bring import bring_answer

NOTE, FORM = RequiredDocument("* Giấy tờ phải nộp:"), RequiredDocument("Đơn", 1)
GIVEN = RequiredDocument("Giấy khai sinh", 1, in_database=True)


@pytest.mark.parametrize(
    ("papers", "text", "known"),
    [
        ((FORM, NOTE), "1 loại giấy tờ", True),
        ((NOTE,), "Theo hướng dẫn bên dưới", True),
        ((RequiredDocument("Đơn"), RequiredDocument("Ảnh màu")), "2 loại giấy tờ", True),
        ((RequiredDocument("Không có.", 1, 1),), "Không phải nộp giấy tờ", True),
        ((RequiredDocument("- Không quy định"),), "Không quy định giấy tờ phải nộp", True),
        ((FORM, GIVEN), "1 loại giấy tờ", True),
        ((GIVEN,), "Không phải nộp giấy tờ đã có trong cơ sở dữ liệu", True),
        ((RequiredDocument("", 1), RequiredDocument("****", 1)), "Chưa công bố giấy tờ", False),
        ((), "Chưa công bố giấy tờ", False),
    ],
)
def test_what_to_bring_is_counted_told_in_words_or_unknown(papers, text, known):
    answer = bring_answer(ProcedureRecord("1.100001", "Thả diều", cases=(Case(None, papers),)), False)
    assert (answer.text, answer.known, answer.href) == (text, known, "#giay-to")

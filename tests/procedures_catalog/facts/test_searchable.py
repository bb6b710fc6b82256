"""The words of a procedure: every part that people ask about can be found."""

from procedures_catalog.facts.record import Case, LegalBasis, ProcedureRecord, RequiredDocument, Step
from procedures_catalog.facts.searchable import searchable_text


def test_it_holds_the_words_of_every_part():
    record = ProcedureRecord(
        "1.100001",
        "Thả diều",
        sector="Diều sáo",
        keywords="cánh bay",
        results=("Thẻ gió",),
        cases=(Case("Diều lớn", (RequiredDocument("Ảnh cánh", 1),)), Case(None, (RequiredDocument("Dây dù", 1),))),
        executing=("Sở Mây",),
        conditions="Có bãi cỏ.",
        steps=(Step("Nộp đơn", "Ở quầy số ba"),),
        legal_bases=(LegalBasis("Luật Diều", "99/2020/QH99"), LegalBasis("Luật Gió", None)),
    )
    text = searchable_text(record)
    for words in (
        "Diều sáo",
        "cánh bay",
        "Thẻ gió",
        "Diều lớn",
        "Ảnh cánh",
        "Dây dù",
        "Sở Mây",
        "Có bãi cỏ.",
        "Nộp đơn",
    ):
        assert words in text
    assert "Ở quầy số ba" in text
    assert "99/2020/QH99" in text
    assert "Luật Gió" in text


def test_an_empty_procedure_has_no_words():
    assert searchable_text(ProcedureRecord("1.100001", "Thả diều")) == ""

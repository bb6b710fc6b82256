"""What a procedure leaves open of the five things that citizens ask first."""

from procedures_catalog.facts.record import Case, Channel, ProcedureRecord, RequiredDocument, TimeLimit
from procedures_catalog.presenting.answers import five_answers
from procedures_catalog.presenting.gaps import ASKED, gaps
from tests.procedures_catalog.factories import national_row


def answered(record: ProcedureRecord) -> dict[str, str]:
    """The short answers as a version keeps them."""
    return {answer.key: answer.text for answer in five_answers(record, ())}


def test_every_answer_that_comes_first_is_asked_for():
    assert set(answered(ProcedureRecord("1.100001", "Diều"))) == set(ASKED)


def test_a_procedure_that_tells_nothing_lacks_everything():
    assert gaps(answered(ProcedureRecord("1.100001", "Diều"))) == tuple(ASKED.values())


def test_what_is_told_is_not_missing():
    record = national_row().record
    assert gaps(answered(record)) == ()


def test_a_way_of_handing_in_without_a_fee_lacks_the_fee_alone():
    channel = Channel("direct", TimeLimit("3", "day"))
    record = ProcedureRecord(
        "1.100001",
        "Diều",
        levels=("commune",),
        results=("Thẻ",),
        channels=(channel,),
        cases=(Case(None, (RequiredDocument("Đơn", 1),)),),
    )
    assert gaps(answered(record)) == ("Phí, lệ phí",)


def test_an_answer_that_older_versions_did_not_keep_is_missing():
    assert gaps({}) == tuple(ASKED.values())

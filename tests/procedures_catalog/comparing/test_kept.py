"""What versions told their readers, kept small: compared, they tell what the records themselves tell."""

from dataclasses import replace

from procedures_catalog.comparing.kept import compare_packed, packed
from procedures_catalog.comparing.records import compare_records
from procedures_catalog.facts.record import Case, Channel, Fee, LegalBasis, Paper, ProcedureRecord, Step

FORMS = {7: "Tờ khai thả diều"}
RECORD = ProcedureRecord(
    code="1.100001",
    name="Cấp thẻ thả diều",
    cases=(Case("", (Paper("Tờ khai", originals=1, form=7), Paper("Ảnh thẻ", copies=2))),),
    channels=(Channel("direct", fees=(Fee(amount=50_000),)), Channel("online")),
    steps=(Step("Bước 1", "Nộp hồ sơ"), Step("Bước 2", "Nhận thẻ")),
    legal_bases=(LegalBasis("Luật Diều", "1/2026/QH16"),),
    keywords="diều",
)


def test_two_kept_versions_tell_what_their_records_tell():
    later = replace(
        RECORD,
        name="Cấp thẻ thả diều giấy",
        cases=(Case("", (Paper("Tờ khai", originals=2, form=7),)),),
        channels=(Channel("direct", fees=(Fee(amount=70_000),)),),
        steps=(RECORD.steps[1], Step("Bước 3", "Thả diều")),
    )
    told = compare_packed(packed(RECORD, FORMS), packed(later, FORMS))
    assert told == compare_records(RECORD, later, FORMS)
    assert [part.key for part in told] == ["name", "cases", "channels", "steps"]


def test_what_no_page_shows_is_not_kept():
    assert compare_packed(packed(RECORD, FORMS), packed(replace(RECORD, keywords="sáo", description="x"), FORMS)) == ()


def test_nothing_is_told_of_what_was_not_kept():
    assert compare_packed(b"", packed(RECORD, FORMS)) == ()
    assert compare_packed(packed(RECORD, FORMS), b"") == ()


def test_it_is_kept_small():
    long = replace(RECORD, steps=(Step("Bước 1", "Người dân nộp hồ sơ tại bộ phận một cửa. " * 200),))
    assert len(packed(long, FORMS)) < 1_000

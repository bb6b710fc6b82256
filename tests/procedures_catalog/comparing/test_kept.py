"""What versions kept of their text: compared, they tell what the records themselves tell."""

from dataclasses import dataclass, replace

import pytest

from procedures_catalog.comparing.kept import compare_kept
from procedures_catalog.comparing.records import compare_records
from procedures_catalog.comparing.shown_json import pack_shown
from procedures_catalog.facts.record import Case, Channel, Fee, LegalBasis, Paper, ProcedureRecord, Step
from procedures_catalog.presenting.shown import Shown
from tests.procedures_catalog.former_texts import former_texts

FORMS = {7: "Tờ khai thả diều"}
RECORD = ProcedureRecord(
    code="1.100001",
    name="Cấp thẻ thả diều",
    sector="Diều, sáo",
    cases=(Case("", (Paper("Tờ khai", originals=1, form=7), Paper("Ảnh thẻ", copies=2))),),
    channels=(Channel("direct", fees=(Fee(amount=50_000),)), Channel("online")),
    steps=(Step("Bước 1", "Nộp hồ sơ"), Step("Bước 2", "Nhận thẻ")),
    legal_bases=(LegalBasis("Luật Diều", "1/2026/QH16"),),
    keywords="diều",
)
LATER = replace(
    RECORD,
    name="Cấp thẻ thả diều giấy",
    sector="Diều",
    cases=(Case("", (Paper("Tờ khai", originals=2, form=7),)),),
    channels=(Channel("direct", fees=(Fee(amount=70_000),)),),
    steps=(RECORD.steps[1], Step("Bước 3", "Thả diều")),
)


@dataclass
class Version:
    """What is needed of one."""

    kept: bytes = b""
    texts: bytes = b""


def whole(record: ProcedureRecord) -> Version:
    """A version with its text."""
    return Version(kept=pack_shown(Shown("Thả diều", record, "in_force", forms=tuple(FORMS.items()))))


def former(record: ProcedureRecord) -> Version:
    """One of the time when rows were kept."""
    return Version(texts=former_texts(record, FORMS))


@pytest.mark.parametrize("before", [whole, former])
@pytest.mark.parametrize("after", [whole, former])
def test_two_versions_tell_what_their_records_tell_whenever_they_were_kept(before, after):
    told = compare_kept(before(RECORD), after(LATER))
    assert told == compare_records(RECORD, LATER, FORMS)
    assert [part.key for part in told] == ["name", "sector", "cases", "channels", "steps"]


def test_only_the_parts_that_are_asked_for_are_told():
    assert [part.key for part in compare_kept(whole(RECORD), whole(LATER), {"name", "law"})] == ["name"]


def test_what_no_page_shows_makes_no_difference():
    assert compare_kept(whole(RECORD), whole(replace(RECORD, keywords="sáo", description="x"))) == ()


@pytest.mark.parametrize("other", [whole(RECORD), former(RECORD)])
def test_nothing_is_told_of_what_was_not_kept(other):
    assert compare_kept(Version(), other) == compare_kept(other, Version()) == ()


def test_the_whole_text_goes_before_the_rows():
    assert compare_kept(Version(whole(RECORD).kept, former(LATER).texts), whole(RECORD)) == ()


def test_it_is_kept_small():
    long = replace(RECORD, steps=(Step("Bước 1", "Người dân nộp hồ sơ tại bộ phận một cửa. " * 200),))
    assert len(whole(long).kept) < 1_000

"""What versions kept of their text: compared, they tell what the records themselves tell."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from procedures_catalog.comparing.kept import compare_kept
from procedures_catalog.comparing.records import compare_records
from procedures_catalog.comparing.shown_json import pack_shown
from procedures_catalog.facts.record import Case, Channel, Fee, LegalBasis, ProcedureRecord, RequiredDocument, Step
from procedures_catalog.presenting.shown import Shown
from tests.procedures_catalog.former_texts import former_texts

FORMS = {7: "Tờ khai thả diều"}
RECORD = ProcedureRecord(
    code="1.100001",
    name="Cấp thẻ thả diều",
    sector="Diều, sáo",
    cases=(Case("", (RequiredDocument("Tờ khai", originals=1, form=7), RequiredDocument("Ảnh thẻ", copies=2))),),
    channels=(Channel("direct", fees=(Fee(amount=50_000),)), Channel("online")),
    steps=(Step("Bước 1", "Nộp hồ sơ"), Step("Bước 2", "Nhận thẻ")),
    legal_bases=(LegalBasis("Luật Diều", "1/2026/QH16"),),
    keywords="diều",
)
LATER = replace(
    RECORD,
    name="Cấp thẻ thả diều giấy",
    sector="Diều",
    cases=(Case("", (RequiredDocument("Tờ khai", originals=2, form=7),)),),
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


# --- Beside the record ----------------------------------------------------------------------------

SHOWN = Shown("Thả diều", RECORD, "in_force", ("commune",))


@pytest.mark.parametrize(
    ("values", "label", "rows"),
    [
        ({"title": "Thả diều giấy"}, "Tên trên trang", [("", "changed")]),
        ({"state": "abolished"}, "Tình trạng", [("", "changed")]),
        ({"valid_to": date(2027, 1, 1)}, "Ngày áp dụng", [("Bãi bỏ từ ngày", "new")]),
        ({"levels": ("commune", "province")}, "Cấp thực hiện", [("", "new")]),
        ({"receiving": ("Quầy Gió",)}, "Cơ quan tiếp nhận", [("", "new")]),
        ({"local": (("steps", "7/QĐ-UBND"),)}, "Nội dung riêng của tỉnh", [("Trình tự", "new")]),
        ({"law_states": (("Luật Diều", "Hết hiệu lực"),)}, "Hiệu lực của căn cứ", [("Luật Diều", "new")]),
    ],
)
def test_what_stands_beside_the_text_is_told_too(values, label, rows):
    (part,) = compare_kept(Version(pack_shown(SHOWN)), Version(pack_shown(replace(SHOWN, **values))))
    assert (part.label, [(row.label, row.kind) for row in part.rows]) == (label, rows)


def test_of_versions_that_kept_rows_alone_nothing_is_said_of_what_stood_beside_them():
    later = replace(SHOWN, title="Thả diều giấy", levels=("province",), forms=tuple(FORMS.items()))
    assert compare_kept(former(RECORD), Version(pack_shown(later))) == ()


def test_forms_are_called_as_they_were_called_then():
    before, after = (replace(SHOWN, forms=((7, title),)) for title in ("Tờ khai cũ", "Tờ khai mới"))
    (part,) = compare_kept(Version(pack_shown(before)), Version(pack_shown(after)))
    assert [piece.text for piece in part.rows[0].pieces if piece.kind in ("gone", "new")] == ["cũ", "mới"]

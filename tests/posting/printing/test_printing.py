"""Printing an order: the PDF, the rows in the ledger, and nothing at all when anything fails."""

import datetime
import hashlib
import re
from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from posting.models import PaperItem, PostedPaper
from posting.place.letterhead import head_said
from posting.place.place import header_of
from posting.printing import printing as printing_module
from posting.printing.order import PrintOrder
from posting.printing.printing import Printed, print_papers, procedures_of
from posting.rules.refusal import CannotPrintError
from posting.rules.selection import Selection
from procedures_catalog.facts.short_code import is_well_formed
from procedures_catalog.models import ProcedurePage, PublishedVersion
from tests.clock import today
from tests.pages.factories import settled
from tests.posting.printing.texts import comparable
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kites")]
ALL = Selection(everything=True)
KINDS_OF_ONE = ("short", "full", "large", "poster")
KINDS_OF_MANY = ("board", "labels", "book")


def printed(kind: str, selection: Selection = ALL, **more) -> Printed:
    """A printing of some kind."""
    return print_papers(PrintOrder(kind, selection, **more), timezone.now())


def words(pdf: bytes) -> str:
    """All its words, comparable."""
    return comparable("\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def alternatives(pdf: bytes) -> str:
    """The raw words that stand for pictures, among them the addresses of the codes."""
    reader = PdfReader(BytesIO(pdf))
    found = [
        obj.get("/Alt", "")
        for number in range(1, len(reader.xref_objStm) + len(reader.xref[0]) + 1)
        if isinstance(obj := _object(reader, number), dict)
    ]
    return "\n".join(map(str, found))


def _object(reader: PdfReader, number: int):
    try:
        return reader.get_object(number)
    except Exception:
        return None


@pytest.mark.parametrize("kind", KINDS_OF_ONE)
def test_a_paper_of_one_procedure_is_a_row_for_each(kind):
    result = printed(kind)
    assert [paper.kind for paper in result.papers] == [kind] * 4
    assert PostedPaper.objects.count() == PaperItem.objects.count() == 4
    assert len({paper.tag for paper in result.papers}) == 4
    assert [paper.title for paper in result.papers][:2] == ["Ăn mừng diều mới", "Bán diều"]


@pytest.mark.parametrize("kind", KINDS_OF_MANY)
def test_a_paper_of_many_procedures_is_one_row_with_all_of_them_on_it(kind):
    (paper,) = printed(kind, Selection(sector="dieu")).papers
    assert paper.items.count() == 3
    assert paper.selection == {"sector": "dieu"}
    assert "lĩnh vực Diều" in paper.title


@pytest.mark.parametrize("kind", [*KINDS_OF_ONE, *KINDS_OF_MANY])
def test_every_kind_names_its_procedures_its_edition_and_itself(kind):
    result = printed(kind, Selection(codes=("1.100002",)))
    text = words(result.pdf)
    page, tag = page_of("1.100002"), result.papers[0].tag
    assert is_well_formed(tag)
    for expected in ("Cấp thẻ thả diều", page.identity.short_code, "1.100002", f"Tờ số {tag}", "In lúc"):
        assert comparable(expected) in text, expected


@pytest.mark.parametrize("kind", [*KINDS_OF_ONE, *KINDS_OF_MANY])
def test_every_code_carries_the_permanent_address_with_the_papers_tag(kind, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://thutuc.example"
    result = printed(kind, Selection(codes=("1.100002",)))
    short = page_of("1.100002").identity.short_code
    assert f"https://thutuc.example/q/{short}/{result.papers[0].tag}" in alternatives(result.pdf)


def test_a_row_keeps_the_version_that_was_printed_and_the_files_digest():
    result = printed("short", Selection(codes=("1.100002",)))
    paper = PostedPaper.objects.get()
    assert paper.file_digest == hashlib.sha256(result.pdf).hexdigest()
    assert paper.items.get().version == PublishedVersion.objects.get(identity__page__code="1.100002", is_current=True)
    assert paper.hung_on is None


def test_version_and_day_of_effect_stand_on_a_sheet():
    ProcedurePage.objects.filter(code="1.100002").update(valid_from=datetime.date(2026, 7, 1))
    text = words(printed("short", Selection(codes=("1.100002",))).pdf)
    assert comparable("Phiên bản") in text
    assert comparable("Áp dụng từ 01/07/2026") in text


@pytest.mark.parametrize(
    ("decision", "printed_day"),
    [
        ("12/QĐ-BVC", "Ngày công bố: chưa rõ"),
        ("12/QĐ-BVC ngày 5 tháng 10 năm 2026", "Quyết định công bố ngày 05/10/2026"),
    ],
)
def test_a_sheet_tells_the_day_of_the_decision_and_never_that_of_the_import(decision, printed_day):
    ProcedurePage.objects.filter(code="1.100002").update(decision_number=decision)
    text = words(printed("full", Selection(codes=("1.100002",))).pdf)
    assert comparable(printed_day) in text
    assert comparable("Cập nhật trên cổng") not in text


def test_a_sheet_names_the_communes_counter_and_how_to_reach_it(commune, counter):
    result = printed("short", Selection(codes=("1.100002",)), unit=commune)
    for expected in (counter.name, counter.address, counter.phone, "Thứ Bảy: 7:30 – 11:30"):
        assert comparable(expected) in words(result.pdf)
    assert (result.papers[0].unit, result.papers[0].counter) == (commune, counter)
    assert result.papers[0].head["hours"] == "Thứ Hai – Thứ Sáu: 7:30 – 17:00; Thứ Bảy: 7:30 – 11:30"


@pytest.mark.parametrize("kind", [*KINDS_OF_ONE, *KINDS_OF_MANY])
def test_the_ledger_keeps_just_what_a_paper_prints_of_its_office(kind, commune, counter):
    portal = settled(province_name="tỉnh Sông Diều", hotline="1022")
    result = printed(kind, Selection(codes=("1.100002",)), unit=commune)
    whole = head_said("short", header_of(commune, counter, portal))
    text = words(result.pdf)
    on_paper = {part for part, said in whole.items() if comparable(said.split("; ")[0]) in text}
    assert set(result.papers[0].head) == on_paper


def test_a_printed_paper_hangs_only_when_that_is_said(commune):
    assert printed("poster", unit=commune).papers[0].hung_on is None
    hung = printed("board", unit=commune, hang=True, spot="cửa vào").papers[0]
    assert (hung.hung_on, hung.spot) == (timezone.localdate(), "cửa vào")


def test_sheets_in_one_file_are_two_sided_when_asked():
    pages = [len(PdfReader(BytesIO(printed("short", two_sided=side).pdf)).pages) for side in (False, True)]
    assert pages == [4, 7]


def test_progress_is_told_up_to_the_end():
    told: list[tuple[int, int]] = []
    print_papers(PrintOrder("short", ALL), timezone.now(), advance=lambda done, total: told.append((done, total)))
    assert told[-1] == (4, 4)


def test_nothing_stays_when_the_file_cannot_be_put_away():
    def full_disk(_pdf: bytes) -> None:
        raise OSError(28, "full")

    with pytest.raises(OSError, match="full"):
        print_papers(PrintOrder("board", ALL), timezone.now(), store=full_disk)
    assert not PostedPaper.objects.exists()


def test_nothing_stays_when_the_pdf_cannot_be_made(monkeypatch):
    def broken(_printing):
        raise RuntimeError("typst")

    monkeypatch.setitem(printing_module.COMPOSERS, "board", broken)
    with pytest.raises(RuntimeError):
        printed("board")
    assert not PostedPaper.objects.exists()


def test_a_board_too_large_for_one_paper_is_refused(monkeypatch):
    monkeypatch.setitem(printing_module.MOST, "board", 3)
    with pytest.raises(CannotPrintError, match="nhiều nhất 3 thủ tục, cách chọn này có 4"):
        printed("board")


A_REAL_COMMUNE = 1_120  # procedures of the communes' level in the national data of July 2026


@pytest.mark.parametrize("kind", [*KINDS_OF_ONE, *KINDS_OF_MANY])
def test_all_procedures_of_a_real_commune_can_be_printed(kind, monkeypatch):
    monkeypatch.setattr(printing_module, "choose", lambda _selection, _on: [None] * A_REAL_COMMUNE)
    assert len(procedures_of(PrintOrder(kind, ALL), today())) == A_REAL_COMMUNE


def test_an_abolished_procedure_says_so_on_its_sheet():
    ProcedurePage.objects.filter(code="1.100002").update(valid_to=datetime.date(2026, 1, 1))
    text = words(printed("short", Selection(codes=("1.100002",))).pdf)
    assert comparable("Thủ tục này đã bị bãi bỏ từ ngày 01/01/2026") in text


def test_a_hundred_sheets_cost_hardly_more_queries_than_one(django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        printed("short")


@pytest.mark.parametrize("kind", [*KINDS_OF_ONE, *KINDS_OF_MANY])
def test_every_file_is_tagged_vietnamese_and_says_what_it_is(kind):
    catalog = PdfReader(BytesIO(printed(kind).pdf)).trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert re.fullmatch("vi(-VN)?", catalog["/Lang"])


@pytest.mark.parametrize("kind", ["short", "full", "large"])
def test_a_sheet_of_a_commune_says_where_its_counter_is(kind, commune, counter):
    text = words(printed(kind, Selection(codes=("1.100001",)), unit=commune).pdf)
    assert comparable("chưa công bố") not in text.partition(comparable("Bao lâu"))[0]
    assert text.count(comparable(counter.address)) >= 2


@pytest.mark.parametrize(
    ("agency", "place"),
    [
        ("Sở Gió", "Trung tâm Phục vụ hành chính công xã Diều Sáo"),  # the communes' centres take it since the decree
        ("Công an cấp Xã", "Công an cấp xã"),
        ("Thuế cơ sở", "Thuế cơ sở"),
        ("Không có thông tin", "Thường là Trung tâm Phục vụ hành chính công xã Diều Sáo"),
    ],
)
def test_a_sheet_of_a_commune_names_the_office_that_a_scan_there_names(commune, counter, agency, place):
    bring(national_row("1.100009", 9, **{"Cơ quan thực hiện": agency, "Cấp thực hiện": "Cấp Xã"}))
    text = words(printed("short", Selection(codes=("1.100009",)), unit=commune).pdf)
    answer = text.partition(comparable("Nộp ở đâu"))[2].partition(comparable("Bao lâu"))[0]
    assert answer.startswith(comparable(place))
    assert (comparable(counter.address) in answer) == ("Diều Sáo" in place)

"""The text of a sheet is the text of the page, field by field, the province's own layer included (G5)."""

import gzip
import json

import pytest
from django.test import Client
from django.urls import reverse

from procedures_catalog.facts.scope.scope import is_internal
from procedures_catalog.models import ProcedurePage
from tests.posting.printing.texts import comparable, missing_from, page_texts, pdf_text
from tests.procedures_catalog.factories import bring, case, channel, national, national_row, page_of, published

pytestmark = pytest.mark.django_db
MARKUP = "Cấp #thẻ $x$ *đậm* _nghiêng_ @nguon [a] <b> \\n `mã` // không /* phải */ chú thích = tiêu đề"
LONGEST = " ".join(["Cấp giấy chứng nhận cho diều bay cao trên đồng"] * 26)[:1192].strip()


def sheet(client: Client, page: ProcedurePage, kind: str = "full") -> bytes:
    """The sheet that a citizen gets."""
    answer = client.get(reverse("procedure_sheet", args=[page.slug]), {"loai": kind})
    assert answer.status_code == 200
    return answer.content


def html(client: Client, page: ProcedurePage) -> bytes:
    """The page that a citizen reads."""
    return client.get(page.get_url()).content


@pytest.mark.slow
def test_every_text_of_every_demonstration_page_is_on_its_full_sheet(demo, client):
    for page in ProcedurePage.objects.live().order_by("pk")[::6]:
        texts = page_texts(html(client, page))
        assert len(texts) > 20
        assert missing_from(sheet(client, page), texts) == [], page.code


@pytest.fixture
def rich(portal) -> ProcedurePage:
    """A procedure with several cases and channels, and a text of the province's own in two parts."""
    page = published(
        "1.100001",
        **{
            "Kết quả thực hiện": "Bằng giấy",
            "Thành phần hồ sơ": [
                case("Diều lớn", ("Đơn đề nghị", 1, 0), ("Ghi chú: mang theo dây", 0, 0)),
                case("Diều nhỏ", ("Đơn đề nghị", 1, 2)),
            ],
            "Cách thức thực hiện": [
                channel(fees=("50000 VNĐ (mỗi thẻ) | 20000 VNĐ (cấp lại)",), notes=("Mô tả: Nộp buổi sáng",)),
                channel("ONLINE", "3 ngày"),
            ],
        },
    )
    page.overlay = [
        ("receiving_address", {"value": "Nhà Gió, số 9 đường Sáo", "decision": "7/QĐ-UBND"}),
        ("results", {"value": [("text", "Thẻ diều của tỉnh")], "decision": "8/QĐ-UBND"}),
    ]
    page.save_revision().publish()
    return page


def test_a_full_sheet_has_all_of_the_page(rich, client):
    texts = page_texts(html(client, rich))
    assert {"Đơn đề nghị", "1 bản chính, 2 bản sao", "20.000 đồng", "Nộp buổi sáng"} <= set(texts)
    assert missing_from(sheet(client, rich), texts) == []


@pytest.mark.parametrize("kind", ["short", "large"])
def test_a_short_sheet_has_the_answers_the_papers_and_the_fees(rich, client, kind):
    soup = [text for text in page_texts(html(client, rich)) if text in SHORT]
    assert set(soup) == set(SHORT)
    assert missing_from(sheet(client, rich, kind), soup) == []


SHORT = ["Mang gì", "Diều lớn", "Đơn đề nghị", "1 bản chính, 2 bản sao", "50.000 đồng", "mỗi thẻ", "5 ngày làm việc"]


@pytest.mark.parametrize("kind", ["short", "full", "large"])
def test_what_the_province_says_is_on_the_sheet_instead_of_the_official_text(rich, client, kind):
    printed = comparable(pdf_text(sheet(client, rich, kind)))
    assert comparable("Nhà Gió, số 9 đường Sáo") in printed
    assert comparable("Thẻ diều của tỉnh") in printed
    assert comparable("Bằng giấy") not in printed


def test_what_is_done_with_a_paper_is_said_on_page_and_sheet_alike(portal, client):
    cases = [
        case("Lưu ý", ("Giữ dây", 0, 0), ("Tờ khai thả diều", 1, 0)),
        case("Giấy tờ phải nộp", ("Trường hợp có gió thì nộp ảnh cánh diều", 1, 0)),
        case("Giấy tờ phải xuất trình", ("Hộ chiếu", 1, 0), ("Giấy khai sinh", 1, 0)),
    ]
    page = published("1.100001", **{"Thành phần hồ sơ": cases})
    stream = [dict(child) for child in page.cases.raw_data]
    stream[2]["value"]["papers"][1]["value"]["in_database"] = True
    page.cases = json.dumps(stream)
    page.save_revision().publish()
    texts = page_texts(html(client, page))
    said = {"nộp 1 bản chính", "xuất trình 1 bản chính", "Đã có trong cơ sở dữ liệu – không phải nộp"}
    assert said | {"Chỉ khi thuộc trường hợp nêu trong từng dòng:"} <= set(texts)
    assert "1 giấy tờ nộp, 1 giấy tờ xuất trình, thêm 1 tùy trường hợp" in texts
    assert missing_from(sheet(client, page), texts) == []
    told = client.get("/api/v1/procedures/1.100001").json()["cases"]
    papers = {paper["name"]: paper for item in told for paper in item["papers"]}
    assert [papers[name]["how"] for name in ("Tờ khai thả diều", "Hộ chiếu")] == ["submit", "show"]
    assert (papers["Giấy khai sinh"]["in_database"], papers["Giữ dây"]["is_note"]) == (True, True)
    assert [item["kind"] for item in told] == ["section", "section", "note"]


def test_typst_syntax_in_any_text_is_printed_as_it_stands(portal, client):
    steps = f'  * Bước 1: {MARKUP}\n    #import "/etc/passwd": x\n  * Bước 2: $ sum #read("/etc/passwd") $'
    raw = national("1.100001", **{"Tên thủ tục": MARKUP, "Trình tự thực hiện": steps})
    raw["Thành phần hồ sơ"] = [case(MARKUP, (MARKUP, 1, 0))]
    bring(national_row("1.100001", **{name: value for name, value in raw.items() if name != "_nfc"}))
    page = ProcedurePage.objects.get(code="1.100001")
    pdf = sheet(client, page)
    assert missing_from(pdf, [*page_texts(html(client, page)), MARKUP]) == []
    assert "root:" not in pdf_text(pdf)


@pytest.mark.parametrize("kind", ["short", "full", "large"])
def test_the_longest_name_survives_whole(portal, client, kind):
    page = published("1.100001", **{"Tên thủ tục": LONGEST})
    assert len(page.official_name) > 1150
    assert missing_from(sheet(client, page, kind), [page.official_name]) == []


def test_a_procedure_that_says_nothing_prints_what_is_missing(portal, client):
    nothing = "Không có thông tin"
    names = ("Trình tự thực hiện", "Địa chỉ tiếp nhận HS", "Kết quả thực hiện", "Yêu cầu, điều kiện thực hiện")
    empty = {"Thành phần hồ sơ": [], "Cách thức thực hiện": [], "Căn cứ pháp lý": []}
    bring(national_row("1.100001", **dict.fromkeys(names, nothing), **empty))
    page = page_of("1.100001")
    page.save_revision().publish()  # no import does
    assert "Chưa công bố – hỏi tại nơi nộp" in " ".join(pdf_text(sheet(client, page)).split())


@pytest.mark.shared
def test_fifty_real_procedures_are_on_their_sheets_whole(shared_data, portal, client):
    rows = _sample(shared_data / "procedures" / "national-2026-07.jsonl.gz")
    bring(*(national_row(raw["Mã thủ tục"], number, **raw) for number, raw in enumerate(rows, 2)))
    for page in ProcedurePage.objects.not_live():
        page.save_revision().publish()  # those of other provinces, as their desk would
    pages = list(ProcedurePage.objects.live().order_by("code"))
    assert len(pages) == 50
    assert max(len(page.official_name) for page in pages) >= 1100
    wanting = {page.code: missing_from(sheet(client, page), page_texts(html(client, page))) for page in pages}
    assert {code: texts for code, texts in wanting.items() if texts} == {}


def _sample(path) -> list[dict]:
    """The procedure with the longest name, the one with the longest text, and others spread over the whole list."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [raw for raw in map(json.loads, lines) if not is_internal(raw["Mã thủ tục"])]
    first = [max(rows, key=lambda raw: len(raw["Tên thủ tục"])), max(rows, key=lambda raw: len(json.dumps(raw)))]
    spread = [raw for raw in rows[:: len(rows) // 60] if raw["Mã thủ tục"] not in {one["Mã thủ tục"] for one in first}]
    return [*first, *spread][:50]

"""Makes national objects, rows and imports for tests; every word in them is made up."""

from datetime import date
from typing import Any

from django.db import transaction

from agencies.models import Agency
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.files.issues import ReadRow, Refused
from procedures_catalog.files.read_national import read_object
from procedures_catalog.importing.apply import import_rows
from procedures_catalog.importing.judging.questions import REASONS
from procedures_catalog.importing.judging.report import Report
from procedures_catalog.models import ProcedurePage, ProcedureShelfPage
from procedures_catalog.shelves.shelves import Shelves

Raw = dict[str, Any]
#: The day on which rows are seen unless a test says another.
DAY = date(2026, 11, 2)
LISTED = frozenset({"code", "name", "sector", "decision_number", "levels", "online_level"})


def channel(
    kind: str = "DIRECT", limit: str = "5 WORKING_DAY", fees: tuple[str, ...] = (), notes: tuple[str, ...] = ()
) -> Raw:
    """One row of "Cách thức thực hiện"."""
    return {"hinh_thuc": kind, "thoi_han": limit, "phi": list(fees) or ["Không có thông tin"], "khac": list(notes)}


def case(name: str | None = None, *papers: tuple[str, int, int]) -> Raw:
    """One row of "Thành phần hồ sơ"."""
    items = [{"ten": paper, "ban_chinh": originals, "ban_sao": copies} for paper, originals, copies in papers]
    return {"truong_hop": name, "giay_to": items}


def national(code: str = "1.100001", **values: Any) -> Raw:
    """A national object with every field; `values` replace fields, spaces of their names written as "_"."""
    nothing = "Không có thông tin"
    raw = {
        "Mã thủ tục": code,
        "Số quyết định": "12/QĐ-BVC",
        "Tên thủ tục": f"Cấp thẻ thả diều số {code}",
        "Cấp thực hiện": "Cấp Xã",
        "Loại thủ tục": "TTHC được luật giao quy định chi tiết",
        "Lĩnh vực": "Diều, sáo",
        "Trình tự thực hiện": "  * Bước 1: Nộp đơn\n    Mang đơn đến quầy.\n  * Bước 2: Nhận thẻ",
        "Đối tượng thực hiện": "Công dân Việt Nam, Doanh nghiệp",
        "Cơ quan thực hiện": "Ủy ban nhân dân cấp xã",
        "Cơ quan có thẩm quyền": nothing,
        "Địa chỉ tiếp nhận HS": nothing,
        "Cơ quan được ủy quyền": nothing,
        "Cơ quan phối hợp": "Công an cấp xã",
        "Kết quả thực hiện": "Thẻ thả diều",
        "Yêu cầu, điều kiện thực hiện": "Có diều.",
        "Từ khóa": nothing,
        "Mô tả": "Có diều.",
        "Cách thức thực hiện": [channel(fees=("50000 VNĐ (mỗi thẻ)",)), channel("ONLINE", "3 ngày")],
        "Thành phần hồ sơ": [case(None, ("Đơn đề nghị", 1, 0), ("Ảnh cánh diều", 0, 2))],
        "Căn cứ pháp lý": [{"ten": "Luật Diều", "so_hieu": "99/2020/QH99"}],
        "_nfc": True,
    }
    return raw | values


def national_row(code: str = "1.100001", number: int = 2, **values: Any) -> ReadRow | Refused:
    """The row that such an object makes."""
    return read_object(number, national(code, **values))


def local_row(code: str = "1.100001", number: int = 2, known: frozenset[str] = LISTED, **values: Any) -> ReadRow:
    """A row of a province's own list."""
    facts = {"name": f"Thẻ diều {code}", "sector": "Diều tỉnh", "decision_number": "7/QĐ-UBND", "levels": ("province",)}
    record = ProcedureRecord(**{"code": code, "online_level": "partial", **facts, **values})
    return ReadRow(number, record, known, "local")


def bring(*rows: ReadRow | Refused, on: date = DAY, publish: bool = True, **more: Any) -> Report:
    """Imports rows as one file, published unless told otherwise, whatever looks wrong in them."""
    return import_rows([("tep", rows)], on=on, publish=publish, **{"accept": REASONS.keys(), **more})


def shelf(agency: Agency | None = None) -> ProcedureShelfPage:
    """An agency's shelf, the common one without an agency; made where there is none."""
    with transaction.atomic():
        found = Shelves().of(agency and agency.pk)
    return ProcedureShelfPage.objects.get(pk=found.pk)


def published(code: str = "1.100001", **values: Any) -> ProcedurePage:
    """A published procedure, imported from a national object."""
    bring(national_row(code, **values))
    return page_of(code)


def page_of(code: str) -> ProcedurePage:
    """The page that has the code now, fresh from the database."""
    return ProcedurePage.objects.get(code=code)

"""`manage.py import_legacy_qr`: old printed addresses are loaded once, tied to procedures, and answered."""

import json
import shutil
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from procedures_catalog.models import LegacyAddress
from tests.portal_process import manage
from tests.procedures_catalog.factories import published

ADDRESS = "http://cu.example/tt?ma={}"


def _load(path, **options) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("import_legacy_qr", path, stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


@pytest.fixture
def table(tmp_path):
    """Writes a table of (address, code, name)."""

    def write(*rows: tuple[str, str, str]):
        lines = ["payload\tcode\tname", *("\t".join(row) for row in rows)]
        path = tmp_path / "cu.tsv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


@pytest.mark.usefixtures("portal")
class TestLoading:
    """What is written and what is told."""

    def test_an_address_is_tied_to_its_procedure_by_any_spelling_of_the_code(self, table):
        page = published("1.100001")
        out, _ = _load(table((ADDRESS.format(7), "1.100001.000.00.00.H37", "Thả diều")))
        assert out == "đọc 1, gắn với thủ tục 1, chưa có thủ tục 0, lặp lại 0, không nhận 0; ghi 1.\n"
        row = LegacyAddress.objects.get()
        assert (row.host, row.path, row.identity) == ("cu.example", "/tt?ma=7", page.identity)

    def test_a_former_code_ties_it_too(self, table):
        page = published("1.100001")
        page.code = "1.100009"
        page.save()
        _load(table((ADDRESS.format(7), "1.100001", "")))
        assert LegacyAddress.objects.get().identity == page.identity

    def test_running_twice_writes_nothing_the_second_time(self, table):
        published("1.100001")
        path = table((ADDRESS.format(7), "1.100001", "Thả diều"), (ADDRESS.format(8), "1.100002", ""))
        assert _load(path)[0].endswith("; ghi 2.\n")
        assert _load(path)[0].endswith("; ghi 0.\n")

    def test_a_later_run_ties_what_came_into_the_catalogue_since(self, table):
        path = table((ADDRESS.format(7), "1.100001", "Thả diều"))
        assert "chưa có thủ tục 1" in _load(path)[0]
        published("1.100001")
        assert "gắn với thủ tục 1" in _load(path)[0]
        assert LegacyAddress.objects.get().identity is not None

    def test_a_dry_run_says_so_and_writes_nothing(self, table):
        out, _ = _load(table((ADDRESS.format(7), "1.100001", "")), dry_run=True)
        assert out.startswith("Chạy thử, chưa ghi gì: đọc 1")
        assert not LegacyAddress.objects.exists()

    def test_one_address_for_two_procedures_is_refused_and_said_twice_is_not(self, table):
        rows = [
            (ADDRESS.format(7), "1.100001", ""),
            (ADDRESS.format(7), "1100001", ""),
            (ADDRESS.format(7), "1.100002", ""),
        ]
        out, err = _load(table(*rows))
        assert "lặp lại 1, không nhận 1" in out
        assert err.startswith("dòng 4: code “1.100002”: địa chỉ này ở dòng 2 đã ghi cho mã 1.100001")

    def test_a_file_that_cannot_be_read_stops_it(self, tmp_path):
        with pytest.raises(CommandError, match="Không tìm thấy tệp"):
            _load(tmp_path / "khong-co.tsv")

    def test_a_picture_that_the_list_does_not_have_is_refused(self, tmp_path, workbook_with_names):
        path = tmp_path / "anh.tsv"
        path.write_text(f"image\tpayload\nxl_media_image9.png\t{ADDRESS.format(7)}\n", encoding="utf-8")
        out, err = _load(path, list=workbook_with_names)
        assert "không nhận 1" in out
        assert "danh sách không có ảnh này" in err


@pytest.fixture
def workbook_with_names(tmp_path):
    """A list without pictures."""
    book = Workbook()
    book.active.append(["Mã TTHC", "Tên TTHC"])
    book.save(tmp_path / "ds.xlsx")
    return tmp_path / "ds.xlsx"


ANSWERS = """
import json
from html import unescape
from django.test import Client
from procedures_catalog.models import LegacyAddress
client = Client()
told = []
for row in LegacyAddress.objects.select_related("identity__page"):
    answer = client.get(row.path, headers={"host": "localhost"})
    if row.identity:
        page = row.identity.page
        right = (answer.status_code, answer.url) == (302, page.get_url() if page.live else f"/q/{row.identity}")
    else:
        right = answer.status_code == 200 and row.name in unescape(answer.content.decode())
    told.append((answer.status_code, bool(right)))
print(json.dumps(told))
"""


@pytest.mark.shared
def test_1842_real_printed_addresses_load_and_answer(national_portal, shared_data, tmp_path):
    portal = shutil.copytree(national_portal, tmp_path / "portal")
    folder = shared_data / "procedures"
    words = (str(folder / "lang-son-printed-qr.tsv"), "--list", str(folder / "lang-son-export.xlsx"))
    first, second = (manage(portal, "import_legacy_qr", *words).stdout for _ in range(2))
    assert first.startswith("đọc 1842, ")
    assert "không nhận 0; ghi 1842." in first
    assert "ghi 0." in second
    told = json.loads(manage(portal, "shell", "--no-imports", "-c", ANSWERS).stdout)
    assert len(told) == 1842
    assert all(right for _status, right in told)
    assert sum(status == 302 for status, _right in told) == 931  # codes that the national list still has

"""`manage.py import_units`: a province in one go, again without a change, and bad files without a trace."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from agencies.models import AdministrativeUnit, Agency, UnitSuccession
from tests.clock import today

pytestmark = pytest.mark.django_db


def run(folder, province: str = "Đông Giang", *options: str) -> str:
    out = io.StringIO()
    call_command("import_units", "--province", province, "--data-dir", str(folder), *options, stdout=out)
    return out.getvalue()


def test_a_province_with_its_lineage(reform_files):
    told = run(reform_files.folder)
    assert "Tỉnh Đông Giang: 8 đơn vị cấp xã cũ thuộc 3 đơn vị cấp huyện cũ." in told
    assert "5 đơn vị cấp xã mới, 5 rõ gồm những đơn vị cũ nào." in told
    assert "1 điều cần xem lại, trong đó 0 điều chưa rõ." in told
    old = AdministrativeUnit.objects.get(code="91002")
    assert [heir.name for heir in old.successors_on(today())] == ["Phường Mộc Sơn"]


def test_the_second_time_writes_nothing(reform_files):
    run(reform_files.folder, "Đông Giang", "--with-agencies")
    told = run(reform_files.folder, "Đông Giang", "--with-agencies")
    assert "Đã ghi: 0 dòng mới, 0 dòng sửa" in told


def test_a_dry_run_writes_nothing(reform_files):
    told = run(reform_files.folder, "Đông Giang", "--dry-run", "--with-agencies")
    assert "Chạy thử, chưa ghi gì: sẽ có 43 dòng mới" in told
    assert not AdministrativeUnit.objects.exists()
    assert not Agency.objects.exists()


def test_committees_and_counters(reform_files):
    run(reform_files.folder, "Đông Giang", "--with-agencies")
    counter = Agency.objects.get(slug="trung-tam-phuc-vu-hanh-chinh-cong-dac-khu-dao-yen")
    assert counter.parent.name == "Ủy ban nhân dân đặc khu Đảo Yến"
    assert counter.unit.code == "90900"
    assert Agency.objects.count() == 10


def test_an_agency_that_is_there_is_not_made_again(reform_files):
    run(reform_files.folder)
    unit = AdministrativeUnit.objects.in_force(today()).get(name="Đặc khu Đảo Yến")
    Agency.objects.create(name="UBND Đảo Yến", kind="commune_committee", unit=unit)
    run(reform_files.folder, "Đông Giang", "--with-agencies")
    assert Agency.objects.filter(unit=unit, kind="commune_committee").count() == 1
    assert Agency.objects.get(unit=unit, kind="counter").parent.name == "UBND Đảo Yến"


def test_files_may_be_named_one_by_one(reform_files, tmp_path):
    elsewhere = tmp_path / "other.csv"
    reform_files.merged.rename(elsewhere)
    assert "5 rõ gồm" in run(reform_files.folder, "Đông Giang", "--merged", str(elsewhere))


def test_the_report_says_what_the_screen_says(reform_files, tmp_path):
    report = tmp_path / "report.json"
    run(reform_files.folder, "Đông Giang", "--report", str(report))
    told = json.loads(report.read_text(encoding="utf-8"))
    assert (told["communes_before"], told["communes_after"], told["without_lineage"]) == (8, 5, [])
    assert told["complaints"][0]["value"] == "Xã Xá Tổng"


def test_the_day_and_the_decision(reform_files):
    run(reform_files.folder, "Đông Giang", "--date", "2025-08-01", "--decision", "NQ 1")
    step = UnitSuccession.objects.filter(successor__isnull=False).first()
    assert (str(step.date), step.decision) == ("2025-08-01", "NQ 1")
    with pytest.raises(CommandError, match="không đúng dạng"):
        run(reform_files.folder, "Đông Giang", "--date", "1/7/2025")


def spoil(files, what: str) -> None:
    if what == "missing":
        files.before.unlink()
    if what == "json":
        files.after.write_text("{")
    if what == "encoding":
        files.merged.write_bytes("Tỉnh".encode("utf-16"))
    if what == "truncated":
        files.before.write_bytes(files.before.read_bytes()[:60])
    if what == "column":
        files.write_merged([["A", "B"]], ["Tỉnh", "Phường, xã mới"])


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("missing", "Không tìm thấy tệp .*before-2025-07-01"),
        ("json", "không phải JSON hợp lệ"),
        ("encoding", "không phải mã UTF-8"),
        ("truncated", "bị hỏng hoặc bị cắt cụt"),
        ("column", "thiếu cột: Phường, xã trước sáp nhập"),
    ],
)
def test_bad_files_write_nothing(reform_files, what, message):
    spoil(reform_files, what)
    with pytest.raises(CommandError, match=message):
        run(reform_files.folder)
    assert not AdministrativeUnit.objects.exists()


def test_an_unknown_province(reform_files):
    with pytest.raises(CommandError, match=r"Không có tỉnh, thành phố nào tên “Đông Gian”\. Có phải: Tỉnh Đông Giang"):
        run(reform_files.folder, "Đông Gian")


@pytest.mark.shared
def test_a_real_province(shared_data):
    told = run(shared_data / "units", "Quảng Trị")
    assert "Tỉnh Quảng Trị: 264 đơn vị cấp xã cũ thuộc 18 đơn vị cấp huyện cũ." in told
    assert "78 đơn vị cấp xã mới, 78 rõ gồm những đơn vị cũ nào." in told
    assert "Đã ghi: 0 dòng mới, 0 dòng sửa" in run(shared_data / "units", "Quảng Trị")
    old = AdministrativeUnit.objects.get(name="Xã Hải Phú", parent__name="Huyện Bố Trạch")
    assert [heir.name for heir in old.successors_on(today())] == ["Xã Đông Trạch"]

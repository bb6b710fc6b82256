"""`manage.py import_procedures`: reads every file first, writes in whole portions, and says what it did."""

import hashlib
import json
import os
import pty
import re
import signal
import sqlite3
import subprocess
import sys
import termios
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from openpyxl import Workbook

from procedures_catalog.importing.at_desk.running import choose_items
from procedures_catalog.management.commands.import_procedures import Command
from procedures_catalog.models import ImportRun, ProcedureIndexPage, ProcedurePage
from tests.portal_process import manage
from tests.procedures_catalog.factories import national, page_of
from tests.procedures_catalog.national_files import jsonl

MANAGE = Path(__file__).resolve().parents[3] / "manage.py"
CSV = "Mã TTHC,Tên TTHC,Lĩnh vực,Cấp thực hiện\n1.100001.000.00.00.H36,Thẻ diều,Diều,Sở\n"


def _import(*files, **options) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("import_procedures", *files, stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


@pytest.mark.usefixtures("portal")
class TestFiles:
    """What it takes and what it tells."""

    def test_it_says_in_one_line_what_it_did(self, tmp_path):
        out, _ = _import(jsonl(tmp_path / "a.jsonl", national("1.100001"), {}), publish=True)
        assert out == "đọc 2, thêm mới 1, cập nhật 0, giữ nguyên 0, có sửa chữa 0, không nhận 1.\n"
        assert page_of("1.100001").live

    def test_drafts_are_pages_that_nobody_published_yet(self, tmp_path):
        _import(jsonl(tmp_path / "a.jsonl", national("1.100001")), drafts=True)
        assert not page_of("1.100001").live

    def test_without_either_it_waits_at_the_desk_and_writes_no_page(self, tmp_path):
        out, _ = _import(jsonl(tmp_path / "a.jsonl", national("1.100001")))
        run = ImportRun.objects.get()
        assert f"lần nhập số {run.pk}" in out
        assert (run.state, run.author, [item.code for item in run.items.all()]) == ("waiting", None, ["1.100001"])
        assert not ProcedurePage.objects.exists()

    def test_a_list_that_changes_nothing_is_seen_and_waits_for_nobody(self, tmp_path):
        path = jsonl(tmp_path / "a.jsonl", national("1.100001"))
        _import(path, publish=True)
        out, _ = _import(path)
        assert "chờ xem" not in out
        assert ImportRun.objects.first().state == "finished"

    def test_a_newer_list_takes_the_place_of_the_older_with_what_was_chosen(self, tmp_path, django_user_model):
        path = jsonl(tmp_path / "a.jsonl", national("1.100001"))
        _import(path)
        older = ImportRun.objects.get()
        choose_items(older, older.items.all(), "take", django_user_model.objects.create_user("nguoi-chon"))
        _import(jsonl(path, national("1.100001"), national("1.100002")))
        newer = ImportRun.objects.first()
        older.refresh_from_db()
        assert (older.state, newer.state) == ("given_up", "waiting")
        assert dict(newer.items.values_list("code", "choice")) == {"1.100001": "take", "1.100002": ""}
        assert newer.deciders == older.deciders != []

    def test_a_dry_run_says_so_and_writes_nothing(self, tmp_path):
        out, _ = _import(jsonl(tmp_path / "a.jsonl", national("1.100001")), dry_run=True)
        assert out.startswith("Chạy thử, chưa ghi gì: đọc 1, thêm mới 1")
        assert not ProcedurePage.objects.exists()

    def test_what_is_kept_back_is_told_with_its_province_and_that_the_portal_has_no_name(self, tmp_path):
        foreign = {"Số quyết định": "1/QĐ-UBND", "Cơ quan thực hiện": "Sở Gió tỉnh Bắc Ninh"}
        out, err = _import(jsonl(tmp_path / "a.jsonl", national("1.100001", **foreign)), publish=True)
        assert out.splitlines()[1:3] == [
            "Giữ lại, không công bố: do tỉnh, thành phố khác quyết định (1):",
            "  1.100001 Cấp thẻ thả diều số 1.100001 – Bắc Ninh",
        ]
        assert "Cổng chưa ghi tên tỉnh" in err

    def test_several_files_of_several_kinds_come_in_one_run(self, tmp_path):
        table = tmp_path / "tinh.csv"
        table.write_text(CSV, encoding="utf-8")
        _import(jsonl(tmp_path / "a.jsonl", national("1.100001")), table, publish=True)
        page = page_of("1.100001")
        assert (page.layer, page.listed_name) == ("national", "Thẻ diều")

    def test_refused_rows_are_named_with_their_reason(self, tmp_path):
        bad = [national(f"1.1000{number:02}", **{"Cấp thực hiện": "Cấp Trời"}) for number in range(25)]
        _, err = _import(jsonl(tmp_path / "a.jsonl", *bad))
        lines = err.splitlines()
        named = "a.jsonl dòng 1: 1.100000 Cấp thẻ thả diều số 1.100000: Cấp thực hiện: không hiểu giá trị “Cấp Trời”"
        assert lines[0].startswith(named)
        assert (len(lines), lines[-1]) == (21, "… và 5 dòng nữa; xem đủ bằng --report.")

    def test_the_report_has_counts_and_every_remark(self, tmp_path):
        mended = national("1.100002", **{"Tên thủ tục": "Ðăng ký"})
        objects = [national("1.100001"), mended, national("1.100003", **{"Lĩnh vực": 7})]
        report = tmp_path / "bao-cao.json"
        _import(jsonl(tmp_path / "a.jsonl", *objects), publish=True, report=report)
        said = json.loads(report.read_text(encoding="utf-8"))
        names = ("read", "created", "updated", "unchanged", "repaired", "refused", "dry_run")
        assert [said[name] for name in names] == [3, 2, 0, 0, 1, 1, False]
        assert said["rows_written"] > 2
        [refused], [repaired] = said["refused_list"], said["repaired_list"]
        reason = refused.pop("reason")
        who = {"code": "1.100003", "name": "Cấp thẻ thả diều số 1.100003"}
        assert refused == {"file": "a.jsonl", "row": 3, "field": "Lĩnh vực", "value": "7"} | who
        assert reason == "trường “Lĩnh vực” phải là văn bản"
        assert (repaired["row"], repaired["field"], repaired["value"]) == (2, "Tên thủ tục", "Ðăng ký")

    def test_a_second_run_reports_that_nothing_changed(self, tmp_path):
        path = jsonl(tmp_path / "a.jsonl", national("1.100001"))
        for _ in range(2):
            _import(path, publish=True, report=tmp_path / "bao-cao.json")
        said = json.loads((tmp_path / "bao-cao.json").read_text(encoding="utf-8"))
        assert (said["unchanged"], said["rows_written"]) == (1, 0)

    def test_it_tells_what_changed_a_bounded_number_on_the_screen_and_all_in_the_report(self, tmp_path):
        codes = [f"1.100{number:03}" for number in range(105)]
        _import(jsonl(tmp_path / "a.jsonl", *map(national, codes)), publish=True)
        changed = [national(code, **{"Lĩnh vực": "Gió"}) for code in codes]
        out, _ = _import(jsonl(tmp_path / "a.jsonl", *changed), publish=True, report=tmp_path / "bao-cao.json")
        lines = out.splitlines()
        assert lines[1] == "1.100000 Cấp thẻ thả diều số 1.100000: Lĩnh vực: “Diều, sáo” → “Gió”"
        assert (len(lines), lines[101]) == (102, "… và 5 dòng nữa; xem đủ bằng --report.")
        said = json.loads((tmp_path / "bao-cao.json").read_text(encoding="utf-8"))["change_list"]
        assert [change["code"] for change in said] == codes
        assert (said[0]["field"], said[0]["before"], said[0]["after"]) == ("Lĩnh vực", "Diều, sáo", "Gió")

    def test_what_looks_wrong_stops_it_and_the_words_tell_how_to_accept(self, tmp_path):
        _import(jsonl(tmp_path / "a.jsonl", national()), publish=True)
        path = jsonl(tmp_path / "a.jsonl", national(**{"Tên thủ tục": "xxx"}))
        report = tmp_path / "bao-cao.json"
        with pytest.raises(CommandError) as stopped:
            _import(path, publish=True, report=report)
        assert all(
            said in str(stopped.value)
            for said in ("--accept name", "1.100001", "Cấp thẻ thả diều", "xxx", "chưa ghi gì")
        )
        assert [asked["reason"] for asked in json.loads(report.read_text())["question_list"]] == ["name"]
        assert page_of("1.100001").official_name == "Cấp thẻ thả diều số 1.100001"
        _import(path, publish=True, accept=["name"])
        assert page_of("1.100001").official_name == "xxx"

    def test_a_dry_run_that_would_ask_tells_everything_and_ends_with_the_code_that_the_help_names(self, tmp_path):
        _import(jsonl(tmp_path / "a.jsonl", national()), publish=True)
        path = jsonl(tmp_path / "a.jsonl", national(**{"Tên thủ tục": "xxx"}))
        out, report = StringIO(), tmp_path / "bao-cao.json"
        with pytest.raises(CommandError, match="--accept name") as asked:
            call_command("import_procedures", path, dry_run=True, report=report, stdout=out)
        assert asked.value.returncode == 3
        assert f"{asked.value.returncode} là có điều bất thường" in Command.help
        assert "→ “xxx”" in out.getvalue()
        assert json.loads(report.read_text())["question_list"]
        with pytest.raises(CommandError) as stopped:
            _import(path, publish=True)
        assert stopped.value.returncode == asked.value.returncode
        assert _import(path, dry_run=True, accept=["name"])[0] != ""

    def test_several_procedures_are_accepted_by_the_words_that_the_question_has(self, tmp_path):
        codes = [f"1.10000{number}" for number in range(4)]
        _import(jsonl(tmp_path / "a.jsonl", *map(national, codes)), publish=True)
        path = jsonl(tmp_path / "a.jsonl", *(national(code, **{"Tên thủ tục": f"xxx{code}"}) for code in codes[:3]))
        with pytest.raises(CommandError) as stopped:
            _import(path, publish=True)
        [words] = re.findall(r"--accept (name:[\d.,]+)", str(stopped.value))
        assert words == "name:1.100000,1.100001,1.100002"
        with pytest.raises(CommandError, match=r"\(3\)"):
            call_command("import_procedures", path, "--publish", "--accept", "name:1.100000, 1.100001")
        call_command("import_procedures", path, "--publish", "--accept", words)
        assert page_of("1.100002").official_name == "xxx1.100002"

    def test_what_was_doubtful_before_is_only_counted_and_what_changes_comes_first(self, tmp_path):
        fee = "25 VNĐ (Thị thực một lần)"
        cheap = {"Cách thức thực hiện": [{"hinh_thuc": "DIRECT", "thoi_han": "1 ngày", "phi": [fee], "khac": []}]}
        codes = [f"1.10000{number}" for number in range(4)]
        _import(jsonl(tmp_path / "a.jsonl", *(national(code, **cheap) for code in codes)), publish=True)
        changed = national(codes[3], **cheap, **{"Lĩnh vực": "Gió"})
        out, _ = _import(
            jsonl(tmp_path / "a.jsonl", *(national(code, **cheap) for code in codes[:3]), changed), publish=True
        )
        first, change, doubt, before = out.splitlines()
        assert first.endswith("đáng ngờ 1, đáng ngờ từ trước 3.")
        assert "→ “Gió”" in change
        assert "1.100003" in doubt
        assert before.startswith("3 điều đáng ngờ nữa ở những dòng không đổi gì")

    def test_an_unknown_reason_is_refused(self, tmp_path):
        with pytest.raises(CommandError, match="accept"):
            call_command("import_procedures", jsonl(tmp_path / "a.jsonl", national()), "--accept", "gió")

    def test_a_vanished_code_that_was_accepted_once_is_not_asked_about_again(self, tmp_path):
        codes = [f"1.100{number:03}" for number in range(100)]
        _import(jsonl(tmp_path / "a.jsonl", *map(national, codes)), publish=True)
        less = jsonl(tmp_path / "b.jsonl", *map(national, codes[1:]))
        with pytest.raises(CommandError, match="--accept vanished"):
            _import(less, publish=True)
        _import(less, publish=True, whole=False)
        _import(less, publish=True, accept=["vanished"])
        assert page_of("1.100000").live
        _import(less, publish=True)
        with pytest.raises(CommandError, match=r"1\.100001"):
            _import(jsonl(tmp_path / "c.jsonl", *map(national, codes[2:])), publish=True)

    def test_each_run_is_kept_with_its_files_and_its_report(self, tmp_path):
        path = jsonl(tmp_path / "a.jsonl", national())
        _import(path, publish=True)
        [run] = ImportRun.objects.all()
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert run.files == [{"name": "a.jsonl", "digest": digest, "rows": 1}]
        assert (run.state, run.publish, run.folder, run.report["created"]) == ("finished", True, "", 1)
        assert run.ended_at >= run.started_at

    def test_a_report_that_could_not_be_written_stops_it_before_anything_is(self, tmp_path):
        with pytest.raises(CommandError, match="Không có thư mục"):
            _import(jsonl(tmp_path / "a.jsonl", national()), report=tmp_path / "khong-co" / "a.json")
        assert not ProcedurePage.objects.exists()


def _workbook_without_columns(path: Path) -> None:
    book = Workbook()
    book.active.append(["Màu", "Gió"])
    book.save(path)


UNREADABLE = {
    "khong-co.jsonl": lambda path: None,
    "thu-muc.jsonl": lambda path: path.mkdir(),
    "rong.jsonl": lambda path: path.write_bytes(b""),
    "utf16.jsonl": lambda path: path.write_bytes('{"Mã": 1}'.encode("utf-16")),
    "cu.csv": lambda path: path.write_bytes("Mã,Tên\n1,diều".encode("cp1258", "replace")),
    "cut.jsonl.gz": lambda path: path.write_bytes(b"\x1f\x8b\x08\x00cut"),
    "khong-cot.csv": lambda path: path.write_text("Màu,Gió\nđỏ,to\n", encoding="utf-8"),
    "khong-cot.xlsx": _workbook_without_columns,
    "gia.xlsx": lambda path: path.write_text("không phải bảng tính", encoding="utf-8"),
    "zip.xlsx": lambda path: path.write_bytes(b"PK\x03\x04 half"),
    "nul.csv": lambda path: path.write_bytes(b"Ma,Ten\0\n"),
}


@pytest.mark.usefixtures("portal")
@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_cannot_be_read_stops_the_run_before_anything_is_written(tmp_path, name):
    UNREADABLE[name](tmp_path / name)
    good = jsonl(tmp_path / "tot.jsonl", national("1.100001"))
    with pytest.raises(CommandError) as refused:
        _import(good, tmp_path / name, publish=True)
    assert str(refused.value).startswith(f"{name}: ")
    assert not ProcedurePage.objects.exists()


@pytest.mark.django_db
def test_a_portal_without_a_catalogue_is_told_what_to_do_first(tmp_path):
    assert not ProcedureIndexPage.objects.exists()
    with pytest.raises(CommandError, match="prepare_portal"):
        _import(jsonl(tmp_path / "a.jsonl", national()))


# --- A real kill ----------------------------------------------------------------------------------

HOW_MANY = 400
#: What the progress bars show when the process is killed; the last two meet a run that was cut short before.
MOMENTS = ["Đọc ", "So sánh ", "Ghi ", " 25/", " 25/"]


@pytest.fixture
def data_folder(portal, tmp_path) -> Path:
    """A portal of its own on disk, with a catalogue and no procedure."""
    if connection.vendor != "sqlite":
        pytest.skip("Chép từ cơ sở dữ liệu SQLite của phép thử")
    (tmp_path / "portal.sqlite3").write_bytes(connection.connection.serialize())
    return tmp_path


def _start(folder: Path, file: Path, screen: int) -> subprocess.Popen:
    environment = {**os.environ, "PORTAL_DATA_DIR": str(folder), "PYTHONUTF8": "1", "TERM": "xterm"}
    environment |= {"DJANGO_SETTINGS_MODULE": "cms.settings.development"}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, MANAGE, "import_procedures", file, "--publish"]
    return subprocess.Popen(command, env=environment, stdout=screen, stderr=screen, cwd=MANAGE.parent)


def _run(folder: Path, file: Path, *, kill_at: str = "") -> tuple[int, str]:
    """Runs the command on a terminal of its own, killed as soon as the screen shows the words: (exit code, screen)."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 120))
    process = _start(folder, file, theirs)
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65_536):
            shown += part
            if kill_at and kill_at in shown.decode(errors="replace"):
                process.send_signal(signal.SIGKILL)
                break
    except OSError:
        pass  # a terminal whose last program has ended
    finally:
        code = process.wait()
        os.close(ours)
    return code, shown.decode(errors="replace")


def _counts(folder: Path) -> dict[str, int]:
    """What the database holds, once it has been found sound and every procedure in it whole."""
    tables = (
        "procedurepage",
        "procedureidentity",
        "procedurecode",
        "procedurelevel",
        "publishedversion",
        "nationalrecord",
    )
    with closing(sqlite3.connect(folder / "portal.sqlite3")) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        names = [*(f"procedures_catalog_{table}" for table in tables), "wagtailcore_page", "wagtailcore_pagelogentry"]
        counts = {name: file.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}
    assert len({counts[f"procedures_catalog_{table}"] for table in tables}) == 1
    return counts


def _runs(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "portal.sqlite3")) as file:
        return [state for (state,) in file.execute("SELECT state FROM procedures_catalog_importrun ORDER BY id")]


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_whole_procedures_and_the_next_start_finishes_the_journal(data_folder):
    file = jsonl(data_folder / "a.jsonl", *(national(f"1.2{number:05}") for number in range(HOW_MANY)))
    before = _counts(data_folder)
    assert before["procedures_catalog_procedurepage"] == 0
    left = []
    for moment in MOMENTS:
        _, shown = _run(data_folder, file, kill_at=moment)
        assert moment in shown
        left.append(_counts(data_folder)["procedures_catalog_procedurepage"])
    assert left[:2] == [0, 0]
    assert left == sorted(left)
    assert 0 < left[-1] < HOW_MANY
    assert _runs(data_folder) == ["writing"]
    file.rename(file.with_name("moved.jsonl"))
    manage(data_folder, "finish_import")
    after = _counts(data_folder)
    assert after["procedures_catalog_procedurepage"] == HOW_MANY
    assert after["wagtailcore_page"] == before["wagtailcore_page"] + HOW_MANY
    assert _runs(data_folder) == ["finished"]
    assert [path.name for path in (data_folder / "imports").iterdir()] == ["lock"]

"""`manage.py print_sheets`, `print_board`, `print_posters`, `print_labels`, `print_book`: one file, all or nothing."""

from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pypdf import PdfReader

from agencies.models import AdministrativeUnit
from agencies.models.unit import UnitKind
from posting.models import PostedPaper
from tests.procedures_catalog.factories import bring, national_row

pytestmark = pytest.mark.django_db
COMMANDS = {
    "print_sheets": "short",
    "print_board": "board",
    "print_posters": "poster",
    "print_labels": "labels",
    "print_book": "book",
}


@pytest.fixture(autouse=True)
def catalogue(portal) -> None:
    """Two procedures in two fields, and a commune."""
    bring(
        national_row("1.100001", **{"Tên thủ tục": "Đăng ký sáo diều", "Lĩnh vực": "Sáo"}),
        national_row("1.100002", **{"Tên thủ tục": "Cấp thẻ thả diều", "Lĩnh vực": "Diều"}),
    )
    AdministrativeUnit.objects.create(code="98001", name="Xã Diều Sáo", kind=UnitKind.COMMUNE)


def run(command: str, *words: str, out: Path) -> str:
    """What the command says."""
    said = StringIO()
    call_command(command, *words, "--out", str(out), stdout=said)
    return said.getvalue()


def pages(path: Path) -> int:
    """How many pages a PDF has."""
    return len(PdfReader(BytesIO(path.read_bytes())).pages)


@pytest.mark.parametrize(("command", "kind"), COMMANDS.items())
def test_each_command_writes_one_pdf_and_its_papers_into_the_ledger(command, kind, tmp_path):
    said = run(command, "--all", out=tmp_path / "giay.pdf")
    papers = PostedPaper.objects.all()
    assert {paper.kind for paper in papers} == {kind}
    assert f"Đã in {len(papers)} tờ" in said
    assert pages(tmp_path / "giay.pdf") >= 1
    assert [path.name for path in tmp_path.iterdir()] == ["giay.pdf"]


@pytest.mark.parametrize("kind", ["short", "full", "large"])
def test_sheets_come_in_three_kinds(kind, tmp_path):
    run("print_sheets", "--codes", "1.100001,1100002", "--kind", kind, "--two-sided", out=tmp_path / "a.pdf")
    assert [paper.kind for paper in PostedPaper.objects.all()] == [kind, kind]
    assert pages(tmp_path / "a.pdf") >= 3


def test_a_board_has_the_size_and_columns_that_are_asked_for(tmp_path):
    run("print_board", "--field", "Diều", "--size", "A2", "--columns", "2", out=tmp_path / "a.pdf")
    paper = PostedPaper.objects.get()
    assert (paper.size, paper.selection) == ("A2", {"sector": "dieu", "columns": 2})
    width, height = PdfReader(tmp_path / "a.pdf").pages[0].mediabox[2:]
    assert sorted(round(float(side) / 72 * 25.4) for side in (width, height)) == [420, 594]


def test_a_commune_is_named_on_its_paper_and_the_paper_hangs_there_when_asked(tmp_path):
    run("print_board", "--commune", "Diều Sáo", "--spot", "cửa vào", "--hang", out=tmp_path / "a.pdf")
    paper = PostedPaper.objects.get()
    assert (paper.unit.code, paper.spot, paper.hung_on) == ("98001", "cửa vào", timezone.localdate())
    assert paper.selection == {"commune": "98001"}


def test_a_place_is_named_on_paper_without_narrowing_the_choice(tmp_path):
    run("print_posters", "--field", "dieu", "--place", "98001", out=tmp_path / "a.pdf")
    paper = PostedPaper.objects.get()
    assert (paper.unit.code, paper.hung_on) == ("98001", None)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Hãy chọn thủ tục cần in"),
        (("--codes", "1.100001,9.999999"), "mang mã “9.999999”"),
        (("--field", "Dieuu"), "Gần nhất: Diều."),
        (("--agency", "Sở Mây"), "Không có cơ quan “Sở Mây”."),
        (("--commune", "Xã Không Đâu Cả"), "Không có xã, phường “Xã Không Đâu Cả”."),
        (("--all", "--place", "Nơi Nào"), "Không có xã, phường “Nơi Nào”."),
        (("--all", "--changed-since", "mai"), "Ngày “mai” không đúng"),
        (("--all", "--changed-since", "01/01/2100"), "Không có thủ tục nào đang công bố hợp với cách chọn này."),
        (("--all", "--hang"), "Hãy ghi chỗ treo"),
    ],
)
def test_what_cannot_be_printed_is_said_plainly_and_nothing_is_written(words, said, tmp_path):
    with pytest.raises(CommandError, match=said):
        run("print_sheets", *words, out=tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []
    assert not PostedPaper.objects.exists()


def test_a_missing_folder_is_named_before_anything_is_printed(tmp_path):
    with pytest.raises(CommandError, match=r"Không có thư mục .*chua-co để ghi tệp"):
        run("print_sheets", "--all", out=tmp_path / "chua-co" / "a.pdf")
    with pytest.raises(CommandError, match="đó là một thư mục"):
        run("print_sheets", "--all", out=tmp_path)
    assert not PostedPaper.objects.exists()


def test_an_older_file_stays_whole_when_printing_fails(tmp_path):
    old = tmp_path / "a.pdf"
    old.write_bytes("cũ".encode())
    with pytest.raises(CommandError):
        run("print_sheets", "--codes", "9.999999", out=old)
    assert old.read_bytes() == "cũ".encode()
    run("print_sheets", "--all", out=old)
    assert old.read_bytes().startswith(b"%PDF")

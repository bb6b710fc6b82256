"""`make bench-lists`: how long a province's list of 5,000 rows takes to import, in each shape in which people keep it.

Each shape is imported into a portal of its own, so that every row is a new procedure; contents are made up.
"""

import csv
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import openpyxl

from tests.bench.measure import measured
from tests.bench.say import say
from tests.portal_process import manage

ROWS, SHEETS = 5_000, 20
HEADINGS = ["STT", "Mã TTHC", "Tên TTHC", "Lĩnh vực", "Cơ quan thực hiện", "Cấp thực hiện", "Mức độ DVC", "Thời hạn"]
AGENCIES = ["Sở Gió và Mây", "UBND cấp xã", "Sở Diều, Sáo và Trống, UBND cấp xã", "- Sở Trăng\n- UBND xã, phường"]
LEVELS = ["Cấp tỉnh", "Cấp xã", "Cấp tỉnh, Cấp xã", "UBND xã/phường/đặc khu", "Cấp tỉnh và cấp xã", "Sở Gió, cấp xã"]
Cells = Sequence[object]


def rows() -> Iterator[Cells]:
    """The rows of the list, each of a procedure of its own."""
    for number in range(1, ROWS + 1):
        agency, levels = AGENCIES[number % len(AGENCIES)], LEVELS[number % len(LEVELS)]
        name, field = f"Thủ tục cấp thẻ thả diều trên cánh đồng số {number}", f"Gió bậc {number % 40}"
        yield number, f"9.{number:06}", name, field, agency, levels, "Toàn trình", "15-Dec"


def one_sheet(path: Path) -> None:
    """A workbook of one sheet."""
    _workbook(path, {"Danh mục": list(rows())})


def many_sheets(path: Path) -> None:
    """A cover, a sheet for each field, a hidden sheet."""
    every = list(rows())
    _workbook(path, {f"Lĩnh vực {number}": every[number::SHEETS] for number in range(SHEETS)}, cover=True)


def beside(path: Path) -> None:
    """Text beside every code, and a title above the headings."""
    _workbook(path, {"Danh mục": [(no, f"Mã: {code} (mới)", *rest) for no, code, *rest in rows()]}, titles=30)


def saved(path: Path) -> None:
    """A CSV that a spreadsheet program saved: zeros lost at the ends of codes."""
    _csv(path, "utf-8-sig", ",", [(no, str(code).rstrip("0"), *rest) for no, code, *rest in rows()])


def tabs(path: Path) -> None:
    """“Unicode text” of a spreadsheet program: UTF-16 and tabs."""
    _csv(path, "utf-16", "\t", list(rows()))


SHAPES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "one_sheet": ("ds.xlsx", one_sheet),
    "many_sheets": ("ds.xlsx", many_sheets),
    "text_beside_codes": ("ds.xlsx", beside),
    "csv_saved_again": ("ds.csv", saved),
    "utf_16_tabs": ("ds.txt", tabs),
}


def _workbook(path: Path, sheets: dict[str, list[Cells]], *, cover: bool = False, titles: int = 0) -> None:
    book = openpyxl.Workbook(write_only=True)
    if cover:
        book.create_sheet("Bìa").append(["DANH MỤC THỦ TỤC HÀNH CHÍNH"])
        book.create_sheet("Nháp").sheet_state = "hidden"
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in [*([["Danh mục thủ tục"]] * titles), HEADINGS, *lines]:
            sheet.append(list(line))
    book.save(path)


def _csv(path: Path, encoding: str, delimiter: str, lines: list[Cells]) -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([HEADINGS, *lines])


def main() -> None:
    """One figure a shape, on portals in a folder that is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="portal-lists-") as name:
        empty = Path(name, "empty")
        empty.mkdir()
        manage(empty, "migrate")
        manage(empty, "prepare_portal")
        for shape, (file, write) in SHAPES.items():
            folder = Path(name, shape)
            shutil.copytree(empty, folder)
            write(folder / file)
            run = measured(folder, "manage.py", "import_procedures", str(folder / file), "--drafts")
            told = run.output.strip().splitlines()[-1]
            if f"thêm mới {ROWS}," not in told:
                raise SystemExit(f"{shape}: {told}")
            more = {"processor_seconds": round(run.processor_seconds, 1), "peak_mib": round(run.peak_mib)}
            say(f"list_of_{ROWS}_{shape}_seconds", run.seconds, "<= 30", **more)
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()

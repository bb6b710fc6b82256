"""`make bench-print`: how quickly real procedures get onto paper, and whether their codes can be read from it."""

import json
import tempfile
from pathlib import Path
from statistics import median

from tests.bench.ledger import bench_ledger
from tests.bench.measure import measured
from tests.bench.say import say
from tests.parts import SHARED_DATA
from tests.portal_process import manage

NATIONAL = SHARED_DATA / "procedures" / "national-2026-07.jsonl.gz"


def bench_all_sheets(portal: Path) -> None:
    """A short sheet of every procedure in one file, by the command, as one process from start to end."""
    out = portal / "sheets.pdf"
    run = measured(portal, "manage.py", "print_sheets", "--all", "--out", str(out))
    megabytes = round(out.stat().st_size / 1e6, 1)
    processor, peak = round(run.processor_seconds, 1), round(run.peak_mib)
    say("print_all_sheets_seconds", run.seconds, "<= 240", processor_seconds=processor, peak_mib=peak, mb=megabytes)


def bench_single(portal: Path) -> None:
    """A board, one sheet, the same sheet by WeasyPrint, a scan: in one process that has printed before."""
    told = json.loads(measured(portal, "-m", "tests.bench.paper_figures").output)
    board, sheet = told["board"], told["sheet_ms"]
    say("print_board_seconds", board.pop("seconds"), "<= 5", **board)
    for kind, found in sheet.items():
        say("print_sheet_warm_ms", found["median"], "<= 100", kind=kind, p95=found["p95"])
    say("public_sheet_warm_ms", told["public_ms"]["median"], "<= 100", p95=told["public_ms"]["p95"])
    weasyprint = told["weasyprint_ms"]
    if weasyprint is None:
        say("weasyprint_sheet_ms", None, "-", why="WeasyPrint hoặc thư viện pango chưa có trên máy này")
    else:
        ratio = round(weasyprint["median"] / told["typst_ms"]["median"], 1)
        say("typst_sheet_ms", told["typst_ms"]["median"], "-", kind="full", p95=told["typst_ms"]["p95"])
        say("weasyprint_sheet_ms", weasyprint["median"], "-", p95=weasyprint["p95"], times_slower=ratio)
    say("scan_queries", told["scan_queries"], "<= 3")


def bench_officer(portal: Path) -> None:
    """From the first key to the sheet, at a weak computer."""
    told = json.loads(measured(portal, "-m", "tests.bench.officer").output)
    if told is None:
        say("officer_key_to_sheet_seconds", None, "<= 10", why="chưa có chromium trên máy này")
        return
    for typed, waited in told.items():
        say("officer_key_to_sheet_seconds", median(waited), "<= 10", slowest=round(waited[-1], 2), typed=typed)


def bench_codes(portal: Path) -> None:
    """200 codes off rendered boards, as they are and made worse, by two decoders."""
    told = json.loads(measured(portal, "-m", "tests.bench.codes_read").output)
    for hardship, found in told.items():
        say("codes_read", found, "200 of 200 by each", hardship=hardship)


def main() -> None:
    """All figures, on a portal made for them in a folder that is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as name:
        portal = Path(name)
        for words in (["migrate"], ["prepare_portal"], ["import_procedures", str(NATIONAL), "--publish"]):
            manage(portal, *words)
        bench_single(portal)
        bench_codes(portal)
        bench_officer(portal)
        bench_all_sheets(portal)
        bench_ledger(portal)


if __name__ == "__main__":
    main()

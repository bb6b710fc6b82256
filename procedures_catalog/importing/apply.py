"""Applies files to the catalogue: reads them, plans, and writes everything in one transaction, or nothing."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from django.db import transaction

from procedures_catalog.importing.complaints import ReadRow, Refused
from procedures_catalog.importing.create import create_pages
from procedures_catalog.importing.open_file import kind_of
from procedures_catalog.importing.plan import PORTION, Plan, make_plan
from procedures_catalog.importing.read_national import read_national
from procedures_catalog.importing.read_table import read_table
from procedures_catalog.importing.references import References
from procedures_catalog.importing.report import Report
from procedures_catalog.importing.update import update_pages

Advance = Callable[[int], object]
Start = Callable[[str, int], Advance]
File = tuple[str, Sequence[ReadRow | Refused]]


def _silent(_label: str, _total: int) -> Advance:
    return lambda _count: None


def read_file(path: Path) -> Iterable[ReadRow | Refused]:
    """The rows of a file of any kind that is understood. Raises UnreadableFile for the file as a whole."""
    return read_national(path) if kind_of(path) == "jsonl" else read_table(path)


def import_rows(
    files: Sequence[File], *, publish: bool = False, dry_run: bool = False, start: Start = _silent
) -> Report:
    """Brings the catalogue in line with rows that were read; each file is (its name, its rows).

    `start(label, total)` begins a progress bar and returns what moves it on. One transaction holds it all.
    """
    report = Report(dry_run=dry_run)
    with transaction.atomic():
        for name, rows in files:
            _apply(name, rows, report, publish=publish, start=start)
    return report


def _apply(name: str, rows: Sequence[ReadRow | Refused], report: Report, *, publish: bool, start: Start) -> None:
    report.counts["read"] += len(rows)
    for row in rows:
        if isinstance(row, Refused):
            report.refuse(name, row.complaint)
    accepted = [row for row in rows if isinstance(row, ReadRow)]
    plan = make_plan(name, accepted, report, publish=publish, advance=start(f"So sánh {name}", len(accepted)))
    if not report.dry_run:
        total = len(plan.create) + len(plan.update)
        report.rows_written += _write(plan, publish=publish, advance=start(f"Ghi {name}", total))


def _write(plan: Plan, *, publish: bool, advance: Advance) -> int:
    """Carries the plan out; returns how many rows of the database changed."""
    written = 0
    references = References(row.record for row in [*plan.create, *(update.row for update in plan.update)])
    for create in _portions(plan.create):
        written += create_pages(create, references, live=publish)
        advance(len(create))
    for update in _portions(plan.update):
        written += update_pages(update, references, publish=publish)
        advance(len(update))
    return written


def _portions(items: Sequence) -> Iterable[Sequence]:
    return (items[start : start + PORTION] for start in range(0, len(items), PORTION))

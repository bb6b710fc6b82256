"""Applies files to the catalogue: reads them, plans, asks where something looks wrong, and writes in whole portions."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from datetime import date
from itertools import chain
from pathlib import Path

from pages.turns import Turns
from procedures_catalog.files.issues import Outcome, ReadRow
from procedures_catalog.files.open_file import kind_of
from procedures_catalog.files.read_national import read_national
from procedures_catalog.files.read_table import read_table
from procedures_catalog.importing.create import create_pages
from procedures_catalog.importing.judging.report import Report
from procedures_catalog.importing.keeping_back import Publishing
from procedures_catalog.importing.plan import Plan, Update, about, decide, make_plan, present_codes
from procedures_catalog.importing.references import References
from procedures_catalog.importing.row_by_row import write_portions
from procedures_catalog.importing.seen import Seen, keep_seen, keep_unchanged, mark_absent
from procedures_catalog.importing.update import update_pages
from procedures_catalog.importing.whole_list import Whole, ask_about_lists, named_by
from procedures_catalog.shelves.arranging import arrange
from procedures_catalog.store.held_pages import HeldPage, held_pages
from procedures_catalog.store.judged import judge_anew

Advance = Callable[[int], object]
Start = Callable[[str, int], Advance]
File = tuple[str, Sequence[Outcome]]

#: How many are written in the first turn; to change a procedure costs several times what a new one does.
CREATED_FIRST, UPDATED_FIRST = 25, 5
_LATE = "trang vừa được sửa ở bàn biên tập trong lúc nhập; hãy nhập lại"


class Stopped(Exception):  # noqa: N818 - it names what the import did
    """Something looks wrong that nobody accepted; nothing was written. `report` has the questions."""

    def __init__(self, report: Report) -> None:
        super().__init__("Có điều bất thường, chưa ghi gì.")
        self.report = report


def silent(_label: str, _total: int) -> Advance:
    return lambda _count: None


def read_file(path: Path) -> Iterable[Outcome]:
    """What becomes of the rows of a file of any kind. Raises UnreadableFile for the file as a whole."""
    return read_national(path) if kind_of(path) == "jsonl" else read_table(path)


def import_rows(
    files: Sequence[File],
    *,
    on: date,
    publish: bool = False,
    dry_run: bool = False,
    accept: Set[str] = frozenset(),
    whole: Whole = None,
    begin: Callable[[Report], object] = lambda _report: None,
    start: Start = silent,
) -> Report:
    """Brings the catalogue in line with rows that were read on a day; each file is (its name, its rows).

    `accept` names the REASONS that a person accepts, `whole` says whether the files are whole lists. `begin` hears of
    the plan before the first row is written. `start(label, total)` begins a progress bar and returns what moves it on.
    Every portion is whole; run again after a failure, it writes what is missing. What has another owner then moves to
    his shelf. Raises Stopped.
    """
    how = Publishing.here(publish)
    plans = [_plan(name, rows, how, start) for name, rows in files]
    planned = Report(dry_run=dry_run)
    for plan in plans:
        planned.add(plan.report)
    ask_about_lists(plans, planned, whole, on)
    if dry_run:
        return planned
    if planned.asks(accept):
        raise Stopped(planned)
    begin(planned)
    done = Report(questions=planned.questions, vanished=planned.vanished, absent=planned.absent)
    for plan, (name, rows) in zip(plans, files, strict=True):
        # What an earlier file wrote may change what a later one has to.
        current = plan if plan is plans[0] else make_plan(name, rows, how)
        current.report.rows_written = _write(current, on, how, start)
        done.add(current.report)
    mark_absent((absent for _, absent in done.absent), named_by(plans, "national"), on, Turns())
    if done.counts["updated"]:
        arrange(Turns())
    judge_anew()
    return done


def _plan(name: str, rows: Sequence[Outcome], how: Publishing, start: Start) -> Plan:
    return make_plan(name, rows, how, start(f"So sánh {name}", len(rows)))


# --- Writing --------------------------------------------------------------------------------------


def _write(plan: Plan, on: date, how: Publishing, start: Start) -> int:
    """Carries the plan out, and keeps with each page what the national list said of it; returns how many rows of the
    database changed, those that keep it aside."""
    advance = start(f"Ghi {plan.file}", len(plan.create) + len(plan.update))
    written, turns, seen = 0, Turns(), Seen(plan.file, on)
    references = References((row.record for row in [*plan.create, *(update.row for update in plan.update)]), turns)

    def create(rows: Sequence[ReadRow]) -> int:
        new = _still_new(plan, rows)
        keep_seen(new, seen)
        return create_pages(new, references, how)

    def update(updates: Sequence[Update]) -> int:
        due = _still_due(plan, updates, how)
        keep_seen((each.row for each in due), seen)
        return update_pages(due, references, on, how)

    for count, done in chain(
        write_portions(plan.create, CREATED_FIRST, turns, create, lambda row, why: _refuse(plan, row, why, "created")),
        write_portions(
            plan.update, UPDATED_FIRST, turns, update, lambda each, why: _refuse(plan, each.row, why, "updated")
        ),
    ):
        written += count
        advance(done)
    keep_unchanged(plan.unchanged, seen, turns)
    return written


def _still_new(plan: Plan, rows: Sequence[ReadRow]) -> list[ReadRow]:
    """The rows whose codes nobody has taken since the plan was made; the others are refused."""
    present = present_codes(rows)
    return [row for row in rows if not _is_late(plan, row, row.base() in present, "created")]


def _still_due(plan: Plan, updates: Sequence[Update], how: Publishing) -> list[Update]:
    """The updates of pages that nobody has changed since the plan was made; the others are refused."""
    held = held_pages([update.page_id for update in updates])
    return [update for update in updates if not _is_late(plan, update.row, _has_changed(held, update, how), "updated")]


def _has_changed(held: Mapping[int, HeldPage], update: Update, how: Publishing) -> bool:
    page = held.get(update.page_id)
    return page is None or decide(page, update.row, how) != update


def _is_late(plan: Plan, row: ReadRow, late: bool, planned_as: str) -> bool:
    if late:
        _refuse(plan, row, _LATE, planned_as)
    return late


def _refuse(plan: Plan, row: ReadRow, reason: str, planned_as: str) -> None:
    """Once, however often the portion is tried."""
    complaint = about(row, "", reason)
    if (plan.file, complaint) not in plan.report.refused:
        plan.report.counts[planned_as] -= 1
        plan.report.refuse(plan.file, complaint)

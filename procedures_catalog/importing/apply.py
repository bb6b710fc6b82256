"""Applies files to the catalogue: reads them, plans, asks where something looks wrong, and writes in whole portions."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from datetime import date
from itertools import chain
from pathlib import Path

from pages.turns import Turns
from procedures_catalog.files.issues import Outcome, ReadRow, about
from procedures_catalog.files.open_file import kind_of
from procedures_catalog.files.read_national import read_national
from procedures_catalog.files.read_table import read_table
from procedures_catalog.importing.abolished import tell_abolished
from procedures_catalog.importing.create import create_pages, new_page
from procedures_catalog.importing.judging.report import Report
from procedures_catalog.importing.keeping.chosen import Chosen
from procedures_catalog.importing.keeping.done import keep_changed, keep_created
from procedures_catalog.importing.keeping_back import Publishing
from procedures_catalog.importing.plan import Plan, Update, decide, make_plan, present_codes
from procedures_catalog.importing.references import References
from procedures_catalog.importing.reopened import noting_reopened
from procedures_catalog.importing.row_by_row import write_portions
from procedures_catalog.importing.seen import Seen, keep_seen, keep_unchanged, mark_absent
from procedures_catalog.importing.under_layer import blocks_dropped
from procedures_catalog.importing.update import update_pages
from procedures_catalog.importing.whole_list import Whole, ask_about_lists, named_by
from procedures_catalog.models import ImportRun
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
    begin: Callable[[Report], ImportRun | None] = lambda _report: None,
    start: Start = silent,
    chosen: Chosen | None = None,
) -> Report:
    """Brings the catalogue in line with rows that were read on a day; each file is (its name, its rows).

    `accept` names the REASONS that a person accepts, `whole` says whether the files are whole lists, `chosen` what of
    them people chose. `begin` hears of the plan before the first row is written, and says of which run this is: what is
    done to each page is kept with it. `start(label, total)` begins a progress bar and returns what moves it on.
    Every portion is whole; run again after a failure, it writes what is missing. What has another owner then moves to
    his shelf. Raises Stopped.
    """
    how = Publishing.here(publish, chosen)
    plans, planned = plan_files(files, how, on=on, whole=whole, start=start)
    planned.dry_run = dry_run
    if dry_run:
        return planned
    if planned.asks(accept):
        raise Stopped(planned)
    run = begin(planned)
    done = Report(vanished=planned.vanished, absent=planned.absent, abolished=planned.abolished)
    for plan, (name, rows) in zip(plans, files, strict=True):
        # What an earlier file wrote may change what a later one has to.
        current = plan if plan is plans[0] else make_plan(name, rows, how)
        current.report.rows_written = _write(current, on, how, start, run)
        done.add(current.report)
    done.questions = planned.questions
    mark_absent((absent for _, absent in done.absent), named_by(plans, "national"), on, Turns())
    if done.counts["updated"]:
        arrange(Turns())
    judge_anew(on)
    return done


def plan_files(
    files: Sequence[File], how: Publishing, *, on: date, whole: Whole, start: Start = silent
) -> tuple[list[Plan], Report]:
    """What importing the files on a day would do, file by file, and all that is to be said of it; writes nothing."""
    plans = [_plan(name, rows, how, start) for name, rows in files]
    report = Report()
    for plan in plans:
        report.add(plan.report)
    ask_about_lists(plans, report, whole, on)
    tell_abolished(plans, report, on)
    return plans, report


def _plan(name: str, rows: Sequence[Outcome], how: Publishing, start: Start) -> Plan:
    return make_plan(name, rows, how, start(f"So sánh {name}", len(rows)))


# --- Writing --------------------------------------------------------------------------------------


def _write(plan: Plan, on: date, how: Publishing, start: Start, run: ImportRun | None) -> int:
    """Carries the plan out, and keeps with each page what the national list said of it; returns how many rows of the
    database changed, those that keep it aside."""
    advance = start(f"Ghi {plan.file}", len(plan.create) + len(plan.update))
    written, turns, seen = 0, Turns(), Seen(plan.file, on)
    references = References((row.record for row in [*plan.create, *(update.row for update in plan.update)]), turns)

    def create(rows: Sequence[ReadRow]) -> Callable[[], int]:
        pages = {id(row): new_page(row, references) for row in rows}

        def write() -> int:
            new = _still_new(plan, rows)
            keep_seen(new, seen)
            written = create_pages([(row, pages[id(row)]) for row in new], references, how)
            keep_created(run, plan.layer, [pages[id(row)].code_base or row.base() for row in new])
            return written

        return write

    def update(updates: Sequence[Update]) -> Callable[[], int]:
        def write() -> int:
            due, held = _still_due(plan, updates, how)
            keep_seen((each.row for each in due), seen)
            dropped = blocks_dropped(due)
            with noting_reopened(plan.report, plan.file, [each.page_id for each in due]):
                written = update_pages(due, references, on, how)
            keep_changed(
                run,
                [(each.page_id, each.row.layer, each.changed, dropped.get(each.page_id, ())) for each in due],
                held,
            )
            return written

        return write

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


def _still_due(plan: Plan, updates: Sequence[Update], how: Publishing) -> tuple[list[Update], Mapping[int, HeldPage]]:
    """The updates of pages that nobody has changed since the plan was made, and these pages; the others are refused."""
    held = held_pages([update.page_id for update in updates])
    due = [update for update in updates if not _is_late(plan, update.row, _has_changed(held, update, how), "updated")]
    return due, held


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

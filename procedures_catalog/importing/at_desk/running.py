"""The life of an import at the desk: handed in, compared, chosen from, approved by another, written, perhaps undone.

Each step is a state in its row, written before the work begins; whoever works next takes up what is due, so a kill
leaves whole portions and the next start finishes them.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from agencies.day import local_day
from audit.acting import Acting, actor_of, passing
from audit.bulk import note
from audit.things import thing
from pages.background import BackgroundTask
from procedures_catalog.files.issues import Outcome, UnreadableFile
from procedures_catalog.importing.apply import File, Start, read_file, silent
from procedures_catalog.importing.at_desk.comparing import compare_run
from procedures_catalog.importing.at_desk.newer import take_the_place
from procedures_catalog.importing.at_desk.undoing import undo_run
from procedures_catalog.importing.journal import (
    copies,
    count_rows,
    end,
    finish,
    keep_files,
    kept_report,
    only_import,
)
from procedures_catalog.importing.judging.report import Report
from procedures_catalog.models import ImportItem, ImportPart, ImportRun

_log = logging.getLogger(__name__)
_NO_LONGER = "Lần nhập này không còn ở bước chờ xem; hãy tải lại trang."
_FAULT = "Phần mềm không làm được bước này ({}); hãy thử lại, hoặc báo người vận hành."


class NotNowError(Exception):
    """A step that cannot be taken; the message says in Vietnamese why."""


# --- Handed in ------------------------------------------------------------------------------------


def receive(paths: Sequence[Path], *, author: Any = None, whole: bool | None = None) -> ImportRun:
    """Keeps files that somebody handed in, or a command fetched, as an import to be compared. Raises OSError."""
    folder, files = keep_files(paths)
    with transaction.atomic():
        run = ImportRun.objects.create(
            state="comparing", folder=folder, files=files, author=author, whole=whole, publish=True
        )
        note("import.receive", thing(run), {"files": files})
        transaction.on_commit(errand.want)
    return run


def compare(run: ImportRun, read: Callable[[Path], Sequence[Outcome]], start: Start = silent) -> Report | None:
    """Compares a run's files with what is held; then it waits for people, or is to be written where nothing changes.
    Its report; None where a file cannot be read."""
    try:
        files = copies(run, read)
    except UnreadableFile as why:
        run.message = str(why)[:500]
        end(run, "unreadable")
        return None
    report = compare_run(run, files, local_day(run.started_at), start)
    _count(run, files)
    run.report, run.missing, run.message = kept_report(report), report.vanished, ""
    run.state = "waiting"
    if not run.items.exists():  # the list is seen, and that is all there is to it
        run.state, run.approved_at = "writing", run.started_at
    if run.author is None:
        take_the_place(run)
    run.save()
    return report


def _count(run: ImportRun, files: Sequence[File]) -> None:
    for file, (_, rows) in zip(run.files, files, strict=True):
        file["rows"] = count_rows(rows)


# --- Chosen ---------------------------------------------------------------------------------------


def choose_parts(run: ImportRun, parts: QuerySet[ImportPart], choice: str, user: Any) -> int:
    """Notes what somebody chose of parts of a waiting run; of how many. Raises NotNowError."""
    return _choose(run, parts.filter(item__run=run), choice, user)


def choose_items(run: ImportRun, items: QuerySet[ImportItem], choice: str, user: Any) -> int:
    """The same of procedures as wholes: new ones, vanished ones, questions about lists."""
    return _choose(run, items.filter(run=run), choice, user)


def _choose(run: ImportRun, rows: QuerySet[Any], choice: str, user: Any) -> int:
    with transaction.atomic():
        held = _waiting(run)
        changed = rows.update(choice=choice)
        held.deciders = sorted({*held.deciders, user.pk})
        held.save(update_fields=["deciders"])
        note("import.choose", thing(held), {"chosen": choice, "rows_written": changed})
    return changed


def _waiting(run: ImportRun) -> ImportRun:
    """The run as it is now, held until the transaction ends."""
    held = ImportRun.objects.select_for_update().get(pk=run.pk)
    if held.state != "waiting":
        raise NotNowError(_NO_LONGER)
    return held


# --- Approved, or not -----------------------------------------------------------------------------


def hindrance(run: ImportRun, user: Any) -> str:
    """Why somebody cannot approve a run; "" where he can."""
    if run.state != "waiting":
        return _NO_LONGER
    if user.pk in run.authors():
        return "Bạn là người nộp hoặc người chọn nội dung của lần nhập này; cần người khác duyệt."
    if run.items.filter(kind="list", choice="").exists():
        return "Còn câu hỏi về cả danh sách chưa trả lời."
    if run.items.filter(kind="list", choice="keep").exists():
        return "Có người đã chọn không nhận cả danh sách này; hãy trả lời lại hoặc không nhập."
    return ""


def approve(run: ImportRun, user: Any, moment: datetime) -> None:
    """Lets what was chosen be written, by somebody else than who handed it in or chose. Raises NotNowError."""
    with transaction.atomic():
        held = _waiting(run)
        if why := hindrance(held, user):
            raise NotNowError(why)
        unseen = set(held.items.filter(kind="vanished", choice="").values_list("key", flat=True))
        held.missing = {layer: [base for base in bases if base not in unseen] for layer, bases in held.missing.items()}
        held.state, held.approver, held.approved_at = "writing", user, moment
        held.save()
        note("import.approve", thing(held), {"state": held.state})
        transaction.on_commit(errand.want)


def reject(run: ImportRun, user: Any) -> None:
    """Ends a waiting run of which nothing is taken. Raises NotNowError."""
    with transaction.atomic():
        held = _waiting(run)
        held.state, held.refuser = "rejected", user
        held.save()
        note("import.reject", thing(held), {"state": held.state})
    end(held, "rejected")


def begin_undoing(run: ImportRun, user: Any, moment: datetime) -> None:
    """Lets what a finished run wrote be taken back. Raises NotNowError."""
    with transaction.atomic():
        held = ImportRun.objects.select_for_update().get(pk=run.pk)
        if held.state not in ("finished", "given_up"):
            raise NotNowError("Chỉ hoàn tác được một lần nhập đã xong.")
        if not held.pages.exists():
            raise NotNowError("Lần nhập này không đổi trang nào, hoặc đã nhập trước khi cổng biết hoàn tác.")
        held.state, held.undoer, held.undo_began_at = "undoing", user, moment
        held.save()
        note("import.undo", thing(held), {"state": held.state})
        transaction.on_commit(errand.want)


# --- Done -----------------------------------------------------------------------------------------


def work() -> None:
    """Does what is due of all runs, the oldest first; one that fails says so and waits for somebody to try again."""
    if not ImportRun.due().exists():
        return
    with only_import():
        for run in ImportRun.due().select_related("approver", "author", "undoer"):
            with passing(Acting(actor=partial(actor_of, run.undoer or run.approver or run.author))):
                _do(run)


def _do(run: ImportRun) -> None:
    try:
        while step := _STEPS.get(run.state):
            step(run)
    except Exception as fault:  # whatever it is, the others go on and somebody is told
        _log.exception("Lần nhập %s dừng lại.", run.pk)
        ImportRun.objects.filter(pk=run.pk).update(message=_FAULT.format(type(fault).__name__))


def _write(run: ImportRun) -> None:
    finish(run, read=_read)


def _read(path: Path) -> list[Outcome]:
    return list(read_file(path))


def finish_now(run: ImportRun, read: Callable[[Path], Sequence[Outcome]], start: Start = silent) -> Report | None:
    """Compares what a command has just fetched, and writes it where nothing changes; what is to be said of it. For who
    holds `only_import`."""
    report = compare(run, read, start)
    if run.state == "writing":
        finish(run, read=_read)
    return report


_STEPS: dict[str, Callable[[ImportRun], object]] = {
    "comparing": lambda run: compare(run, _read),
    "writing": _write,
    "undoing": undo_run,
}
errand = BackgroundTask(work)

"""The journal of imports: one at a time, its files kept while it writes, and whatever was cut short finished later.

Finishing is importing the same files once more: what was written already is there, and the rest is planned anew on what
the catalogue holds now.
"""

import hashlib
import shutil
import uuid
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files import locks
from django.utils import timezone

from agencies.day import local_day
from procedures_catalog.files.issues import Outcome, Told
from procedures_catalog.importing.apply import File, Start, import_rows, silent
from procedures_catalog.importing.judging.questions import REASONS
from procedures_catalog.importing.judging.report import Report
from procedures_catalog.models import ImportRun

Read = Callable[[Path], Sequence[Outcome]]

#: Long lists of the report that stand in its file alone.
_NOT_KEPT = ("repaired_list", "doubtful_list")


# --- One at a time --------------------------------------------------------------------------------


@contextmanager
def only_import(told_to_wait: Callable[[], object] = lambda: None) -> Iterator[None]:
    """Holds the place of the one import that writes on this machine; the system frees what a dead one held."""
    settings.IMPORTS_ROOT.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (settings.IMPORTS_ROOT / "lock").open("w") as file:
        if not locks.lock(file, locks.LOCK_EX | locks.LOCK_NB):
            told_to_wait()
            locks.lock(file, locks.LOCK_EX)
        yield


def is_importing() -> bool:
    """Whether an import writes at this moment on this machine."""
    with suppress(FileNotFoundError), (settings.IMPORTS_ROOT / "lock").open("r") as file:
        return not locks.lock(file, locks.LOCK_SH | locks.LOCK_NB)
    return False


def cut_short() -> list[ImportRun]:
    """The runs that wait to be finished; none while an import writes, which may be one of them."""
    runs = list(ImportRun.unfinished())
    return [] if runs and is_importing() else runs


# --- Runs -----------------------------------------------------------------------------------------


def import_files(
    paths: Sequence[Path], *, on: date, read: Read, publish: bool, accept: Set[str], whole: bool | None, start: Start
) -> Report:
    """Imports files that were handed in on a day as one run, to be called by who holds `only_import`. Raises Stopped,
    UnreadableFile and OSError, each before anything is written.
    """
    files = [(path.name, read(path)) for path in paths]
    runs: list[ImportRun] = []

    def begin(planned: Report) -> None:
        runs.append(_begin(paths, files, planned, publish=publish, accepted=sorted(accept)))

    report = import_rows(files, on=on, publish=publish, accept=accept, whole=whole, begin=begin, start=start)
    _end(runs[0], "finished", report)
    return report


def finish(run: ImportRun, *, read: Read, start: Start = silent) -> Report:
    """Imports the rest of a run that was cut short. Raises UnreadableFile when the copies of its files are lost."""
    folder = settings.IMPORTS_ROOT / run.folder
    files = [(file["name"], read(folder / _kept_name(number, file["name"]))) for number, file in enumerate(run.files)]
    # Its lists are as whole as they were then, and were seen on the day on which it began.
    whole, on = set(run.missing), local_day(run.started_at)
    report = import_rows(files, on=on, publish=run.publish, accept=REASONS.keys(), whole=whole, start=start)
    _end(run, "finished", report)
    return report


def give_up(run: ImportRun) -> None:
    """Leaves a run as far as it came: the portions that were written stay."""
    _end(run, "given_up", None)


def _begin(paths: Sequence[Path], files: Sequence[File], planned: Report, **said: Any) -> ImportRun:
    """Keeps the files, then the run's row: a row never stands without what it needs to be finished."""
    _forget_strays()
    folder = uuid.uuid4().hex
    (settings.IMPORTS_ROOT / folder).mkdir(mode=0o700)
    for number, path in enumerate(paths):
        shutil.copyfile(path, settings.IMPORTS_ROOT / folder / _kept_name(number, path.name))
    kept = [
        {"name": path.name, "digest": _digest(path), "rows": sum(not isinstance(row, Told) for row in rows)}
        for path, (_, rows) in zip(paths, files, strict=True)
    ]
    return ImportRun.objects.create(folder=folder, files=kept, missing=planned.vanished, **said)


def _end(run: ImportRun, state: str, report: Report | None) -> None:
    if report:
        run.report = {name: value for name, value in report.as_json().items() if name not in _NOT_KEPT}
    folder, run.folder = run.folder, ""
    run.state, run.ended_at = state, timezone.now()
    run.save()
    shutil.rmtree(settings.IMPORTS_ROOT / folder, ignore_errors=True)


def _kept_name(number: int, name: str) -> str:
    """A file's last name tells its reader what it is."""
    return f"{number}{''.join(Path(name).suffixes[-2:])}"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _forget_strays() -> None:
    """Copies whose run never began or is finished."""
    wanted = set(ImportRun.unfinished().values_list("folder", flat=True))
    for folder in settings.IMPORTS_ROOT.iterdir():
        if folder.is_dir() and folder.name not in wanted:
            shutil.rmtree(folder, ignore_errors=True)

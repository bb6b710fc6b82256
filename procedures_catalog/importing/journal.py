"""The journal of imports: one at a time, its files kept while it writes, and whatever was cut short finished later.

Finishing is importing the same files once more: what was written already is there, and the rest is planned anew on what
the catalogue holds now.
"""

import hashlib
import shutil
import time
import uuid
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files import locks
from django.db import transaction
from django.utils import timezone

from agencies.day import local_day
from audit.bulk import note
from audit.things import thing
from pages.turns import Turns
from procedures_catalog.facts.everyday.reading import starting_texts
from procedures_catalog.files.issues import Outcome, ReadRow, Told
from procedures_catalog.importing.apply import File, Start, import_rows, silent
from procedures_catalog.importing.judging.questions import REASONS
from procedures_catalog.importing.judging.report import Report
from procedures_catalog.importing.keeping.chosen import Chosen
from procedures_catalog.importing.keeping.kept_parts import keep_parts
from procedures_catalog.models import ImportRun
from procedures_catalog.store.everyday import ensure_everyday

Read = Callable[[Path], Sequence[Outcome]]

#: Long lists of the report that stand in its file alone.
_NOT_KEPT = ("repaired_list", "doubtful_list")
#: Seconds for which a folder may stand without its run's row, which comes a moment later.
_FRESH = 3_600


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

    def begin(planned: Report) -> ImportRun:
        runs.append(_begin(paths, files, planned, publish=publish, accepted=sorted(accept)))
        return runs[0]

    report = import_rows(files, on=on, publish=publish, accept=accept, whole=whole, begin=begin, start=start)
    end(runs[0], "finished", report)
    ensure_everyday(Turns(), starting_texts())
    return report


def finish(run: ImportRun, *, read: Read, start: Start = silent) -> Report:
    """Imports the rest of a run that was cut short. Raises UnreadableFile when the copies of its files are lost."""
    files = copies(run, read)
    # Its lists are as whole as they were then, and were seen on the day on which it began.
    whole, on = set(run.missing), local_day(run.approved_at or run.started_at)
    chosen = Chosen.of(run) if run.is_chosen() else None
    if chosen:
        keep_parts(run, (row for _, rows in files for row in rows if isinstance(row, ReadRow)))
    report = import_rows(
        files, on=on, publish=run.publish, accept=REASONS.keys(), whole=whole,
        begin=lambda _planned: run, start=start, chosen=chosen,
    )  # fmt: skip
    end(run, "finished", report)
    ensure_everyday(Turns(), starting_texts())
    return report


def copies(run: ImportRun, read: Read) -> list[File]:
    """The files of a run, read anew. Raises UnreadableFile when their copies are lost."""
    folder = settings.IMPORTS_ROOT / run.folder
    return [(file["name"], read(folder / _kept_name(number, file["name"]))) for number, file in enumerate(run.files)]


def give_up(run: ImportRun) -> None:
    """Leaves a run as far as it came: the portions that were written stay."""
    end(run, "given_up")


def _begin(paths: Sequence[Path], files: Sequence[File], planned: Report, **said: Any) -> ImportRun:
    """Keeps the files, then the run's row: a row never stands without what it needs to be finished."""
    folder, kept = keep_files(paths)
    for file, (_, rows) in zip(kept, files, strict=True):
        file["rows"] = count_rows(rows)
    with transaction.atomic():
        run = ImportRun.objects.create(folder=folder, files=kept, missing=planned.vanished, **said)
        note("import.begin", thing(run), {"files": kept, **said})
    return run


def keep_files(paths: Sequence[Path]) -> tuple[str, list[dict[str, Any]]]:
    """Copies files into a folder of their own; its name, and name and digest of each file. Raises OSError."""
    settings.IMPORTS_ROOT.mkdir(mode=0o700, parents=True, exist_ok=True)
    _forget_strays()
    folder = uuid.uuid4().hex
    (settings.IMPORTS_ROOT / folder).mkdir(mode=0o700)
    for number, path in enumerate(paths):
        shutil.copyfile(path, settings.IMPORTS_ROOT / folder / _kept_name(number, path.name))
    return folder, [{"name": path.name, "digest": _digest(path)} for path in paths]


def count_rows(rows: Sequence[Outcome]) -> int:
    """How many rows a file has."""
    return sum(not isinstance(row, Told) for row in rows)


def end(run: ImportRun, state: str, report: Report | None = None) -> None:
    """Nothing is left to do with a run: its files go. When one was written stays known after it was undone."""
    if report:
        run.report = kept_report(report)
    folder, run.folder = run.folder, ""
    run.state = state
    setattr(run, "undone_at" if state == "undone" else "ended_at", timezone.now())
    with transaction.atomic():
        run.save()
        note("import.end", thing(run), {"state": state, **_counts(run)})
    if folder:
        shutil.rmtree(settings.IMPORTS_ROOT / folder, ignore_errors=True)


def kept_report(report: Report) -> dict[str, Any]:
    """What of a report stays with its run."""
    return {name: value for name, value in report.as_json().items() if name not in _NOT_KEPT}


def _counts(run: ImportRun) -> dict[str, int]:
    return {name: value for name, value in (run.report or {}).items() if isinstance(value, int)}


def _kept_name(number: int, name: str) -> str:
    """A file's last name tells its reader what it is."""
    return f"{number}{''.join(Path(name).suffixes[-2:])}"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _forget_strays() -> None:
    """Copies whose run never began or has nothing left to do with them."""
    wanted = set(ImportRun.objects.exclude(folder="").values_list("folder", flat=True))
    for folder in settings.IMPORTS_ROOT.iterdir():
        if folder.is_dir() and folder.name not in wanted and time.time() - folder.stat().st_mtime > _FRESH:
            shutil.rmtree(folder, ignore_errors=True)

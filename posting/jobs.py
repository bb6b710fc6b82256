"""Long printings in the background: started by an officer, watched by their progress, fetched as a file."""

import logging
import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from agencies.models import AdministrativeUnit
from posting.models import PrintJob
from posting.printing.complaint import CannotPrintError
from posting.printing.order import PrintOrder
from posting.printing.printing import print_papers, procedures_of
from posting.printing.whole_file import write_whole
from vietnamese.slug import slug

logger = logging.getLogger(__name__)

#: The name of the queue's backend in settings.TASKS: apart from the desk's own tasks, which nobody may keep waiting.
BACKEND = "printing"
#: Seconds between two notes of progress.
PACE = 0.5
#: How many printings a user may have under way, not counting what hangs since more than PATIENCE.
MOST_OPEN = 5
PATIENCE = timedelta(hours=2)
BROKEN = "Máy chủ gặp lỗi khi in. Hãy thử lại; nếu vẫn lỗi, báo cho người quản trị cổng."


def start_job(
    user: Any, kind: str, wanted: Mapping[str, Any], unit: AdministrativeUnit | None = None, at_once: bool = False
) -> PrintJob:
    """Starts a printing for a user; `wanted` is what `PrintOrder.from_wanted` reads.

    Raises CannotPrintError, and starts nothing, for what can be seen beforehand to be impossible. Where tasks run at
    once (see settings.TASKS), and with `at_once` for the few sheets that somebody waits for, the job that is returned
    is over.
    """
    order = PrintOrder.from_wanted(kind, wanted, unit)
    if _open_jobs(user) >= MOST_OPEN:
        raise CannotPrintError(f"Bạn đang có {MOST_OPEN} lần in chưa xong. Hãy đợi xong rồi in tiếp.")
    total = len(procedures_of(order))
    job = PrintJob.objects.create(asked_by=user, unit=unit, kind=kind, wanted=dict(wanted), total=total)
    run = run_job.call if at_once else run_job.enqueue
    run(job.pk)
    job.refresh_from_db()
    return job


def _open_jobs(user: Any) -> int:
    recent = PrintJob.objects.filter(asked_at__gte=timezone.now() - PATIENCE)
    return recent.filter(asked_by=user, state__in=("waiting", "running")).count()


def job_file(job: PrintJob) -> Path:
    """The PDF of a job that is done. FileNotFoundError before that, and when `prune_printed` has removed it."""
    path = settings.PRINTED_ROOT / job.file_name
    if not job.file_name or not path.is_file():
        raise FileNotFoundError(f"Lần in số {job.pk} không có tệp.")
    return path


@task(backend=BACKEND)
def run_job(key: int) -> None:
    """Prints a job that waits; one that was begun before is left alone, so that nothing is printed twice."""
    if not PrintJob.objects.filter(pk=key, state="waiting").update(state="running"):
        return
    job = PrintJob.objects.select_related("unit", "asked_by").get(pk=key)
    try:
        _print(job)
    except CannotPrintError as error:
        _end(job, state="failed", message=str(error)[:500])
    except Exception:
        _end(job, state="failed", message=BROKEN)
        logger.exception("Không in được lần in số %s", job.pk)


def _print(job: PrintJob) -> None:
    order = PrintOrder.from_wanted(job.kind, job.wanted, job.unit)
    name = f"{job.pk}-{slug(job.get_kind_display())}.pdf"
    settings.PRINTED_ROOT.mkdir(parents=True, exist_ok=True)
    store = partial(write_whole, settings.PRINTED_ROOT / name)
    printed = print_papers(order, printed_by=job.asked_by, advance=_noting(job), store=store)
    job.papers.add(*printed.papers)
    _end(job, state="done", done=job.total, file_name=name)


def _end(job: PrintJob, **values: Any) -> None:
    PrintJob.objects.filter(pk=job.pk).update(ended_at=timezone.now(), **values)


def _noting(job: PrintJob) -> Callable[[int, int], None]:
    """Notes progress in the database, not more often than people look at it."""
    last = 0.0

    def note(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= PACE:
            last = time.monotonic()
            PrintJob.objects.filter(pk=job.pk).update(done=done, total=total)

    return note


def prune(age: timedelta) -> int:
    """Removes the files of jobs that ended longer ago; gives up those that never ended. Returns how many files went."""
    before = timezone.now() - age
    lost = PrintJob.objects.filter(state__in=("waiting", "running"), asked_at__lt=timezone.now() - timedelta(days=1))
    lost.update(state="failed", message=BROKEN, ended_at=timezone.now())
    old = PrintJob.objects.filter(ended_at__lt=before).exclude(file_name="")
    names = list(old.values_list("file_name", flat=True))
    for name in names:
        (settings.PRINTED_ROOT / name).unlink(missing_ok=True)
    old.update(file_name="")
    return len(names)

"""Long printings in the background: started by an officer, watched by their progress, fetched as a file."""

import logging
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import Error, transaction
from django.utils import timezone
from django_tasks import task

from agencies.day import local_day
from agencies.models import AdministrativeUnit
from posting.models import PrintJob
from posting.printing.lease import LEASE, LostLeaseError, claim, held, is_any_lost, kept, put_back_lost
from posting.printing.order import PrintOrder
from posting.printing.printed_files import make_room, refuse_without_room, remove_files
from posting.printing.printing import Printed, print_papers, procedures_of
from posting.rules.refusal import CannotPrintError
from posting.rules.whole_file import write_whole
from vietnamese.slug import slug

logger = logging.getLogger(__name__)

#: The name of the queue's backend in settings.TASKS: apart from the desk's own tasks, which nobody may keep waiting.
BACKEND = "printing"
#: Seconds between two notes of progress.
PACE = 0.5
#: How many printings a user may have under way, not counting what hangs since more than PATIENCE, nor what is printed
#: at once: a citizen stands at the counter for that.
MOST_OPEN = 5
PATIENCE = timedelta(hours=2)
UNWRITABLE = "Máy chủ không cất được tệp in, có thể vì đã hết chỗ trên đĩa. Hãy báo cho người quản trị cổng."
BROKEN = "Máy chủ gặp lỗi khi in. Hãy thử lại; nếu vẫn lỗi, báo cho người quản trị cổng."


# --- Starting -------------------------------------------------------------------------------------


def start_job(
    user: Any,
    kind: str,
    wanted: Mapping[str, Any],
    moment: datetime,
    unit: AdministrativeUnit | None = None,
    at_once: bool = False,
) -> PrintJob:
    """Starts a printing that a user asks for at a moment; `wanted` is what `PrintOrder.from_wanted` reads.

    Raises CannotPrintError, and starts nothing, for what can be seen beforehand to be impossible. Where tasks run at
    once (see settings.TASKS), and with `at_once` for the few sheets that somebody waits for, the job that is returned
    is over.
    """
    at_once = at_once or not run_job.get_backend().supports_defer
    order = PrintOrder.from_wanted(kind, wanted, unit)
    if not at_once:
        _refuse_too_many(user, moment)
        refuse_without_room()
    total = len(procedures_of(order, local_day(moment)))
    with transaction.atomic():
        job = PrintJob.objects.create(
            asked_by=user, unit=unit, kind=kind, wanted=dict(wanted), total=total, at_once=at_once
        )
        if not at_once:
            _queue(job.pk)
    if at_once:
        _take_up(job.pk, moment)
    job.refresh_from_db()
    return job


def _refuse_too_many(user: Any, moment: datetime) -> None:
    take_up_lost()
    recent = PrintJob.objects.filter(asked_at__gte=moment - PATIENCE, at_once=False)
    if recent.filter(asked_by=user, state__in=("waiting", "running")).count() >= MOST_OPEN:
        raise CannotPrintError(
            f"Bạn đang có {MOST_OPEN} lần in chưa xong. Hãy đợi xong rồi in tiếp; phiếu lẻ vẫn in được ngay."
        )


def _queue(key: int) -> None:
    """Two tasks: one to print the job, one to look later whether whoever took it is still alive."""
    run_job.enqueue(key)
    _look_at(key, timezone.now() + LEASE)


def _look_at(key: int, moment: datetime) -> None:
    """Nothing to look after where tasks run at once: who asked for the job prints it."""
    if run_job.get_backend().supports_defer:
        run_job.using(run_after=moment).enqueue(key)


def take_up_lost() -> None:
    """Queues anew the jobs whose worker was killed; for requests that meet them. A database that cannot be written
    leaves them as they are, and where none was killed nothing is written at all."""
    if not is_any_lost():
        return
    try:
        with transaction.atomic():
            for key in put_back_lost():
                _queue(key)
    except Error as error:
        logger.warning("Chưa xếp lại được lần in bị ngắt, sẽ thử lại: %s", error)


def job_file(job: PrintJob) -> Path:
    """The PDF of a job that is done. FileNotFoundError before that, and when `prune_printed` has removed it."""
    path = settings.PRINTED_ROOT / job.file_name
    if not job.file_name or not path.is_file():
        raise FileNotFoundError(f"Lần in số {job.pk} không có tệp.")
    return path


# --- Printing -------------------------------------------------------------------------------------


@task(backend=BACKEND)
def run_job(key: int) -> None:
    """Prints a job that waits, or whose holder fell silent; looks again later at one that somebody else is printing.
    What is over is left alone, so that nothing is printed twice."""
    _take_up(key, timezone.now())


def _take_up(key: int, moment: datetime) -> None:
    put_back_lost()
    if holder := claim(key):
        _run(PrintJob.objects.select_related("unit", "asked_by").get(pk=key), holder, moment)
    elif sign := PrintJob.objects.filter(pk=key, state="running").values_list("beat_at", flat=True).first():
        _look_at(key, sign + LEASE)


def _run(job: PrintJob, holder: str, moment: datetime) -> None:
    try:
        with kept(job.pk, holder):
            _print(job, holder, moment)
    except LostLeaseError:
        logger.warning("Lần in số %s mất liên lạc quá lâu nên nơi khác đã nhận; phần in ở đây bị bỏ.", job.pk)
    except CannotPrintError as error:
        _end(job, holder, state="failed", message=str(error)[:500])
    except Exception as error:
        _end(job, holder, state="failed", message=UNWRITABLE if isinstance(error, OSError) else BROKEN)
        logger.exception("Không in được lần in số %s", job.pk)


def _print(job: PrintJob, holder: str, moment: datetime) -> None:
    order = PrintOrder.from_wanted(job.kind, job.wanted, job.unit)
    settings.PRINTED_ROOT.mkdir(parents=True, exist_ok=True)
    store = partial(_store, job, holder)
    print_papers(order, moment, printed_by=job.asked_by, advance=_noting(job, holder), store=store)


def _store(job: PrintJob, holder: str, printed: Printed) -> None:
    """Inside the transaction that writes the papers: papers, job and file are there together or not at all."""
    name = f"{job.pk}-{slug(job.get_kind_display())}.pdf"
    if not _end(job, holder, state="done", done=job.total, file_name=name):
        raise LostLeaseError
    job.papers.add(*printed.papers)
    make_room(job, len(printed.pdf))
    write_whole(settings.PRINTED_ROOT / name, printed.pdf)


def _end(job: PrintJob, holder: str, **values: Any) -> bool:
    """Whether the job was still the holder's to end."""
    return bool(held(job.pk, holder).update(ended_at=timezone.now(), holder="", **values))


def _noting(job: PrintJob, holder: str) -> Callable[[int, int], None]:
    """Notes progress in the database, not more often than people look at it."""
    last = 0.0

    def note(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last < PACE:
            return
        last = time.monotonic()
        if not held(job.pk, holder).update(done=done, total=total, beat_at=timezone.now()):
            raise LostLeaseError

    return note


# --- Tidying --------------------------------------------------------------------------------------


def prune(age: timedelta) -> int:
    """Removes the files of jobs that ended longer ago; gives up those that never ended. Returns how many files went."""
    before = timezone.now() - age
    lost = PrintJob.objects.filter(state__in=("waiting", "running"), asked_at__lt=timezone.now() - timedelta(days=1))
    lost.update(state="failed", message=BROKEN, ended_at=timezone.now())
    return remove_files(PrintJob.objects.filter(ended_at__lt=before).exclude(file_name=""))

"""How much of the disk the files of printings may take: a quota for all, a share for each who prints. The oldest files
go first; their papers stay in the ledger, and whoever wants such a file again prints again."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import QuerySet

from pages.files.disk_room import MEGABYTE, NoRoomError, demand_room
from posting.models import PrintJob
from posting.rules.refusal import CannotPrintError


def refuse_without_room() -> None:
    """Before long work: whether the disk takes files at all. Raises CannotPrintError."""
    _demand(0, settings.KEPT_FREE_BYTES)


def make_room(job: PrintJob, size: int) -> None:
    """Before a job's file of so many bytes is written: removes the oldest files that no longer fit beside it. Raises
    CannotPrintError for a file that is larger than a share, and where the disk does not take it; what somebody waits
    for at a counter may also take of the last room."""
    share = settings.PRINTED_SHARE_MEGABYTES * MEGABYTE
    if size > share:
        raise CannotPrintError(
            f"Tệp in chừng {size // MEGABYTE} MB, lớn hơn phần đĩa dành cho mỗi người in"
            f" ({settings.PRINTED_SHARE_MEGABYTES} MB). Hãy chọn ít thủ tục hơn cho mỗi lần in."
        )
    others = PrintJob.objects.exclude(pk=job.pk)
    _remove_beyond(share - size, others.filter(asked_by=job.asked_by))
    _remove_beyond(settings.PRINTED_MEGABYTES * MEGABYTE - size, others)
    _demand(size, 0 if job.at_once else settings.KEPT_FREE_BYTES)


def remove_files(jobs: Iterable[PrintJob]) -> int:
    """Removes the files of these jobs; returns how many there were."""
    found = list(jobs)
    for job in found:
        (settings.PRINTED_ROOT / job.file_name).unlink(missing_ok=True)
    return PrintJob.objects.filter(pk__in=[job.pk for job in found]).update(file_name="")


def _remove_beyond(allowed: int, jobs: QuerySet[PrintJob]) -> None:
    """Keeps the newest files of these jobs, together no more than so many bytes."""
    taken, surplus = 0, []
    for job in jobs.exclude(file_name="").order_by("-pk"):
        taken += _size(job)
        if taken > allowed:
            surplus.append(job)
    remove_files(surplus)


def _size(job: PrintJob) -> int:
    path = settings.PRINTED_ROOT / job.file_name
    return path.stat().st_size if path.is_file() else 0


def _demand(size: int, kept: int) -> None:
    try:
        demand_room(settings.PRINTED_ROOT, size, kept)
    except NoRoomError as error:
        raise CannotPrintError(f"{error} Hãy báo cho người quản trị cổng.") from error

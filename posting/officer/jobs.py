"""What a commune printed lately, and how far it is."""

import datetime

from django.db.models import QuerySet
from django.utils import timezone

from agencies.models import AdministrativeUnit
from posting.jobs import take_up_lost
from posting.models import PrintJob
from posting.officer.reprinting import REPLACES

LATELY = 20
#: Waiting for so long although nothing is being printed means that no worker is at work.
PATIENCE = datetime.timedelta(minutes=1)


def recent_jobs(commune: AdministrativeUnit, count: int = LATELY) -> QuerySet[PrintJob]:
    """The commune's last printings, the newest first; those whose worker was killed wait again."""
    take_up_lost()
    return PrintJob.objects.filter(unit=commune).order_by("-pk")[:count]


def can_hang(job: PrintJob) -> bool:
    """Whether the printing made papers for a new place on a wall that nobody has noted as hung yet."""
    is_for_a_wall = job.wanted.get("purpose") != "handed" and REPLACES not in job.wanted
    free = job.papers.filter(hung_on__isnull=True, ended_on__isnull=True)
    return is_for_a_wall and job.state == "done" and free.exists()


def progress_of(job: PrintJob, moment: datetime.datetime) -> str:
    """How far a printing is that is not over at a moment, in a sentence that promises nothing; "" of one that is."""
    if job.state not in ("waiting", "running"):
        return ""
    if job.state == "running":
        return f"Đang in: {job.done} trong {job.total} thủ tục…"
    before = PrintJob.objects.filter(state__in=("waiting", "running"), pk__lt=job.pk).count()
    queue = f"trước lần này còn {before} lần in" if before else "lần này in tiếp theo"
    said = "Việc in bị ngắt giữa chừng và được xếp in lại từ đầu" if job.attempts else "Đang chờ"
    return f"{said}: {queue}…{_nobody_prints(job, moment)}"


def _nobody_prints(job: PrintJob, moment: datetime.datetime) -> str:
    """A sentence more where no worker seems to be at work; "" where one does."""
    begun, long_ago = job.beat_at or job.asked_at, moment - PATIENCE
    if begun > long_ago or PrintJob.objects.filter(state="running", beat_at__gt=long_ago).exists():
        return ""
    return (
        f" Từ {timezone.localtime(begun):%H:%M} máy chủ chưa nhận in; hãy báo người quản trị cổng."
        " Phiếu lẻ vẫn in được ngay."
    )

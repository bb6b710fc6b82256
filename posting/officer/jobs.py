"""What a commune printed lately."""

from django.db.models import QuerySet

from agencies.models import AdministrativeUnit
from posting.models import PrintJob
from posting.officer.reprinting import REPLACES

LATELY = 20


def recent_jobs(commune: AdministrativeUnit, count: int = LATELY) -> QuerySet[PrintJob]:
    """The commune's last printings, the newest first."""
    return PrintJob.objects.filter(unit=commune).order_by("-pk")[:count]


def can_hang(job: PrintJob) -> bool:
    """Whether the printing made papers for a new place on a wall that nobody has noted as hung yet."""
    is_for_a_wall = job.wanted.get("purpose") != "handed" and REPLACES not in job.wanted
    free = job.papers.filter(hung_on__isnull=True, ended_on__isnull=True)
    return is_for_a_wall and job.state == "done" and free.exists()

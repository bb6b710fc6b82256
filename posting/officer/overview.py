"""What stands under the search box of the first screen: what changed, what is wrong, what waits, what was printed."""

from datetime import datetime
from typing import Any

from agencies.day import local_day
from agencies.models import AdministrativeUnit
from posting.models import QueuedSheet
from posting.officer.jobs import recent_jobs
from posting.officer.morning import Bulletin
from posting.officer.wall import count_wrong

FIRST_CHANGES = 5
LAST_JOBS = 5


def overview(editor: Any, commune: AdministrativeUnit, moment: datetime) -> dict[str, Any]:
    """The template's context."""
    bulletin = Bulletin(commune, moment)
    return {
        "changed": len(bulletin.procedures),
        "unread_changes": bulletin.unread_changes(list(bulletin.procedures)[:FIRST_CHANGES]),
        "wrong": count_wrong(commune, local_day(moment)),
        "queued": QueuedSheet.objects.filter(editor=editor).count(),
        "jobs": recent_jobs(commune, LAST_JOBS),
    }

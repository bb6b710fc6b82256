"""Makes papers and counted scans for tests."""

import datetime
from itertools import count
from typing import Any

from django.utils import timezone

from posting.models import PostedPaper, ScanCount
from procedures_catalog.models import ProcedureIdentity

_numbers = count(1)


def make_paper(**values: Any) -> PostedPaper:
    """A paper of the ledger, hung nowhere unless `hung_on` is given."""
    number = next(_numbers)
    usual = {"tag": f"T{number:06}", "kind": "board", "title": f"Bảng số {number}", "printed_at": timezone.now()}
    return PostedPaper.objects.create(**usual | values)


def count_scans(
    identity: ProcedureIdentity, day: datetime.date, scans: int = 1, hour: int = 9, paper: PostedPaper | None = None
) -> ScanCount:
    """So many scans of a procedure in an hour."""
    return ScanCount.objects.create(identity=identity, paper=paper, day=day, hour=hour, scans=scans)

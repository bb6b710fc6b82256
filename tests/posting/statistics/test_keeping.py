"""Scans are kept for two years and the present month."""

import datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from posting.models import ScanCount
from posting.statistics.keeping import prune
from procedures_catalog.models import ProcedureIdentity
from tests.posting.statistics.factories import count_scans


def test_what_is_older_than_the_months_kept_is_deleted(db):
    identity = ProcedureIdentity.issue(1)[0]
    for day in (datetime.date(2024, 10, 31), datetime.date(2024, 11, 1), datetime.date(2026, 11, 22)):
        count_scans(identity, day)
    assert prune(datetime.date(2026, 11, 22)) == 1
    assert ScanCount.objects.order_by("day").first().day == datetime.date(2024, 11, 1)
    assert prune(datetime.date(2026, 11, 22), months=1) == 1


def test_the_command_says_how_much(db):
    count_scans(ProcedureIdentity.issue(1)[0], datetime.date(2001, 1, 1))
    out = StringIO()
    call_command("prune_scans", stdout=out)
    assert out.getvalue() == "Đã xóa 1 dòng.\n"


@pytest.mark.parametrize("months", ["0", "-1", "99999999", "nhiều"])
def test_nonsense_is_refused(db, months):
    with pytest.raises(CommandError):
        call_command("prune_scans", f"--months={months}")

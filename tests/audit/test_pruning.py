"""The log lets old rows go by a cut of its own, and verifies from the oldest that is kept; nobody else cuts it."""

import datetime

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.utils import timezone

from audit.models import LogRow
from audit.pruning import prune
from audit.recording import record
from audit.verifying import verify
from cms.settings.environment import at_least

pytestmark = pytest.mark.usefixtures("way")
DAY = datetime.timedelta(days=1)


@pytest.fixture
def two_years(monkeypatch) -> datetime.datetime:
    """Ten rows, one a day, the last of them now."""
    now = timezone.now()
    for day in reversed(range(10)):
        monkeypatch.setattr("audit.recording.timezone.now", lambda day=day: now - day * DAY)
        record("một")
    return now


def test_what_is_old_goes_and_the_chain_is_whole_from_the_oldest_that_is_kept(two_years):
    assert prune(two_years - 4 * DAY - DAY / 2) == 5
    assert list(LogRow.objects.order_by("number").values_list("number", flat=True)) == [6, 7, 8, 9, 10, 11]
    found = verify()
    assert (found.fault, found.first, found.rows) == (None, 6, 6)
    assert LogRow.objects.get(number=11).said["removed"] == 5


def test_a_second_cut_behind_the_first_and_one_of_nothing(two_years):
    prune(two_years - 6 * DAY - DAY / 2)
    assert prune(two_years - 6 * DAY - DAY / 2) == 0
    assert prune(two_years - 2 * DAY - DAY / 2) == 4
    assert verify().fault is None
    record("hai")
    assert verify().fault is None


def test_a_cut_that_was_killed_is_whole_and_the_next_removes_the_rest(two_years, monkeypatch):
    with monkeypatch.context() as killed:
        killed.setattr("audit.pruning._remove", lambda _up_to: 0)
        prune(two_years - 4 * DAY - DAY / 2)
    assert LogRow.objects.count() == 11
    assert verify().fault is None
    assert prune(two_years - 4 * DAY - DAY / 2) == 5


def test_behind_a_cut_the_guards_stand_as_before(two_years):
    prune(two_years - 4 * DAY - DAY / 2)
    with pytest.raises(DatabaseError), transaction.atomic():
        LogRow.objects.filter(number=6).delete()


def test_a_changed_row_behind_a_cut_is_found(two_years, by_sql):
    prune(two_years - 4 * DAY - DAY / 2)
    by_sql("UPDATE audit_logrow SET action = 'khác' WHERE number = 7")
    assert verify().fault.number == 7


def test_a_cut_that_somebody_put_in_is_found(two_years, by_sql):
    copied = "actor_name, address, command, kind, name, changes, details, digest, seal, at"
    by_sql(
        f'INSERT INTO audit_logrow (number, action, "key", {copied}) '
        f"SELECT 11, 'log.cut', '9', {copied.replace('details', chr(39) + '{}' + chr(39))} FROM audit_logrow "
        "WHERE number = 10"
    )
    by_sql("DELETE FROM audit_logrow WHERE number <= 9")
    assert verify().fault is not None


def test_the_command_keeps_a_year_at_least(two_years, capsys):
    call_command("prune_log")
    assert "Đã xóa 0 dòng nhật ký cũ hơn 12 tháng." in capsys.readouterr().out
    assert settings.LOG_KEPT_MONTHS == 12
    assert not LogRow.objects.filter(action="log.cut").exists()


@pytest.mark.parametrize("value", ["11", "0", "-1", "một năm"])
def test_less_than_a_year_is_refused(monkeypatch, value):
    monkeypatch.setenv("PORTAL_LOG_MONTHS", value)
    with pytest.raises(ImproperlyConfigured, match="PORTAL_LOG_MONTHS"):
        at_least(12, "PORTAL_LOG_MONTHS")

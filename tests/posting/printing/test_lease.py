"""Who prints a job, and what becomes of it when that falls silent."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from posting.models import PrintJob
from posting.printing import lease
from posting.printing.lease import BEAT, LEASE, MOST_ATTEMPTS, claim, give_sign, held, put_back_lost

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 28, 8, 0, tzinfo=UTC)

    def pass_by(self, time: timedelta) -> None:
        """So much later."""
        self.now += time


@pytest.fixture
def clock(monkeypatch) -> Clock:
    """The only clock there is."""
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


@pytest.fixture
def job(clock) -> PrintJob:
    """A job that waits."""
    return PrintJob.objects.create(kind="board")


def state_of(job: PrintJob) -> str:
    """As the database has it."""
    job.refresh_from_db()
    return job.state


def test_of_two_workers_one_has_the_job(job):
    assert claim(job.pk)
    assert claim(job.pk) == ""
    assert state_of(job) == "running"


def test_who_gives_signs_keeps_the_job_however_long_it_takes(job, clock):
    holder = claim(job.pk)
    for _ in range(200):
        clock.pass_by(timedelta(seconds=BEAT))
        assert give_sign(job.pk, holder)
        assert put_back_lost() == []
    assert held(job.pk, holder).exists()


def test_the_job_of_a_killed_worker_waits_again_within_a_minute(job, clock):
    claim(job.pk)
    clock.pass_by(LEASE)
    assert put_back_lost() == []
    clock.pass_by(timedelta(seconds=1))
    assert put_back_lost() == [job.pk]
    assert state_of(job) == "waiting"
    assert timedelta(seconds=1) + LEASE < timedelta(minutes=1)


def test_of_two_who_notice_one_puts_it_back(job, clock):
    claim(job.pk)
    clock.pass_by(LEASE * 2)
    assert [put_back_lost(), put_back_lost()] == [[job.pk], []]


def test_who_was_only_slow_has_lost_it_for_good(job, clock):
    slow = claim(job.pk)
    clock.pass_by(LEASE * 2)
    put_back_lost()
    assert not give_sign(job.pk, slow)
    assert held(job.pk, claim(job.pk)).exists()
    assert not held(job.pk, slow).exists()


def test_a_job_that_brings_every_worker_down_is_given_up_in_honest_words(job, clock):
    for _ in range(MOST_ATTEMPTS):
        assert claim(job.pk)
        clock.pass_by(LEASE * 2)
        put_back_lost()
    assert (state_of(job), job.message) == ("failed", lease.CUT_OFF_AGAIN)
    assert job.ended_at == clock.now


def test_what_somebody_stood_waiting_for_is_not_printed_later(job, clock):
    PrintJob.objects.update(at_once=True)
    claim(job.pk)
    clock.pass_by(LEASE * 2)
    assert put_back_lost() == []
    assert (state_of(job), job.message) == ("failed", lease.CUT_OFF)


def test_a_job_that_was_running_before_there_were_leases_is_lost(job):
    PrintJob.objects.update(state="running")
    assert put_back_lost() == [job.pk]


@pytest.mark.parametrize("state", ["waiting", "done", "failed"])
def test_what_nobody_holds_is_not_lost(job, clock, state):
    PrintJob.objects.update(state=state)
    clock.pass_by(timedelta(days=1))
    assert put_back_lost() == []
    assert state_of(job) == state


def test_a_busy_database_takes_the_job_from_nobody(job, monkeypatch):
    def busy(*_args):
        raise OperationalError("database is locked")

    monkeypatch.setattr(lease, "held", busy)
    assert give_sign(job.pk, "x")

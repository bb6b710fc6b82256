"""Printings in the background: their progress, their file, what is said when they fail."""

import errno
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from django_tasks import task_backends
from django_tasks_db import DatabaseBackend
from django_tasks_db.models import DBTaskResult

from posting import jobs
from posting.jobs import job_file, prune, run_job, start_job, take_up_lost
from posting.models import PostedPaper, PrintJob
from posting.printing.lease import LEASE, claim, put_back_lost
from posting.rules.refusal import CannotPrintError
from tests.procedures_catalog.factories import bring, national_row

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]
ALL = {"selection": {"everything": True}}


@pytest.fixture(autouse=True)
def catalogue(portal, settings, tmp_path) -> None:
    """Two procedures, and an empty folder for files."""
    settings.PRINTED_ROOT = tmp_path / "printed"
    bring(national_row("1.100001"), national_row("1.100002"))


@pytest.fixture
def officer(django_user_model):
    """Somebody who prints."""
    return django_user_model.objects.create_user("can-bo")


@pytest.fixture
def worker_later() -> Iterator[None]:
    """Tasks wait for a worker, as in production."""
    task_backends["printing"] = DatabaseBackend("printing", {})
    yield
    del task_backends["printing"]


def test_a_job_is_over_at_once_where_tasks_run_at_once(officer):
    job = start_job(officer, "short", ALL, timezone.now())
    assert (job.state, job.done, job.total, job.message) == ("done", 2, 2, "")
    assert job_file(job).read_bytes().startswith(b"%PDF")
    assert set(job.papers.all()) == set(PostedPaper.objects.all())
    assert {paper.printed_by for paper in job.papers.all()} == {officer}


def test_what_is_seen_to_be_impossible_starts_no_job(officer):
    for wanted in ({}, {"selection": {"codes": ["9.999999"]}}, ALL | {"size": "A9"}):
        with pytest.raises(CannotPrintError):
            start_job(officer, "short", wanted, timezone.now())
    assert not PrintJob.objects.exists()


def test_a_job_that_fails_later_says_why_in_plain_words(officer, monkeypatch):
    def vanished(*_args, **_more):
        raise CannotPrintError("Các thủ tục đã chọn vừa được gỡ khỏi cổng.")

    monkeypatch.setattr(jobs, "print_papers", vanished)
    job = start_job(officer, "short", ALL, timezone.now())
    assert (job.state, job.message) == ("failed", "Các thủ tục đã chọn vừa được gỡ khỏi cổng.")
    with pytest.raises(FileNotFoundError):
        job_file(job)


def test_a_fault_of_the_server_is_told_without_its_details(officer, monkeypatch):
    def broken(*_args, **_more):
        raise RuntimeError("/srv/secret")

    monkeypatch.setattr(jobs, "print_papers", broken)
    job = start_job(officer, "short", ALL, timezone.now())
    assert (job.state, job.message) == ("failed", jobs.BROKEN)
    assert job.ended_at is not None


def test_progress_is_noted_while_it_prints(officer, monkeypatch):
    seen = []
    monkeypatch.setattr(jobs, "PACE", 0)

    def slow(_order, _moment, advance, **_more):
        advance(1, 2)
        seen.append(PrintJob.objects.get().done)
        raise CannotPrintError("thôi")

    monkeypatch.setattr(jobs, "print_papers", slow)
    start_job(officer, "short", ALL, timezone.now())
    assert seen == [1]


def test_a_job_waits_for_the_worker_in_production(officer, worker_later):
    job = start_job(officer, "board", ALL, timezone.now())
    assert job.state == "waiting"
    work(DBTaskResult.objects.ready().get())
    job.refresh_from_db()
    assert job.state == "done"
    assert job_file(job).is_file()


def work(task: DBTaskResult) -> None:
    """As `db_worker` does."""
    task.task.call(*task.args_kwargs["args"])


def test_a_few_sheets_can_be_had_without_the_worker_however_many_printings_wait(officer, worker_later):
    for _ in range(jobs.MOST_OPEN):
        start_job(officer, "board", ALL, timezone.now())
    assert start_job(officer, "short", ALL, timezone.now(), at_once=True).state == "done"


# --- Workers that are killed ----------------------------------------------------------------------


@pytest.fixture
def cut_off(officer, worker_later) -> PrintJob:
    """A job whose worker was killed a while ago; the task that began it ended with the worker."""
    job = start_job(officer, "short", ALL, timezone.now())
    DBTaskResult.objects.ready().update(status="RUNNING")
    claim(job.pk)
    PrintJob.objects.update(beat_at=timezone.now() - LEASE * 2)
    return job


def test_each_job_is_looked_at_again_when_its_worker_may_have_died(officer, worker_later):
    start_job(officer, "short", ALL, timezone.now())
    looks = [task for task in DBTaskResult.objects.all() if task.run_after.year < 9999]
    assert [timedelta(0) < look.run_after - timezone.now() <= LEASE for look in looks] == [True]


def test_the_look_prints_what_a_killed_worker_left_and_prints_it_once(cut_off):
    look = DBTaskResult.objects.earliest("run_after")
    work(look)
    work(look)
    cut_off.refresh_from_db()
    assert (cut_off.state, cut_off.attempts, cut_off.papers.count()) == ("done", 2, 2)
    assert PostedPaper.objects.count() == 2


def test_a_look_at_a_job_that_is_being_printed_leaves_it_alone_and_looks_again(cut_off):
    PrintJob.objects.update(beat_at=timezone.now())
    before = DBTaskResult.objects.count()
    run_job.call(cut_off.pk)
    assert DBTaskResult.objects.count() == before + 1
    assert not PostedPaper.objects.exists()


def test_a_request_that_meets_the_job_queues_it_anew(cut_off):
    take_up_lost()
    cut_off.refresh_from_db()
    assert cut_off.state == "waiting"
    work(DBTaskResult.objects.ready().get())
    cut_off.refresh_from_db()
    assert cut_off.state == "done"


def test_looking_for_lost_jobs_writes_nothing_where_there_are_none(officer, worker_later, django_assert_num_queries):
    start_job(officer, "short", ALL, timezone.now())
    with django_assert_num_queries(1):
        take_up_lost()


def test_who_lost_the_job_while_printing_writes_nothing(officer, worker_later, monkeypatch):
    original = jobs.print_papers

    def slow(*args, **more):
        PrintJob.objects.update(beat_at=timezone.now() - LEASE * 2)
        put_back_lost()
        return original(*args, **more)

    monkeypatch.setattr(jobs, "print_papers", slow)
    job = start_job(officer, "short", ALL, timezone.now())
    run_job.call(job.pk)
    job.refresh_from_db()
    assert (job.state, job.papers.count()) == ("waiting", 0)
    assert not PostedPaper.objects.exists()
    assert not list(settings.PRINTED_ROOT.glob("*.pdf"))


def test_a_disk_that_takes_no_file_is_told_as_such(officer, monkeypatch):
    def full(*_args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(jobs, "write_whole", full)
    job = start_job(officer, "short", ALL, timezone.now())
    assert (job.state, job.message) == ("failed", jobs.UNWRITABLE)
    assert not PostedPaper.objects.exists()


# --- Bounds ---------------------------------------------------------------------------------------


def test_a_job_is_never_printed_twice(officer):
    job = start_job(officer, "short", ALL, timezone.now())
    run_job.call(job.pk)
    assert PostedPaper.objects.count() == 2


def test_one_person_cannot_fill_the_queue(officer, worker_later):
    for _ in range(jobs.MOST_OPEN):
        start_job(officer, "short", ALL, timezone.now())
    with pytest.raises(CannotPrintError, match="lần in chưa xong"):
        start_job(officer, "short", ALL, timezone.now())


def test_old_files_are_removed_and_the_ledger_stays(officer):
    old, new = start_job(officer, "short", ALL, timezone.now()), start_job(officer, "board", ALL, timezone.now())
    PrintJob.objects.filter(pk=old.pk).update(ended_at=timezone.now() - timedelta(days=31))
    path = job_file(old)
    assert prune(timedelta(days=30)) == 1
    assert not path.exists()
    old.refresh_from_db()
    with pytest.raises(FileNotFoundError):
        job_file(old)
    assert job_file(new).is_file()
    assert PostedPaper.objects.count() == 3


def test_a_job_that_never_ended_is_given_up_after_a_day(officer, worker_later):
    job = start_job(officer, "short", ALL, timezone.now())
    PrintJob.objects.update(asked_at=timezone.now() - timedelta(days=2), state="running")
    call_command("prune_printed", verbosity=0)
    job.refresh_from_db()
    assert job.state == "failed"

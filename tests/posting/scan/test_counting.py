"""Counting scans: nothing is lost, nothing is waited for, nothing breaks."""

import datetime
import inspect
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest
from django.db import OperationalError, connections, transaction
from django.db.models.signals import pre_init
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posting.models import PostedPaper, ScanCount
from posting.scan import counting
from posting.scan.counting import background_task, flush, note_scan
from procedures_catalog.models import ProcedureIdentity
from tests.posting.statistics.factories import make_paper

pytestmark = pytest.mark.database_differs

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def identity(db) -> ProcedureIdentity:
    return ProcedureIdentity.issue(1)[0]


@pytest.fixture
def paper(db) -> PostedPaper:
    return make_paper()


def counted() -> Counter[tuple[int, int | None]]:
    """What the database has, by procedure and paper."""
    sums: Counter[tuple[int, int | None]] = Counter()
    for row in ScanCount.objects.all():
        sums[row.identity_id, row.paper_id] += row.scans
    return sums


@pytest.fixture
def at(monkeypatch):
    """Stops the clock at a moment."""

    def stop(moment: datetime.datetime) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return stop


# --- What is counted ------------------------------------------------------------------------------


def test_nothing_of_a_request_can_be_handed_in():
    parameters = inspect.signature(note_scan).parameters
    assert {name: each.annotation for name, each in parameters.items()} == {
        "identity_id": int,
        "paper_id": int | None,
    }


def test_a_scan_is_one_more_for_its_procedure_and_paper(identity, paper):
    for paper_id in (paper.pk, None, paper.pk):
        note_scan(identity.pk, paper_id)
    assert flush() == 3
    assert counted() == {(identity.pk, paper.pk): 2, (identity.pk, None): 1}


def test_later_scans_of_the_same_hour_are_added_to_its_row(identity, at):
    at(datetime.datetime(2026, 11, 22, 3, 59, tzinfo=datetime.UTC))
    for _ in range(3):
        note_scan(identity.pk, None)
        flush()
    assert [row.scans for row in ScanCount.objects.all()] == [3]


def test_day_and_hour_are_those_of_vietnam(identity, at):
    at(datetime.datetime(2026, 11, 21, 18, 30, tzinfo=datetime.UTC))
    with timezone.override("America/New_York"):
        note_scan(identity.pk, None)
    flush()
    row = ScanCount.objects.get()
    assert (row.day, row.hour) == (datetime.date(2026, 11, 22), 1)


LOG = st.lists(
    st.tuples(st.integers(0, 2), st.integers(-1, 1), st.integers(0, 72), st.booleans()), min_size=1, max_size=60
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(log=LOG)
def test_the_counts_equal_the_log_however_often_they_are_written(db, monkeypatch, log):
    """The log: which procedure, which paper (-1: none), how many hours after a midnight, whether written then."""
    with transaction.atomic():
        identities, papers = ProcedureIdentity.issue(3), [make_paper(), make_paper()]
        wanted: Counter[tuple[int, int | None, datetime.date, int]] = Counter()
        for which, on, hours, writes in log:
            moment = datetime.datetime(2026, 10, 31, tzinfo=timezone.get_default_timezone())
            moment += datetime.timedelta(hours=hours)
            monkeypatch.setattr("django.utils.timezone.now", lambda moment=moment: moment)
            paper_id = papers[on].pk if on >= 0 else None
            note_scan(identities[which].pk, paper_id)
            wanted[identities[which].pk, paper_id, moment.date(), moment.hour] += 1
            if writes:
                flush()
        flush()
        rows = ScanCount.objects.values_list("identity", "paper", "day", "hour", "scans")
        assert {row[:4]: row[4] for row in rows} == wanted
        transaction.set_rollback(True)


# --- Never in the way -----------------------------------------------------------------------------


def test_a_scan_asks_the_database_nothing(identity, django_assert_num_queries):
    with django_assert_num_queries(0):
        note_scan(identity.pk, None)


def test_scans_at_the_same_moment_are_all_counted(identity):
    def scan() -> None:
        for _ in range(500):
            note_scan(identity.pk, None)

    threads = [threading.Thread(target=scan) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    flush()
    assert counted() == {(identity.pk, None): 4000}


def test_a_process_that_can_start_no_thread_still_answers(identity, settings, monkeypatch):
    def refuse() -> None:
        raise RuntimeError("can't start new thread")

    settings.SCANS_GATHERED_SECONDS = 0
    monkeypatch.setattr(background_task, "want", refuse)
    note_scan(identity.pk, None)
    assert flush() == 1


def test_what_the_database_refuses_is_kept_for_the_next_time(identity, monkeypatch):
    def refuse(counts) -> None:
        raise OperationalError("database is locked")

    note_scan(identity.pk, None)
    with monkeypatch.context() as patched:
        patched.setattr(counting, "_write", refuse)
        with pytest.raises(OperationalError):
            flush()
    note_scan(identity.pk, None)
    assert flush() == 2
    assert counted() == {(identity.pk, None): 2}


def test_only_so_many_different_things_wait(identity, monkeypatch):
    monkeypatch.setattr(counting, "MOST_KEYS", 2)
    for paper_id in (1, 2, 3, 1):
        note_scan(identity.pk, paper_id)
    assert sum(counting._taken().values()) == 3


def test_the_first_scan_of_another_process_in_between_is_added_to(identity, at):
    at(datetime.datetime(2026, 11, 22, 3, tzinfo=datetime.UTC))
    values = {"identity": identity, "paper": None, "day": datetime.date(2026, 11, 22), "hour": 10}

    def other_process(**_signal) -> None:
        pre_init.disconnect(other_process, sender=ScanCount)
        ScanCount.objects.create(**values, scans=5)

    note_scan(identity.pk, None)
    pre_init.connect(other_process, sender=ScanCount)
    flush()
    assert [row.scans for row in ScanCount.objects.all()] == [6]


@pytest.mark.django_db(transaction=True)
class TestInTheBackground:
    """With threads and commits of their own."""

    def test_they_are_written_without_anybody_asking(self, settings, identity):
        settings.SCANS_GATHERED_SECONDS = 0
        note_scan(identity.pk, None)
        background_task.wait()
        assert counted() == {(identity.pk, None): 1}

    def test_a_scan_answers_while_somebody_holds_the_database_and_is_written_afterwards(
        self, settings, identity, monkeypatch
    ):
        settings.SCANS_GATHERED_SECONDS = 0
        monkeypatch.setattr(counting, "RETRY", 0.05)
        now = timezone.localtime()
        with transaction.atomic():
            ScanCount.objects.create(identity=identity, paper=None, day=now.date(), hour=now.hour, scans=10)
            note_scan(identity.pk, None)
            note_scan(identity.pk, None)
        background_task.wait()
        assert counted() == {(identity.pk, None): 12}

    def test_a_row_that_is_refused_takes_no_other_with_it(self, identity, caplog):
        note_scan(identity.pk, None)
        note_scan(identity.pk + 1000, None)
        flush()
        assert counted() == {(identity.pk, None): 1}
        assert "Không ghi được số lượt quét" in caplog.text

    def test_processes_that_write_the_same_hours_at_once_add_up(self, identity, paper):
        day = datetime.date(2026, 11, 22)
        counts = [((identity.pk, paper_id, day, hour), 1) for hour in range(5) for paper_id in (None, paper.pk)]
        threads = [threading.Thread(target=insist_on_writing, args=(counts,)) for _ in range(4)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert set(ScanCount.objects.values_list("scans", flat=True)) == {4}
        assert ScanCount.objects.count() == 10


def insist_on_writing(counts) -> None:
    """As a process would, which writes again what the database refused."""
    while True:
        try:
            counting._write(counts)
        except OperationalError:
            continue
        break
    connections.close_all()


def test_what_is_counted_when_the_process_ends_is_written_at_once():
    script = """
import django
django.setup()
from django.conf import settings
from posting.scan import counting
settings.SCANS_GATHERED_SECONDS = 100_000
counting.flush = lambda: print(*counting._taken().values(), end="")
counting.note_scan(7, None)
counting.note_scan(7, None)
"""
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True, timeout=300
    )
    assert run.stdout == "2"

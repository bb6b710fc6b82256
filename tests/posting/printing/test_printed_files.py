"""The files of printings stay within what the disk may give them; the ledger forgets nothing for that."""

import pytest
from django.utils import timezone

from posting.jobs import job_file, start_job
from posting.models import PostedPaper, PrintJob
from posting.printing import printed_files
from posting.rules.refusal import CannotPrintError
from tests.procedures_catalog.factories import bring, national_row

pytestmark = pytest.mark.django_db
ALL = {"selection": {"everything": True}}


@pytest.fixture(autouse=True)
def catalogue(portal, settings, tmp_path, monkeypatch) -> None:
    """One procedure, an empty folder for files, and bytes that are counted one by one."""
    settings.PRINTED_ROOT = tmp_path / "printed"
    monkeypatch.setattr(printed_files, "MEGABYTE", 1)
    bring(national_row("1.100001"))


@pytest.fixture
def people(django_user_model):
    """Two who print."""
    return [django_user_model.objects.create_user(name) for name in ("mot", "hai")]


@pytest.fixture
def size(people, settings):
    """How large one file is."""
    settings.PRINTED_MEGABYTES = settings.PRINTED_SHARE_MEGABYTES = 10**9
    job = start_job(people[0], "short", ALL, timezone.now())
    size = job_file(job).stat().st_size
    job.delete()
    return size


def with_files() -> list[int]:
    return [job.pk for job in PrintJob.objects.order_by("pk") if job.file_name and job_file(job)]


def test_the_oldest_files_of_one_who_prints_make_room_for_his_newest(people, size, settings):
    settings.PRINTED_SHARE_MEGABYTES = int(2.5 * size)
    other = start_job(people[1], "short", ALL, timezone.now())
    jobs = [start_job(people[0], "short", ALL, timezone.now()) for _ in range(3)]
    assert with_files() == [other.pk, jobs[1].pk, jobs[2].pk]
    assert len(list(settings.PRINTED_ROOT.glob(f"{jobs[0].pk}-*"))) == 0


def test_all_files_together_stay_within_the_quota(people, size, settings):
    settings.PRINTED_MEGABYTES = int(2.5 * size)
    jobs = [start_job(people[number % 2], "short", ALL, timezone.now()) for number in range(4)]
    assert with_files() == [jobs[2].pk, jobs[3].pk]


def test_the_papers_of_a_removed_file_stay(people, size, settings):
    settings.PRINTED_SHARE_MEGABYTES = int(1.5 * size)
    jobs = [start_job(people[0], "short", ALL, timezone.now()) for _ in range(2)]
    assert with_files() == [jobs[1].pk]
    assert jobs[0].papers.count() == 1


def test_a_file_larger_than_a_share_is_refused_in_words_and_nothing_is_in_the_ledger(people, size, settings):
    papers = PostedPaper.objects.count()
    settings.PRINTED_SHARE_MEGABYTES = size // 2
    job = start_job(people[0], "short", ALL, timezone.now())
    assert job.state == "failed"
    assert "Hãy chọn ít thủ tục hơn" in job.message
    assert PostedPaper.objects.count() == papers


def test_where_the_disk_has_no_room_a_long_printing_does_not_begin(people, settings):
    settings.KEPT_FREE_BYTES = 10**18
    with pytest.raises(CannotPrintError, match="Đĩa không đủ chỗ"):
        printed_files.refuse_without_room()


def test_the_sheet_at_the_counter_may_take_of_the_last_room(people, size, settings):
    settings.KEPT_FREE_BYTES = 10**18
    assert start_job(people[0], "short", ALL, timezone.now(), at_once=True).state == "done"

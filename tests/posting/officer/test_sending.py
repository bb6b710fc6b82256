"""The sheet at the counter: had at once, whatever else waits or is broken."""

import errno

import pytest
from django.db import OperationalError
from django.urls import reverse

from posting import jobs
from posting.models import PostedPaper, PrintJob
from posting.officer import sending
from tests.paper.reading import letters, pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet(desk, procedures):
    """Asks for the short sheet of the first procedure, as the button does."""
    code = procedures[0].identity.short_code
    return lambda: desk.post(reverse("officer_sheet"), {"code": code, "kind": "short"})


def test_the_sheet_is_kept_in_the_ledger_and_shown(sheet):
    assert sheet().url == reverse("officer_file", args=[PrintJob.objects.get().pk])
    assert PostedPaper.objects.count() == 1


def test_five_waiting_printings_refuse_no_sheet(sheet, officer):
    for _ in range(jobs.MOST_OPEN):
        PrintJob.objects.create(asked_by=officer, kind="board")
    assert sheet().status_code == 302
    assert PostedPaper.objects.count() == 1


def full_disk(*_args):
    """As a disk answers on which nothing fits any more."""
    raise OSError(errno.ENOSPC, "No space left on device")


def locked(*_args, **_more):
    """As a database answers that cannot be written."""
    raise OperationalError("database or disk is full")


FAULTS = [(jobs, "write_whole", full_disk), (sending, "start_job", locked)]


@pytest.mark.parametrize(("module", "name", "fault"), FAULTS, ids=["no file", "no row"])
def test_what_cannot_be_kept_is_still_handed_out(sheet, commune, monkeypatch, module, name, fault):
    monkeypatch.setattr(module, name, fault)
    answer = sheet()
    assert answer["Content-Type"] == "application/pdf"
    assert "Content-Security-Policy" not in answer  # a browser's own viewer needs it so
    assert letters("Đăng ký khai sinh") in pages(answer.content)[0]
    assert letters(commune.name).lower() in pages(answer.content)[0].lower()
    assert not PostedPaper.objects.exists()


def test_a_code_that_is_no_procedure_s_leads_back_with_a_sentence(desk, procedures):
    page = desk.post(reverse("officer_sheet"), {"code": "XXXXXXX", "kind": "short"}, follow=True)
    assert "Không có thủ tục nào" in page.content.decode()

"""Sheets put aside and printed together."""

import pytest
from django.urls import reverse
from pypdf import PdfReader

from posting.models import PrintJob, QueuedSheet
from posting.officer import queue
from tests.posting.officer.accounts import make_editor, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]


def put(client, page, kind="short"):
    """Puts a procedure's sheet aside."""
    code = page.identity.short_code
    return client.post(reverse("officer_queue_put"), {"code": code, "kind": kind, "q": "khai sinh"}, follow=True)


def test_a_sheet_is_put_aside_once_and_one_comes_back_to_the_list(desk, procedures):
    page = put(desk, procedures[0])
    assert page.redirect_chain == [("/ban/?q=khai+sinh", 302)]
    assert "Đang chờ in: 1 phiếu" in page.content.decode()
    assert "đã ở trong hàng chờ" in put(desk, procedures[0]).content.decode()
    assert QueuedSheet.objects.count() == 1


def test_all_are_printed_with_one_button_two_sided_and_leave_the_queue(desk, procedures, settings):
    for page in procedures:
        put(desk, page)
    response = desk.post(reverse("officer_queue_print"), follow=True)
    assert response["Content-Type"] == "application/pdf"
    job = PrintJob.objects.get()
    assert (job.total, job.wanted["two_sided"], job.papers.count()) == (3, True, 3)
    texts = [page.extract_text() for page in PdfReader(settings.PRINTED_ROOT / job.file_name).pages]
    first = [next(place for place, text in enumerate(texts) if paper.tag in text) for paper in job.papers.all()]
    assert [place % 2 for place in first] == [0, 0, 0], "each sheet begins on the front of a leaf"
    assert not QueuedSheet.objects.exists()


def test_each_kind_of_sheet_becomes_a_file_of_its_own(desk, procedures):
    put(desk, procedures[0], "short")
    put(desk, procedures[1], "large")
    response = desk.post(reverse("officer_queue_print"))
    assert response.url == reverse("officer_jobs")
    assert sorted(PrintJob.objects.values_list("kind", flat=True)) == ["large", "short"]


def test_a_queue_is_one_s_own(desk, officer, procedures, province):
    put(desk, procedures[0])
    row = QueuedSheet.objects.get()
    other = signed_in(make_editor("dong-nghiep", officer.agency.name))
    assert "Đăng ký khai sinh" not in other.get(reverse("officer_queue")).content.decode()
    other.post(reverse("officer_queue_remove", args=[row.pk]))
    other.post(reverse("officer_queue_empty"))
    assert QueuedSheet.objects.count() == 1


def test_one_is_taken_out_and_then_all(desk, procedures):
    for page in procedures:
        put(desk, page)
    desk.post(reverse("officer_queue_remove", args=[QueuedSheet.objects.first().pk]))
    assert QueuedSheet.objects.count() == 2
    desk.post(reverse("officer_queue_empty"))
    assert not QueuedSheet.objects.exists()


def test_a_queue_has_an_end(desk, procedures, monkeypatch):
    monkeypatch.setattr(queue, "MOST", 1)
    put(desk, procedures[0])
    assert "Hàng chờ đã đủ 1 phiếu" in put(desk, procedures[1]).content.decode()


def test_what_was_unpublished_meanwhile_is_named_so_and_not_printed(desk, procedures):
    for page in procedures[:2]:
        put(desk, page)
    procedures[0].unpublish()
    assert "không còn công bố" in desk.get(reverse("officer_queue")).content.decode()
    desk.post(reverse("officer_queue_print"))
    assert PrintJob.objects.get().total == 1


def test_an_empty_queue_prints_nothing_and_says_how_to_fill_it(desk, procedures):
    page = desk.post(reverse("officer_queue_print"), follow=True).content.decode()
    assert "Thêm vào hàng chờ" in page
    assert not PrintJob.objects.exists()


@pytest.mark.parametrize(("code", "kind"), [("ABCDEFG", "short"), ("", ""), ("a" * 900, "poster")])
def test_nothing_odd_gets_into_it(desk, procedures, code, kind):
    assert desk.post(reverse("officer_queue_put"), {"code": code, "kind": kind}).status_code == 302
    assert not QueuedSheet.objects.exists()

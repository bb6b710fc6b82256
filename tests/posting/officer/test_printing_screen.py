"""Boards, posters, labels and books from the desk: the form, the progress, the PDF, and that they hang."""

import pytest
from django.urls import reverse

from posting.kinds import KINDS
from posting.models import PostedPaper, PrintJob

pytestmark = pytest.mark.django_db


def order(client, kind="board", **values):
    """Sends the form for a kind of paper."""
    data = {"which": "commune", "size": KINDS[kind].sizes[0], "spot": "", "codes": "", "field": ""} | values
    return client.post(reverse("officer_paper", args=[kind]), data, follow=True)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_paper_is_printed_for_the_commune(desk, commune, procedures, kind):
    page = order(desk, kind)
    assert "Mở tệp để in" in page.content.decode()
    job = PrintJob.objects.get()
    assert (job.kind, job.unit, job.total) == (kind, commune, 3)
    response = desk.get(reverse("officer_file", args=[job.pk]))
    assert b"".join(response.streaming_content).startswith(b"%PDF")


def test_only_a_field_or_only_some_codes(desk, procedures):
    order(desk, which="field", field="ho-tich")
    order(desk, which="codes", codes="1.100003,\n1100001")
    assert [job.total for job in PrintJob.objects.order_by("pk")] == [2, 2]


def test_a_board_takes_a_size_and_columns(desk, procedures):
    order(desk, size="A1", columns="5")
    paper = PostedPaper.objects.get()
    assert (paper.size, paper.selection["columns"]) == ("A1", 5)


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"which": "field"}, "Hãy chọn một lĩnh vực."),
        ({"which": "codes", "codes": " , ;\n"}, "Hãy ghi ít nhất một mã thủ tục."),
        ({"which": "codes", "codes": "1.999999"}, "1.999999"),
        ({"size": "A9"}, "Hãy chọn một mục có trong danh sách."),
        ({"columns": "7"}, "Hãy chọn một mục có trong danh sách."),
        ({"which": "everything"}, "Hãy chọn một mục có trong danh sách."),
        ({"spot": "x" * 900}, "Chỗ treo dài nhất 200 ký tự"),
        ({"which": "codes", "codes": "1" * 30_000}, "Danh sách mã quá dài"),
    ],
)
def test_what_cannot_be_printed_is_said_beside_its_field_and_nothing_is_begun(desk, procedures, values, complaint):
    page = order(desk, **values)
    assert page.status_code == 200
    assert complaint in page.content.decode()
    assert not PrintJob.objects.exists()


def test_what_was_typed_is_still_there_after_a_complaint(desk, procedures):
    page = order(desk, which="codes", codes="1.999999", spot="nhà văn hóa thôn 3").content.decode()
    assert "1.999999" in page
    assert "nhà văn hóa thôn 3" in page


def test_a_kind_that_does_not_exist_has_no_form(desk):
    assert desk.get("/ban/in/khong-co/").status_code == 404


def test_what_is_printed_hangs_after_one_tick_with_its_place(desk, procedures):
    order(desk, spot="bảng tin trái")
    job = PrintJob.objects.get()
    page = desk.get(reverse("officer_job", args=[job.pk]))
    assert 'value="bảng tin trái"' in page.content.decode()
    response = desk.post(reverse("officer_hang_all", args=[job.pk]), {"spot": "bảng tin trái"}, follow=True)
    assert "Đã ghi vào sổ niêm yết" in response.content.decode()
    assert [paper.spot for paper in response.context["right"]] == ["bảng tin trái"]


def test_a_paper_that_nobody_hung_is_offered_in_the_ledger(desk, procedures):
    order(desk)
    waiting = list(desk.get(reverse("officer_ledger")).context["waiting"])
    assert len(waiting) == 1
    desk.post(reverse("officer_hang", args=[waiting[0].tag]), {"spot": "cửa"})
    assert list(desk.get(reverse("officer_ledger")).context["waiting"]) == []


def test_many_posters_hang_with_one_tick(desk, procedures):
    order(desk, "poster")
    desk.post(reverse("officer_hang_all", args=[PrintJob.objects.get().pk]), {"spot": "hành lang"})
    assert PostedPaper.objects.filter(hung_on__isnull=False, spot="hành lang").count() == 3


# --- How far it is --------------------------------------------------------------------------------


@pytest.fixture
def job(commune) -> PrintJob:
    """A printing that has begun."""
    return PrintJob.objects.create(
        unit=commune, kind="board", state="running", done=40, total=294, wanted={"purpose": "posted"}
    )


def shown(client, job):
    """The page of a printing."""
    return client.get(reverse("officer_job", args=[job.pk])).content.decode()


def test_a_long_printing_says_how_far_it_is_and_offers_no_file_yet(desk, job):
    page = shown(desk, job)
    assert "40 trong 294 thủ tục" in page
    assert "Mở tệp" not in page


def test_a_printing_that_failed_says_why(desk, job):
    PrintJob.objects.filter(pk=job.pk).update(state="failed", message="Không đủ chỗ trên đĩa.")
    assert "Không đủ chỗ trên đĩa." in shown(desk, job)


@pytest.mark.parametrize("state", ["waiting", "running", "failed", "done"])
def test_a_file_that_is_not_there_is_no_error(desk, job, state):
    PrintJob.objects.filter(pk=job.pk).update(state=state)
    response = desk.get(reverse("officer_file", args=[job.pk]))
    assert response.url == reverse("officer_job", args=[job.pk])


def test_lately_printed_are_listed(desk, job):
    assert "Bảng niêm yết" in desk.get(reverse("officer_jobs")).content.decode()
    assert "Bảng niêm yết" in desk.get(reverse("officer_desk")).content.decode()

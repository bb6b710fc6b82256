"""Boards, posters, labels and books from the desk: the form, the progress, the PDF, and that they hang."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from posting.models import PostedPaper, PrintJob
from posting.printing import printing
from posting.rules.kinds import PAPER_KINDS
from procedures_catalog.models import ProcedurePage
from tests.procedures_catalog.factories import bring, national_row

pytestmark = pytest.mark.django_db


def order(client, kind="board", **values):
    """Sends the form for a kind of paper."""
    data = {"which": "commune", "size": PAPER_KINDS[kind].sizes[0], "spot": "", "codes": "", "sector": ""} | values
    return client.post(reverse("officer_paper", args=[kind]), data, follow=True)


@pytest.mark.parametrize("kind", PAPER_KINDS)
def test_every_kind_of_paper_is_printed_for_the_commune(desk, commune, procedures, kind):
    page = order(desk, kind)
    assert "Mở tệp để in" in page.content.decode()
    job = PrintJob.objects.get()
    assert (job.kind, job.unit, job.total) == (kind, commune, 3)
    response = desk.get(reverse("officer_file", args=[job.pk]))
    assert b"".join(response.streaming_content).startswith(b"%PDF")


@pytest.mark.parametrize("codes", ["1.100003 1.100001", "1.100003\t1100001", " 1.100003\n1.100001"])
def test_codes_are_parted_however_they_are_typed(desk, procedures, codes):
    order(desk, which="codes", codes=codes)
    assert PrintJob.objects.get().total == 2


def test_only_a_field_or_only_some_codes(desk, procedures):
    order(desk, which="sector", sector="ho-tich")
    order(desk, which="codes", codes="1.100003,\n1100001")
    assert [job.total for job in PrintJob.objects.order_by("pk")] == [2, 2]


def test_only_what_an_agency_carries_out(desk, procedures):
    bring(national_row("1.100004", 4, **{"Cơ quan thực hiện": "Công an cấp Xã"}))
    assert "Công an cấp Xã (1)" in desk.get(reverse("officer_print")).content.decode()
    order(desk, which="executing", executing="Công an cấp Xã")
    assert PrintJob.objects.get().total == 1


def test_the_province_s_list_is_a_choice_where_there_is_one(desk, procedures):
    listed = "trong danh mục của tỉnh"
    assert listed not in desk.get(reverse("officer_print")).content.decode()
    ProcedurePage.objects.filter(code="1.100002").update(listed_code="1.100002")
    assert listed in desk.get(reverse("officer_print")).content.decode()
    order(desk, which="listed")
    assert PrintJob.objects.get().total == 1


def test_what_is_too_much_is_refused_with_ways_that_the_form_has(desk, procedures, monkeypatch):
    monkeypatch.setitem(printing.MOST, "board", 2)
    page = order(desk).content.decode()
    assert "theo từng lĩnh vực, từng cơ quan thực hiện, hoặc theo danh sách mã" in page
    for way in ("Theo lĩnh vực", "Theo cơ quan thực hiện", "Theo mã thủ tục"):
        assert way in page


def test_labels_wait_for_no_place_on_a_wall(desk, procedures):
    order(desk, "labels")
    assert list(desk.get(reverse("officer_ledger")).context["waiting"]) == []
    assert "không phải ghi" in desk.get(reverse("officer_job", args=[PrintJob.objects.get().pk])).content.decode()


def test_a_board_takes_a_size_and_columns(desk, procedures):
    order(desk, size="A1", columns="5")
    paper = PostedPaper.objects.get()
    assert (paper.size, paper.selection["columns"]) == ("A1", 5)


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"which": "sector"}, "Hãy chọn một lĩnh vực."),
        ({"which": "executing"}, "Hãy chọn một cơ quan."),
        ({"which": "listed"}, "Hãy chọn một mục có trong danh sách."),
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
        unit=commune,
        kind="board",
        state="running",
        attempts=1,
        done=40,
        total=294,
        wanted={"purpose": "posted"},
    )


@pytest.fixture
def at_work(job) -> None:
    """It is being printed now."""
    PrintJob.objects.update(beat_at=timezone.now())


class FakeQueue:
    """Takes tasks, and nobody works on them."""

    def __init__(self) -> None:
        self.keys: list[int] = []

    supports_defer = True

    def get_backend(self) -> "FakeQueue":
        """Itself."""
        return self

    def using(self, **_more) -> "FakeQueue":
        """At any moment."""
        return self

    def enqueue(self, key: int) -> None:
        """One task more."""
        self.keys.append(key)


def shown(client, job):
    """The page of a printing."""
    return client.get(reverse("officer_job", args=[job.pk])).content.decode()


def test_a_long_printing_says_how_far_it_is_and_offers_no_file_yet(desk, job, at_work):
    page = shown(desk, job)
    assert "40 trong 294 thủ tục" in page
    assert "Mở tệp" not in page


def test_a_printing_that_failed_says_why(desk, job):
    PrintJob.objects.filter(pk=job.pk).update(state="failed", message="Không đủ chỗ trên đĩa.")
    assert "Không đủ chỗ trên đĩa." in shown(desk, job)


@pytest.mark.parametrize("state", ["waiting", "running", "failed", "done"])
def test_a_file_that_is_not_there_is_no_error(desk, job, at_work, state):
    PrintJob.objects.filter(pk=job.pk).update(state=state)
    response = desk.get(reverse("officer_file", args=[job.pk]))
    assert response.url == reverse("officer_job", args=[job.pk])


def test_a_printing_that_was_cut_off_waits_again_and_says_so(desk, job, monkeypatch):
    monkeypatch.setattr("posting.jobs.run_job", FakeQueue())
    page = shown(desk, job)
    assert "bị ngắt giữa chừng" in page
    assert "40 trong 294" not in page


@pytest.mark.parametrize("path", ["officer_desk", "officer_jobs"])
def test_every_list_of_printings_takes_up_what_was_cut_off(desk, job, monkeypatch, path):
    queue = FakeQueue()
    monkeypatch.setattr("posting.jobs.run_job", queue)
    assert "Đang chờ" in desk.get(reverse(path)).content.decode()
    assert queue.keys == [job.pk, job.pk]


def test_a_queue_that_nobody_works_on_is_told_of(desk, job):
    long_ago = timezone.now() - timedelta(minutes=5)
    PrintJob.objects.filter(pk=job.pk).update(state="waiting", asked_at=long_ago)
    page = shown(desk, job)
    assert "máy chủ chưa nhận in" in page
    assert "Phiếu lẻ vẫn in được ngay" in page


def test_who_waits_hears_how_many_are_before(desk, job, at_work, commune):
    own = PrintJob.objects.create(unit=commune, kind="book")
    assert "trước lần này còn 1 lần in" in shown(desk, own)


def test_lately_printed_are_listed(desk, job, at_work):
    assert "Bảng niêm yết" in desk.get(reverse("officer_jobs")).content.decode()
    assert "Bảng niêm yết" in desk.get(reverse("officer_desk")).content.decode()

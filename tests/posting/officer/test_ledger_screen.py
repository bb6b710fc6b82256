"""The ledger at the desk: wrong papers with their reasons, the replacement, the ticks."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from agencies.models import AdministrativeUnit
from posting.ledger.papers import NewPaper, hang, issue_papers
from posting.models import PostedPaper, PrintJob
from procedures_catalog.models import ProcedurePage
from procedures_catalog.versions.noting import note_versions, versions_to_print
from tests.clock import today
from tests.posting.officer.accounts import hanging_board
from tests.procedures_catalog.factories import bring, national_row

pytestmark = pytest.mark.django_db


def rename(page: ProcedurePage, name: str) -> None:
    """An update of the national data that gives the procedure another name."""
    bring(national_row(page.code, 1, **{"Tên thủ tục": name, "Lĩnh vực": "Hộ tịch"}))


def end(page: ProcedurePage, successor: ProcedurePage | None = None) -> None:
    """The procedure is abolished, or replaced, from today."""
    ProcedurePage.objects.filter(pk=page.pk).update(valid_to=today(), successor=successor)
    note_versions([page.pk], today())


def post(client, name, paper, **data):
    """One tick or order; the page after it."""
    return client.post(reverse(name, args=[paper.tag]), data, follow=True).content.decode()


@pytest.fixture
def board(commune, procedures) -> PostedPaper:
    """A board with all three procedures by the door."""
    return hanging_board(commune, procedures, "bảng ở cửa vào")


@pytest.fixture
def wrong_board(board, procedures) -> PostedPaper:
    """The board after one of its procedures was renamed."""
    rename(procedures[0], "Đăng ký khai sinh mới")
    return board


def test_a_right_paper_is_listed_as_right(desk, board):
    page = desk.get(reverse("officer_ledger"))
    assert page.context["wrong"] == []
    assert [paper.tag for paper in page.context["right"]] == [board.tag]


def test_a_wrong_paper_tells_each_change_before_and_after(desk, commune, procedures):
    versions = versions_to_print([procedures[0].identity_id], today())
    sheet = issue_papers([NewPaper("short", "Phiếu", versions, unit=commune)], timezone.now())[0]
    hang(sheet, today(), spot="cửa vào")
    papers = [{"truong_hop": "", "giay_to": [{"ten": "Đơn thả diều mới", "ban_chinh": 1, "ban_sao": 0}]}]
    bring(national_row("1.100001", 1, **{"Tên thủ tục": "Đăng ký khai sinh mới", "Thành phần hồ sơ": papers}))
    page = " ".join(strip_tags(desk.get(reverse("officer_ledger")).content.decode()).split())
    assert "Tên thủ tục: Đăng ký khai sinh nay: mới" in page
    assert "Tên chính thức" not in page
    assert "Giấy tờ cần mang: Giấy tờ: Đơn trước: đề nghị; nay: thả diều mới; 1 bản chính" in page
    assert "không còn giữ bản trước" not in page


def test_a_wrong_paper_stands_first_with_its_place_and_the_reason(desk, wrong_board):
    page = desk.get(reverse("officer_ledger"))
    (line,) = page.context["wrong"]
    assert line.wrong.paper == wrong_board
    text = page.content.decode()
    assert "Bảng ở cửa vào" in text
    assert "1 thủ tục không còn đúng" in text
    assert "Đăng ký khai sinh mới" in text
    assert list(page.context["right"]) == []


def test_a_replacement_is_printed_ticked_and_the_wall_is_right(desk, wrong_board, officer):
    assert "Mở tệp để in" in post(desk, "officer_reprint", wrong_board)
    new = PrintJob.objects.get().papers.get()
    assert "Đã in tờ thay thế" in desk.get(reverse("officer_ledger")).content.decode()
    assert f"bằng tờ {new.tag}" in post(desk, "officer_replace", wrong_board)
    wrong_board.refresh_from_db()
    new.refresh_from_db()
    assert (wrong_board.replaced_by, wrong_board.ended_by) == (new, officer)
    assert (new.spot, new.hung_on) == ("bảng ở cửa vào", today())
    assert desk.get(reverse("officer_ledger")).context["wrong"] == []


def test_a_replacement_waits_for_its_own_tick_and_is_not_offered_for_another_place(desk, wrong_board):
    assert "bấm “Đã thay”" in post(desk, "officer_reprint", wrong_board)
    page = desk.get(reverse("officer_ledger"))
    assert list(page.context["waiting"]) == []
    post(desk, "officer_take_down", wrong_board)
    assert len(desk.get(reverse("officer_ledger")).context["waiting"]) == 1


def test_before_anything_is_printed_there_is_nothing_to_tick(desk, wrong_board):
    assert "Đã thay<" not in desk.get(reverse("officer_ledger")).content.decode()
    assert "Chưa in tờ thay thế" in post(desk, "officer_replace", wrong_board)


def test_one_button_prints_only_what_is_to_be_replaced(desk, wrong_board, commune, procedures):
    hanging_board(commune, procedures[1:], "hành lang")
    desk.post(reverse("officer_reprint_all"))
    assert [paper.items.count() for paper in PrintJob.objects.get().papers.all()] == [3]


def test_pressed_again_it_prints_nothing_twice(desk, wrong_board):
    desk.post(reverse("officer_reprint_all"))
    desk.post(reverse("officer_reprint_all"))
    assert PrintJob.objects.count() == 1


def test_wrong_posters_come_in_one_file_and_each_is_ticked_for_its_own(desk, commune, procedures):
    versions = versions_to_print([page.identity_id for page in procedures], today())
    posters = issue_papers(
        [
            NewPaper(
                "poster",
                page.title,
                {page.identity_id: versions[page.identity_id]},
                unit=commune,
                selection={"codes": [page.identity.short_code]},
            )
            for page in procedures[:2]
        ],
        timezone.now(),
    )
    for number, poster in enumerate(posters):
        hang(poster, today(), spot=f"cột {number}")
    for page in procedures[:2]:
        rename(page, f"{page.title} mới")
    desk.post(reverse("officer_reprint_all"))
    job = PrintJob.objects.get()
    assert job.papers.count() == 2
    post(desk, "officer_replace", posters[1])
    posters[1].refresh_from_db()
    assert posters[1].replaced_by.items.get().identity == procedures[1].identity
    assert posters[1].replaced_by.spot == "cột 1"


def test_a_board_that_lacks_a_new_procedure_is_named_and_replaced(desk, procedures):
    """A board of all that communes carry out is right, and yet not whole, when there is more."""
    desk.post(reverse("officer_paper", args=["board"]), {"which": "commune", "size": "A3", "spot": "cửa vào"})
    board = PostedPaper.objects.get()
    post(desk, "officer_hang", board, spot="cửa vào")
    assert desk.get(reverse("officer_ledger")).context["incomplete"] == []
    bring(national_row("1.100004", 1, **{"Tên thủ tục": "Đăng ký giám hộ"}))
    (line,) = desk.get(reverse("officer_ledger")).context["incomplete"]
    assert [chosen.name for chosen in line.missing] == ["Đăng ký giám hộ"]
    desk.post(reverse("officer_reprint", args=[board.tag]))
    assert "Đã thay tờ" in post(desk, "officer_replace", board)
    assert desk.get(reverse("officer_ledger")).context["incomplete"] == []


def test_a_paper_that_nobody_scans_is_to_be_looked_at(desk, board):
    assert "chưa ai quét" not in desk.get(reverse("officer_ledger")).content.decode()
    PostedPaper.objects.update(
        printed_at=timezone.now() - datetime.timedelta(days=60), hung_on=today() - datetime.timedelta(40)
    )
    assert "30 ngày chưa ai quét" in desk.get(reverse("officer_ledger")).content.decode()


def test_what_was_abolished_is_left_off_and_what_replaced_it_is_on(desk, board, procedures):
    bring(national_row("1.100004", 1, **{"Tên thủ tục": "Đăng ký mới thay cho cũ"}))
    heir = ProcedurePage.objects.get(code="1.100004")
    end(procedures[0], heir)
    end(procedures[1])
    assert "bãi bỏ" in desk.get(reverse("officer_ledger")).content.decode()
    desk.post(reverse("officer_reprint", args=[board.tag]))
    new = PrintJob.objects.get().papers.get()
    assert set(new.items.values_list("identity", flat=True)) == {procedures[2].identity_id, heir.identity_id}


def test_a_paper_with_nothing_left_on_it_is_only_taken_down(desk, commune, procedures):
    paper = hanging_board(commune, procedures[:1])
    end(procedures[0])
    assert "chỉ cần gỡ" in post(desk, "officer_reprint", paper)
    assert "đã gỡ" in post(desk, "officer_take_down", paper)
    assert desk.get(reverse("officer_ledger")).context["wrong"] == []


def test_a_tick_that_makes_no_sense_is_refused_in_words(desk, board):
    post(desk, "officer_take_down", board)
    assert "đã gỡ từ ngày" in post(desk, "officer_take_down", board)
    assert "hãy in tờ mới" in post(desk, "officer_hang", board, spot="đâu đó")


def test_a_spot_has_a_length(desk, board):
    assert "dài nhất 200 ký tự" in post(desk, "officer_hang", board, spot="x" * 500)


def test_the_heir_of_a_merged_commune_sees_and_replaces_its_papers(desk, procedures, commune):
    old = AdministrativeUnit.objects.get(name="Phường Bến Cũ")
    paper = hanging_board(old, procedures, "đình làng")
    page = desk.get(reverse("officer_ledger"))
    assert [line.wrong.paper for line in page.context["wrong"]] == [paper]
    desk.post(reverse("officer_reprint", args=[paper.tag]))
    post(desk, "officer_replace", paper)
    paper.refresh_from_db()
    assert paper.replaced_by.unit == commune


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 400])
def test_no_page_number_breaks_it(desk, board, number):
    assert desk.get(reverse("officer_ledger"), {"page": number}).status_code == 200


def test_as_many_queries_for_many_papers_as_for_few(desk, commune, procedures, django_assert_max_num_queries):
    for number in range(5):
        hanging_board(commune, procedures, f"chỗ {number}")
    rename(procedures[0], "Đăng ký khai sinh mới")
    with django_assert_max_num_queries(40):
        desk.get(reverse("officer_ledger"))

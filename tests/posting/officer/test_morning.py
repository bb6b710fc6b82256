"""What the commune has not taken note of, and its ticks."""

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from cms.models import Editor
from posting.models import SeenChange
from posting.officer.morning import Bulletin, UnreadChange
from posting.officer.views import morning as views
from procedures_catalog.models import ChangeNote, PublishedVersion
from procedures_catalog.versions import news
from tests.posting.factories import days_ago
from tests.posting.officer.accounts import COMMITTEE, hanging_board, make_editor
from tests.procedures_catalog.factories import bring, channel, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]

FEE = {"Cách thức thực hiện": [channel(fees=("70000 VNĐ (mỗi thẻ)",))]}


def unread_changes(commune) -> list[UnreadChange]:
    """All that is to be told."""
    bulletin = Bulletin(commune, timezone.now())
    return bulletin.unread_changes(list(bulletin.procedures))


def count_unseen(commune) -> int:
    """How many procedures are to be told."""
    return len(Bulletin(commune, timezone.now()).procedures)


def change(code="1.100001", name="Đăng ký khai sinh", **values):
    """An update of the national data for one procedure."""
    bring(national_row(code, 1, **{"Tên thủ tục": name, "Lĩnh vực": "Hộ tịch"} | (values or FEE)))


@pytest.fixture
def seen_all(desk, procedures, commune):
    """Everything so far is ticked."""
    last = max(each.version for each in unread_changes(commune))
    desk.post(reverse("officer_seen"), {"version": last, "all": "1"})


def test_what_is_new_is_listed_as_new(procedures, commune):
    assert {each.title for each in unread_changes(commune) if each.is_new} == {page.title for page in procedures}


def test_after_one_tick_for_all_nothing_is_left(desk, seen_all, commune):
    assert count_unseen(commune) == 0
    assert "Không có gì mới" in desk.get(reverse("officer_changes")).content.decode()


def test_a_change_says_in_words_what_changed(desk, seen_all, commune):
    change()
    (each,) = unread_changes(commune)
    assert (each.title, each.is_new) == ("Đăng ký khai sinh", False)
    assert "Phí, lệ phí" in [part.label for part in each.changes]
    shown = " ".join(desk.get(reverse("officer_changes")).content.decode().split())
    assert '<del><span class="unseen">trước: </span>50.000</del>' in shown
    assert '<ins><span class="unseen">nay: </span>70.000</ins> đồng' in shown


def test_several_changes_of_a_procedure_are_one_line_from_the_first_to_the_last(seen_all, commune):
    change()
    change(**{"Cách thức thực hiện": [channel(fees=("90000 VNĐ (mỗi thẻ)",))]})
    (each,) = unread_changes(commune)
    fee = next(part for part in each.changes if part.part == "fee")
    assert "50.000" in fee.before
    assert "90.000" in fee.after


def test_what_is_new_and_changed_at_once_says_both(procedures, commune):
    change()
    line = next(each for each in unread_changes(commune) if each.title == "Đăng ký khai sinh")
    assert line.is_new
    assert "Phí, lệ phí" in [part.label for part in line.changes]


def test_one_tick_takes_one_procedure_with_all_its_versions(desk, seen_all, commune):
    change()
    change(**{"Cách thức thực hiện": [channel(fees=("90000 VNĐ (mỗi thẻ)",))]})
    change("1.100003", "Đăng ký kết hôn")
    line = next(each for each in unread_changes(commune) if each.title == "Đăng ký khai sinh")
    desk.post(reverse("officer_seen"), {"version": line.version})
    assert [each.title for each in unread_changes(commune)] == ["Đăng ký kết hôn"]


def test_a_tick_covers_only_what_was_on_the_screen(desk, seen_all, commune):
    change()
    line = unread_changes(commune)[0]
    change(**{"Cách thức thực hiện": [channel(fees=("90000 VNĐ (mỗi thẻ)",))]})
    desk.post(reverse("officer_seen"), {"version": line.version})
    assert len(unread_changes(commune)) == 1


def test_a_tick_is_the_commune_s_own(desk, seen_all, procedures, elsewhere):
    assert count_unseen(elsewhere) == len(procedures)


def test_a_tick_twice_is_one(desk, seen_all, commune):
    change()
    version = unread_changes(commune)[0].version
    for _ in range(2):
        desk.post(reverse("officer_seen"), {"version": version})
    assert SeenChange.objects.filter(version=version).count() == 1


def test_procedures_of_other_levels_concern_the_commune_only_on_its_walls(procedures, commune, elsewhere):
    of_the_province = {"Cấp thực hiện": "Cấp Tỉnh", "Cơ quan thực hiện": "Sở Gió"}
    bring(national_row("1.100007", 7, **{"Tên thủ tục": "Cấp phép bay", **of_the_province}))
    assert "Cấp phép bay" not in [each.title for each in unread_changes(commune)]
    hanging_board(commune, [page_of("1.100007")])
    assert "Cấp phép bay" in [each.title for each in unread_changes(commune)]
    assert "Cấp phép bay" not in [each.title for each in unread_changes(elsewhere)]


# --- Where the telling begins ---------------------------------------------------------------------


@pytest.fixture
def whole_catalogue(officer, procedures, monkeypatch) -> None:
    """The three procedures came yesterday, and are so many that it was a whole catalogue; the officer was there."""
    monkeypatch.setattr(news, "FEWEST", 3)
    Editor.objects.update(date_joined=days_ago(2))
    PublishedVersion.objects.update(noted_at=days_ago(1))


def test_the_import_of_a_catalogue_is_no_news_but_is_told_of(desk, whole_catalogue, commune):
    assert unread_changes(commune) == []
    page = desk.get(reverse("officer_changes")).content.decode()
    assert "cổng nhập xong cả một danh mục, trong đó 3 thủ tục của xã mình" in " ".join(page.split())
    assert desk.get(reverse("officer_desk")).context["changed"] == 0


def test_what_changes_afterwards_is_a_change_and_nothing_new(whole_catalogue, commune):
    change()
    (each,) = unread_changes(commune)
    assert not each.is_new
    assert "Phí, lệ phí" in [part.label for part in each.changes]


def test_what_is_published_on_another_day_is_new(whole_catalogue, commune):
    bring(national_row("1.100009", 9, **{"Tên thủ tục": "Đăng ký giám hộ"}))
    assert [(each.title, each.is_new) for each in unread_changes(commune)] == [("Đăng ký giám hộ", True)]


def test_what_was_there_before_the_first_officer_is_no_news(procedures, commune):
    PublishedVersion.objects.update(noted_at=days_ago(2))
    make_editor("nguoi-moi", COMMITTEE)
    assert unread_changes(commune) == []
    change()
    assert [each.is_new for each in unread_changes(commune)] == [False]


def test_a_second_officer_begins_where_the_commune_is(officer, procedures, commune):
    make_editor("nguoi-moi", COMMITTEE)
    assert count_unseen(commune) == len(procedures)


def test_a_commune_is_told_of_nothing_that_came_before_it_was(procedures, commune):
    PublishedVersion.objects.update(noted_at=days_ago(2))
    commune.valid_from = timezone.localdate()
    assert unread_changes(commune) == []


# --- Before and after -----------------------------------------------------------------------------


def read(desk) -> str:
    """The words of the list, without marks."""
    page = desk.get(reverse("officer_changes")).content.decode()
    return " ".join(strip_tags(page).split())


def test_a_long_name_is_cut_around_what_differs(desk, seen_all, commune):
    long = "cấp giấy phép xây dựng công trình " * 8
    change(name=f"Thủ tục {long} tại đô thị", **FEE)
    desk.post(reverse("officer_seen"), {"version": unread_changes(commune)[0].version})
    change(name=f"Thủ tục {long} tại nông thôn", **FEE)
    assert "trước: đô thị nay: nông thôn" in read(desk)
    (each,) = unread_changes(commune)
    (row,) = each.changes[0].rows
    assert {piece.kind for piece in row.pieces} == {"cut", "same", "gone", "new"}


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        (
            {"Trình tự thực hiện": "* Bước 1: Nộp hồ sơ trong 3 ngày"},
            {"Trình tự thực hiện": "* Bước 1: Nộp hồ sơ trong 5 ngày"},
            "Các bước thực hiện: Bước thứ 1: Bước 1: Nộp hồ sơ trong trước: 3 nay: 5 ngày",
        ),
        (
            {"Yêu cầu, điều kiện thực hiện": "Đủ 18 tuổi"},
            {"Yêu cầu, điều kiện thực hiện": "Đủ 20 tuổi"},
            "Yêu cầu, điều kiện: Đủ trước: 18 nay: 20 tuổi",
        ),
    ],
    ids=["steps", "conditions"],
)
def test_what_no_line_tells_is_told_row_by_row(desk, procedures, commune, first, then, told):
    change(**FEE, **first)
    desk.post(reverse("officer_seen"), {"version": unread_changes(commune)[0].version})
    change(**FEE, **then)
    assert told in read(desk)


def test_a_version_of_which_nothing_was_kept_says_so(desk, procedures, commune):
    PublishedVersion.objects.update(kept=b"")
    change(**FEE, **{"Yêu cầu, điều kiện thực hiện": "Đủ 20 tuổi"})
    assert "cổng không còn giữ bản trước để so" in read(desk)


def test_what_a_person_wrote_of_a_change_is_told_and_what_the_portal_proposed_is_not_said_twice(
    desk, procedures, commune
):
    desk.post(reverse("officer_seen"), {"version": unread_changes(commune)[0].version})
    change(**FEE)
    assert not any(each.notes for each in unread_changes(commune))
    ChangeNote.objects.filter(version__identity__page=page_of("1.100001")).update(text="Nay thu ít hơn")
    assert "Nay thu ít hơn" in read(desk)


# --- Screens --------------------------------------------------------------------------------------


def test_a_long_list_is_read_and_ticked_screen_by_screen(desk, procedures, commune, monkeypatch):
    monkeypatch.setattr(views, "ON_A_PAGE", 2)
    first = desk.get(reverse("officer_changes")).context["unread_changes"]
    desk.post(reverse("officer_seen"), {"version": [each.version for each in first]})
    (rest,) = desk.get(reverse("officer_changes")).context["unread_changes"]
    assert rest.title not in [each.title for each in first]


def test_more_ticks_than_a_screen_has_are_refused(desk, procedures, commune):
    desk.post(reverse("officer_seen"), {"version": list(range(1, 5000))})
    assert count_unseen(commune) == len(procedures)


@pytest.mark.parametrize("version", ["", "0", "-5", "x", "9" * 30, "1.5"])
def test_no_number_breaks_it(desk, procedures, commune, version):
    assert desk.post(reverse("officer_seen"), {"version": version, "all": "1"}).status_code == 302
    assert count_unseen(commune) == len(procedures)


def test_as_many_queries_for_many_changes_as_for_few(procedures, commune, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):  # one of them what people wrote
        unread_changes(commune)


def test_the_first_screen_counts_and_shows_the_latest(desk, procedures):
    context = desk.get(reverse("officer_desk")).context
    assert (context["changed"], context["wrong"], context["queued"]) == (3, 0, 0)
    assert len(context["unread_changes"]) == 3

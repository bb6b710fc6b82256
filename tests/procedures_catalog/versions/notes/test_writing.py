"""Every version of what citizens read has a note: what a person said of the change, else what follows from it."""

import datetime
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from procedures_catalog.dated.applying import apply_due
from procedures_catalog.models import ChangeNote, PublishedVersion
from procedures_catalog.versions.noting import note_versions
from tests.clock import today
from tests.procedures_catalog.dated.sets import approved, make_set
from tests.procedures_catalog.factories import bring, channel, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]
CODE, WAYS = "1.100001", "Cách thức thực hiện"
SHORTER = [channel(limit="3 WORKING_DAY", fees=("50000 VNĐ (mỗi thẻ)",)), channel("ONLINE", "3 ngày")]


def notes(code: str = CODE) -> list[tuple[str, bool]]:
    """The notes of a procedure, the first version's first."""
    rows = ChangeNote.objects.filter(version__identity__page__code=code).order_by("version__number")
    return list(rows.values_list("text", "is_minor"))


def history(client) -> str:
    """What the page tells of its changes."""
    return (
        unescape(client.get(page_of(CODE).url).content.decode()).partition('id="lich-su"')[2].partition("</section>")[0]
    )


def publish(page, **values) -> None:
    """As the desk does."""
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_what_is_published_by_hand_has_what_its_editor_said():
    publish(published(CODE), conditions="Có dây.", change_note=" Nay phải có dây. \n\n Không cần diều. ")
    assert notes()[-1] == ("Nay phải có dây.\nKhông cần diều.", False)
    note = ChangeNote.objects.get(version__number=2)
    assert (note.proposed, note.parts) == ("Yêu cầu, điều kiện: Có diều. → Có dây.", "conditions")


def test_without_a_word_the_difference_says_it():
    publish(published(CODE), conditions="Có dây.")
    assert notes() == [("Thủ tục mới trên cổng", False), ("Yêu cầu, điều kiện: Có diều. → Có dây.", False)]


def test_a_minor_change_is_marked_and_the_next_change_is_another_one():
    publish(published(CODE), conditions="Có dây.", change_note="Sửa lỗi chữ", change_is_minor=True)
    publish(page_of(CODE), conditions="Có sáo.")
    assert notes()[1:] == [("Sửa lỗi chữ", True), ("Yêu cầu, điều kiện: Có dây. → Có sáo.", False)]


def test_what_was_said_of_a_change_that_citizens_do_not_see_is_said_of_no_later_one():
    publish(published(CODE), keywords="diều", change_note="Thêm từ khóa")
    bring(national_row(CODE, **{"Yêu cầu, điều kiện thực hiện": "Có dây."}))
    assert notes()[1:] == [("Yêu cầu, điều kiện: Có diều. → Có dây.", False)]


def test_what_a_draft_says_is_said_when_it_is_published_by_whomever():
    page = published(CODE)
    page.conditions, page.change_note = "Có dây.", "Nay phải có dây"
    page.save_revision()
    page_of(CODE).latest_revision.publish()
    assert notes()[-1] == ("Nay phải có dây", False)
    assert page_of(CODE).change_note == ""


def test_an_import_says_what_follows_from_the_difference():
    bring(national_row(CODE), national_row("1.100002"))
    bring(national_row(CODE, **{WAYS: SHORTER}))
    assert notes()[1:] == [("Thời hạn (trực tiếp): 5 → 3 ngày làm việc", False)]
    assert len(notes("1.100002")) == 1


def test_a_set_that_is_applied_says_it_too():
    approved(make_set(today(), (published(CODE), "conditions", "Có dây.")), today())
    apply_due(today(), timezone.now())
    assert notes()[-1] == ("Yêu cầu, điều kiện: Có diều. → Có dây.", False)


def test_an_end_that_comes_with_its_day_says_it():
    page, day = published(CODE), today() + datetime.timedelta(days=3)
    publish(page, valid_to=day)
    note_versions([page.pk], day)
    assert notes()[-1][0] == "Tình trạng: Đang áp dụng → Đã bãi bỏ"


def test_the_notes_of_a_portion_cost_one_query_however_many():
    codes = [f"1.1000{number:02}" for number in range(20)]
    bring(*(national_row(code, number) for number, code in enumerate(codes, 2)))
    with CaptureQueriesContext(connection) as queries:
        bring(*(national_row(code, number, **{WAYS: SHORTER}) for number, code in enumerate(codes, 2)))
    asked = [query["sql"] for query in queries.captured_queries]
    of_notes = [sql for sql in asked if '"procedures_catalog_changenote"' in sql]
    portions = [sql for sql in asked if sql.startswith('INSERT INTO "procedures_catalog_publishedversion"')]
    assert 0 < len(of_notes) == len(portions) < 10
    assert ChangeNote.objects.count() == PublishedVersion.objects.count() == 40


def test_the_page_tells_it_in_its_history_for_no_query_more(client, django_assert_max_num_queries):
    page = published(CODE)
    bring(national_row(CODE, **{"Yêu cầu, điều kiện thực hiện": "Có dây."}))
    client.get(page.url)
    with django_assert_max_num_queries(6):
        shown = unescape(client.get(page.url).content.decode())
    assert '<div id="ban-2">' in shown
    assert "Yêu cầu, điều kiện: Có diều. → Có dây." in shown
    assert "Thủ tục mới trên cổng" not in shown


def test_what_the_life_of_a_procedure_tells_is_not_told_twice_but_what_a_person_wrote_is(client):
    publish(published(CODE), title="Thả sáo diều", official_name="Thả sáo diều")
    assert "Tên thủ tục: " not in history(client)
    publish(page_of(CODE), title="Thả sáo", official_name="Thả sáo", change_note="Tên nay gọn hơn")
    assert "Tên nay gọn hơn" in history(client)


def test_what_is_weighty_is_told_whoever_called_it_minor():
    publish(published(CODE), valid_to=datetime.date(2027, 1, 1), change_note="Sửa lỗi chữ", change_is_minor=True)
    assert notes()[-1] == ("Sửa lỗi chữ", False)

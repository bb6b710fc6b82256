"""A version is noted exactly when citizens are shown something else than before."""

import dataclasses
import datetime
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, transaction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.documents import get_document_model

from legal_documents.models import LegalDocumentPage
from procedures_catalog.any_day.brought import bring as bring_to
from procedures_catalog.models import ChangeNote, ProcedureLegalBasis, ProcedurePage, PublishedVersion, Sector
from procedures_catalog.versions import noting
from procedures_catalog.versions.noting import note_versions, versions_to_print
from tests.clock import today
from tests.procedures_catalog.factories import bring, channel, national_row, page_of, published

TODAY = datetime.date(2026, 11, 22)
TIME = datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC)
pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]


@pytest.fixture
def page(portal):
    return published()


def _versions(page):
    return list(PublishedVersion.objects.filter(identity=page.identity).order_by("number"))


def _publish(page, **values):
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page_of(page.code)


def _overlay(page, conditions, **dates):
    value = {"value": conditions, "decision": "7/QĐ-UBND", **dates}
    page.overlay.raw_data.append({"type": "conditions", "value": value, "id": "tinh"})
    page.save_revision().publish()


# --- Importing ------------------------------------------------------------------------------------


def test_an_import_notes_the_first_version_of_what_it_publishes(page):
    (version,) = _versions(page)
    assert (version.number, version.is_current, version.title) == (1, True, "Cấp thẻ thả diều số 1.100001")
    assert version.answers["papers"] == "2 loại giấy tờ"
    assert version.answers["level"] == "Cấp xã"


def test_a_draft_has_no_version(portal):
    bring(national_row("1.100001"), publish=False)
    assert not PublishedVersion.objects.exists()


def test_the_second_run_of_an_import_notes_nothing(page):
    assert bring(national_row("1.100001")).rows_written == 0
    assert len(_versions(page)) == 1


def test_an_import_that_changes_a_fee_notes_a_version_that_differs_in_it_alone(page):
    rows = [channel(fees=("60000 VNĐ (mỗi thẻ)",)), channel("ONLINE", "3 ngày")]
    bring(national_row("1.100001", **{"Cách thức thực hiện": rows}))
    first, second = _versions(page)
    assert {part for part in first.parts if first.parts[part] != second.parts[part]} == {"fee"}
    assert (first.name_face, first.is_current, second.is_current) == (second.name_face, False, True)
    assert first.short_face != second.short_face
    assert second.answers["fee"].startswith("60.000 đồng")


def test_an_import_whose_change_is_white_space_notes_nothing(page):
    bring(national_row("1.100001", **{"Yêu cầu, điều kiện thực hiện": "Có  diều.\n"}))
    assert len(_versions(page)) == 1


def test_an_import_that_waits_as_a_draft_notes_nothing_until_it_is_published(page):
    bring(national_row("1.100001", **{"Yêu cầu, điều kiện thực hiện": "Có diều và dây."}), publish=False)
    assert len(_versions(page)) == 1
    page_of("1.100001").latest_revision.publish()
    assert len(_versions(page)) == 2


def test_many_procedures_are_noted_in_few_queries(portal, django_assert_max_num_queries):
    bring(*(national_row(f"1.2000{number:02}") for number in range(30)))
    PublishedVersion.objects.all().delete()
    keys = list(ProcedurePage.objects.values_list("pk", flat=True))
    with django_assert_max_num_queries(14):
        assert note_versions(keys, today()) == 30


# --- Publishing -----------------------------------------------------------------------------------


def test_publishing_a_change_notes_a_version(page):
    _publish(page, conditions="Có diều và dây.")
    assert [version.number for version in _versions(page)] == [1, 2]


def test_publishing_the_same_again_notes_nothing(page):
    _publish(page)
    assert len(_versions(page)) == 1


def test_what_the_finder_alone_reads_notes_nothing(page):
    _publish(page, keywords="diều giấy", search_description="Thả diều")
    assert len(_versions(page)) == 1


def test_a_change_and_its_reversal_are_two_versions_with_the_first_one_s_faces(page):
    before = page.conditions
    _publish(_publish(page, conditions="Có diều và dây."), conditions=before)
    first, second, third = _versions(page)
    assert third.parts == first.parts != second.parts
    assert (first.full_face, first.is_current, third.is_current) == (third.full_face, False, True)


def test_saving_a_draft_notes_nothing(page):
    page.conditions = "Có diều và dây."
    page.save_revision()
    assert len(_versions(page)) == 1
    assert note_versions([page.pk], today()) == 0


def test_taking_a_page_away_notes_that_and_putting_it_back_too(page):
    page.unpublish()
    page_of(page.code).save_revision().publish()
    first, gone, back = _versions(page)
    assert gone.answers == first.answers | {"state": "Không còn công bố"}
    assert {part for part in first.parts if first.parts[part] != gone.parts[part]} == {"state"}
    assert back.parts == first.parts


def test_what_a_withdrawn_page_s_draft_says_is_noted_nowhere(page):
    page.unpublish()
    ProcedurePage.objects.filter(pk=page.pk).update(conditions="Điều bí mật", title="Tên bí mật")
    assert note_versions([page.pk], today()) == 0
    assert not any("bí mật" in str(version.answers) + version.title for version in _versions(page))


def test_a_successor_belongs_to_the_state(page):
    bring(national_row("1.100002"))
    _publish(page, valid_to=TODAY - datetime.timedelta(days=400))
    _publish(page_of("1.100001"), successor=page_of("1.100002"))
    _, abolished, replaced = _versions(page)
    assert (abolished.answers["state"], replaced.answers["state"]) == ("Đã bãi bỏ", "Đã được thay thế")
    assert abolished.name_face != replaced.name_face


# --- The date alone -------------------------------------------------------------------------------


def test_a_layer_of_the_province_is_noted_on_the_day_it_begins_and_on_the_day_after_it_ends(page):
    _overlay(page, "Có dây dù.", valid_from="2027-01-01", valid_to="2027-02-01")
    assert len(_versions(page)) == 1
    for day, count in (("2026-12-31", 1), ("2027-01-01", 2), ("2027-01-31", 2), ("2027-02-01", 3)):
        note_versions([page.pk], datetime.date.fromisoformat(day))
        assert len(_versions(page)) == count
    first, _, third = _versions(page)
    assert first.parts == third.parts


def test_an_abolition_is_noted_on_its_day(page):
    _publish(page, valid_to=datetime.date(2099, 1, 1))
    announced = _versions(page)[-1]
    note_versions([page.pk], datetime.date(2099, 1, 1))
    over = _versions(page)[-1]
    assert (announced.answers["state"], over.answers["state"]) == ("Đang áp dụng", "Đã bãi bỏ")
    assert announced.answers["validity"] == "bãi bỏ từ 01/01/2099"


def test_the_first_day_of_an_announced_procedure_changes_its_sheets_and_leaves_its_boards_right(page):
    _publish(page, valid_from=datetime.date(2099, 1, 1))
    announced = _versions(page)[-1]
    assert note_versions([page.pk], datetime.date(2099, 1, 1)) == 1
    begun = _versions(page)[-1]
    assert (announced.name_face, announced.short_face != begun.short_face) == (begun.name_face, True)
    said = [version.answers["validity"] for version in (announced, begun)]
    assert said == ["sẽ áp dụng từ 01/01/2099", "áp dụng từ 01/01/2099"]


def test_a_level_that_ends_is_noted_on_its_day(page):
    page.levels.update(valid_to=datetime.date(2099, 1, 1))
    assert note_versions([page.pk], datetime.date(2098, 12, 31)) == 0
    assert note_versions([page.pk], datetime.date(2099, 1, 1)) == 1
    assert _versions(page)[-1].answers["carried_out"] == ""


def test_a_legal_basis_that_expires_is_noted_by_its_date_and_by_its_publishing(page, portal):
    law = LegalDocumentPage(title="Luật Diều", number="99/2020/QH99", kind="law", slug="luat-dieu")
    portal[1].add_child(instance=law)
    ProcedureLegalBasis.objects.filter(page=page).update(document=law)
    law.effective_from = datetime.date(2020, 1, 1)
    law.save_revision().publish()
    assert len(_versions(page)) == 1
    law.expires_on = datetime.date(2099, 1, 1)
    law.save_revision().publish()
    assert note_versions([page.pk], datetime.date(2099, 1, 1)) == 1
    law.expires_on = datetime.date(2021, 1, 1)
    law.save_revision().publish()
    assert note_versions([page.pk], today()) == 0  # the publishing noted it
    first, last = _versions(page)[0], _versions(page)[-1]
    assert (first.short_face, first.full_face != last.full_face) == (last.short_face, True)


# --- What a version holds -------------------------------------------------------------------------


def test_a_version_holds_all_that_was_shown(page):
    (version,) = _versions(page)
    shown = version.shown()
    assert (shown.title, shown.record.conditions, shown.levels) == (page.title, "Có diều.", ("commune",))
    assert [step.id for step in shown.record.steps] == [child["id"] for child in page.steps.raw_data]
    assert not version.texts


def test_a_version_holds_the_titles_of_the_forms(page):
    form = get_document_model().objects.create(title="Tờ khai thả diều", file="to-khai.pdf")
    page.cases.raw_data[0]["value"]["papers"][0]["value"]["form"] = form.pk
    _publish(page)
    assert [version.shown().forms for version in _versions(page)] == [(), ((form.pk, "Tờ khai thả diều"),)]


def test_a_withdrawn_version_holds_what_was_read_last(page):
    page.unpublish()
    first, gone = _versions(page)
    assert gone.shown() == dataclasses.replace(first.shown(), state="withdrawn")


def test_of_a_version_without_text_taking_away_keeps_none(page):
    PublishedVersion.objects.update(kept=b"")
    page.unpublish()
    _publish(page_of(page.code), live=True)
    assert [version.shown() is None for version in _versions(page)] == [True, True, False]


def test_each_version_holds_up_to_the_first_day_of_the_next(page):
    note_versions([page.pk], TODAY)
    days = [TODAY, TODAY + datetime.timedelta(days=1), TODAY + datetime.timedelta(days=1)]
    PublishedVersion.objects.update(valid_from=TODAY - datetime.timedelta(days=9))
    for number, day in enumerate(days):
        ProcedurePage.objects.filter(pk=page.pk).update(conditions=f"Có {number} cánh diều.")
        note_versions([page.pk], day)
    spans = [(version.valid_from, version.valid_to) for version in _versions(page)]
    starts = [TODAY - datetime.timedelta(days=9), *days]
    assert spans == list(zip(starts, [*starts[1:], None], strict=True))


def test_a_version_says_why_it_was_noted(page, portal):
    bring(national_row("1.100001", **{"Yêu cầu, điều kiện thực hiện": "Có dây."}))
    _publish(page_of(page.code), conditions="Có diều và dây.")
    _overlay(page_of(page.code), "Có dây dù.", valid_from="2099-01-01")
    note_versions([page.pk], datetime.date(2099, 1, 1))
    law = LegalDocumentPage(title="Luật Diều", number="99/2020/QH99", kind="law", slug="luat-dieu")
    portal[1].add_child(instance=law)
    ProcedureLegalBasis.objects.filter(page=page).update(document=law)
    note_versions([page.pk], today())
    law.expires_on = datetime.date(2021, 1, 1)
    law.save_revision().publish()
    assert [version.basis for version in _versions(page)] == ["import", "import", "edit", "day", "day", "law"]


def test_text_that_differs_in_ids_or_in_what_no_page_shows_is_the_same(page):
    page.conditions = f" {page.conditions} "
    for child in page.steps.raw_data:
        child["id"] = f"khac-{child['id']}"
    _publish(page, keywords="sáo")
    assert len(_versions(page)) == 1


# --- The nightly command --------------------------------------------------------------------------


def test_the_nightly_command_fills_a_portal_without_versions_and_writes_nothing_the_second_time(page, capsys):
    bring(national_row("1.100002"))
    PublishedVersion.objects.all().delete()
    call_command("note_versions")
    call_command("note_versions")
    said = capsys.readouterr().out.splitlines()
    assert said == ["Đã xem 2 thủ tục, ghi 2 bản mới.", "Đã xem 2 thủ tục, ghi 0 bản mới."]


# --- For printing ---------------------------------------------------------------------------------


def test_versions_to_print_are_the_current_ones_of_what_is_published(page):
    bring(national_row("1.100002"), national_row("1.100003"))
    page_of("1.100003").unpublish()
    _publish(page, conditions="Có diều và dây.")
    asked = [page_of(code).identity_id for code in ("1.100001", "1.100002", "1.100003")]
    found = versions_to_print(asked, today())
    assert set(found) == set(asked[:2])
    assert found[page.identity_id] == _versions(page)[-1].pk


def test_printing_notes_first_what_changed_by_the_date_alone(page):
    page.overlay.raw_data.append({"type": "conditions", "value": {"value": "Có dây dù."}, "id": "tinh"})
    ProcedurePage.objects.filter(pk=page.pk).update(overlay=page.overlay)  # as if it had begun since
    assert versions_to_print([page.identity_id], today()) == {page.identity_id: _versions(page)[1].pk}


# --- Two at the same moment -----------------------------------------------------------------------


def _publish_at_once(revisions):
    """Each in a thread and a transaction of its own. SQLite's database in memory refuses where one in a file waits."""
    barrier = threading.Barrier(len(revisions))

    def publish(revision):
        barrier.wait()
        while True:
            try:
                with transaction.atomic():
                    PublishPageRevisionAction(revision).execute(skip_permission_checks=True)
                break
            except OperationalError:
                assert connection.vendor == "sqlite"
                time.sleep(0.01)
        connection.close()

    with ThreadPoolExecutor(len(revisions)) as pool:
        list(pool.map(publish, revisions))


@pytest.mark.django_db(transaction=True)
def test_publishings_at_the_same_moment_leave_one_current_version_and_whole_numbers(portal):
    page = published()
    revisions = []
    for number in range(4):
        page.conditions = f"Có {number} cánh diều."
        revisions.append(page.save_revision())
    _publish_at_once(revisions)
    versions = _versions(page)
    assert [version.number for version in versions] == [1, 2, 3, 4, 5]
    assert [version.is_current for version in versions] == [False, False, False, False, True]
    assert note_versions([page.pk], today()) == 0  # the current one is what is shown


@pytest.mark.django_db(transaction=True)
def test_what_touches_very_many_is_noted_in_the_background_after_its_commit(portal, monkeypatch):
    bring(*[national_row(f"1.10000{number}") for number in range(3)])
    monkeypatch.setattr(noting, "VERSIONS_AT_ONCE", 2)
    with transaction.atomic():
        sector = Sector.objects.get()
        sector.name = "Khí cầu"
        sector.save()
        noting.background_task.wait()
        assert not PublishedVersion.objects.filter(number=2).exists()
    noting.background_task.wait()
    assert PublishedVersion.objects.filter(number=2, is_current=True).count() == 3


@pytest.mark.django_db(transaction=True)
def test_what_could_not_be_noted_in_the_background_is_noted_the_next_time(portal, monkeypatch):
    bring(*[national_row(f"1.10000{number}") for number in range(3)])
    monkeypatch.setattr(noting, "VERSIONS_AT_ONCE", 2)
    note, failing = noting._note_portion, [True]

    def once_refused(*given):
        if failing:
            failing.clear()
            raise RuntimeError
        return note(*given)

    monkeypatch.setattr(noting, "_note_portion", once_refused)
    sector = Sector.objects.get()
    sector.name = "Khí cầu"
    sector.save()
    noting.background_task.wait()
    assert not PublishedVersion.objects.filter(number=2).exists()
    noting.background_task.want()
    noting.background_task.wait()
    assert PublishedVersion.objects.filter(number=2, is_current=True).count() == 3


# --- Decisions beside the record ------------------------------------------------------------------


def test_another_decision_of_the_province_is_a_version_that_says_so(page):
    page = _publish(page, local_decision_number="7/QĐ-UBND ngày 01/02/2026")
    page = _publish(page, local_decision_number=" 7/QĐ-UBND  ngày 01/02/2026 ")
    page = _publish(page, local_decision_number="8/QĐ-UBND ngày 01/03/2026")
    assert [version.number for version in _versions(page)] == [1, 2, 3]
    said = list(ChangeNote.objects.order_by("version__number").values_list("text", flat=True))
    assert said[1] == "Quyết định công bố: thêm “7/QĐ-UBND ngày 01/02/2026”"
    assert said[2] == "Quyết định công bố: 7/QĐ-UBND ngày 01/02/2026 → 8/QĐ-UBND ngày 01/03/2026"


def test_it_makes_a_full_sheet_wrong_and_no_board(page):
    before, after = _versions(page)[0], _versions(_publish(page, local_decision_number="7/QĐ-UBND"))[-1]
    faces = ("name_face", "short_face", "full_face")
    assert [getattr(before, face) == getattr(after, face) for face in faces] == [True, True, False]


def test_another_decision_that_ends_it_is_a_version_too(page):
    page = _publish(page, valid_to=TODAY, ending_decision="8/QĐ-UBND")
    page = _publish(page, ending_decision="9/QĐ-UBND")
    assert ChangeNote.objects.get(version__number=3).text == "Quyết định bãi bỏ, thay thế: 8/QĐ-UBND → 9/QĐ-UBND"


def test_a_former_day_tells_the_decision_of_that_day(page):
    page = _publish(page, local_decision_number="7/QĐ-UBND")
    shown = [version.shown() for version in _versions(page)]
    assert [each.local_decision for each in shown] == ["", "7/QĐ-UBND"]
    bring_to(page, shown[0], TIME, TODAY)
    assert page.local_decision_number == ""

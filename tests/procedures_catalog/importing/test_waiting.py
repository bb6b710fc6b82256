"""Drafts and schedules that wait while an import comes: other fields are carried into them, the same one is refused."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Revision

from procedures_catalog.models import ProcedurePage
from tests.procedures_catalog.factories import bring, local_row, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
SECOND = datetime.timedelta(seconds=1)
OTHER = {"Lĩnh vực": "Gió", "Cấp thực hiện": "Cấp Tỉnh", "Trình tự thực hiện": "  * Bước 1: Gửi đơn"}


@pytest.fixture
def editor(django_user_model):
    """Somebody who left a draft."""
    return django_user_model.objects.create(username="hoa", first_name="Hoa")


@pytest.fixture
def page():
    """A published procedure."""
    return published("1.100001")


def _draft(page: ProcedurePage, user, **values) -> Revision:
    for name, value in values.items():
        setattr(page, name, value)
    return page.save_revision(user=user)


def _schedule(page: ProcedurePage, user, **values) -> Revision:
    page.go_live_at = timezone.now() + datetime.timedelta(days=16)
    revision = _draft(page, user, **values)
    revision.publish()
    return revision


def test_a_draft_of_other_fields_blocks_nothing_and_both_are_kept(page, editor):
    _draft(page, editor, everyday_names="giấy diều")
    report = bring(national_row("1.100001", **OTHER))
    assert (report.counts["updated"], report.counts["refused"]) == (1, 0)
    page = page_of("1.100001")
    assert (page.sector.name, page.everyday_names, page.has_unpublished_changes) == ("Gió", "", True)
    draft = page.get_latest_revision_as_object()
    assert (draft.sector.name, draft.everyday_names) == ("Gió", "giấy diều")
    assert [level.level for level in draft.levels.all()] == ["province"]
    assert [step.value["name"] for step in draft.steps] == ["Bước 1: Gửi đơn"]
    assert page.latest_revision.user == editor
    page.latest_revision.publish()
    page = page_of("1.100001")
    assert (page.sector.name, page.everyday_names) == ("Gió", "giấy diều")


def test_after_both_were_kept_the_same_file_changes_nothing_any_more(page, editor):
    _draft(page, editor, everyday_names="giấy diều")
    bring(national_row("1.100001", **OTHER))
    assert bring(national_row("1.100001", **OTHER)).rows_written == 0
    assert bring(national_row("1.100001", **OTHER), publish=False).rows_written == 0


def test_a_draft_of_the_same_field_is_refused_by_name_with_both_texts(page, editor):
    _draft(page, editor, conditions="Có diều to.")
    row = national_row("1.100001", 4, **{"Yêu cầu, điều kiện thực hiện": "Có diều nhỏ.", "Lĩnh vực": "Gió"})
    for publish in (True, False):
        report = bring(row, publish=publish)
        [(_, complaint)] = report.refused
        assert (complaint.row, complaint.code, complaint.name) == (4, "1.100001", row.record.name)
        assert all(said in complaint.reason for said in ("Hoa", "Yêu cầu, điều kiện", "Có diều to.", "Có diều nhỏ."))
    assert page_of("1.100001").sector.name == "Diều, sáo"
    assert page_of("1.100001").get_latest_revision_as_object().conditions == "Có diều to."


def test_a_draft_that_already_says_what_the_file_says_is_no_clash(page, editor):
    _draft(page, editor, conditions="Có diều nhỏ.", everyday_names="giấy diều")
    report = bring(national_row("1.100001", **{"Yêu cầu, điều kiện thực hiện": "Có  diều nhỏ."}))
    assert report.counts["updated"] == 1
    assert page_of("1.100001").conditions == "Có  diều nhỏ."
    assert page_of("1.100001").get_latest_revision_as_object().everyday_names == "giấy diều"


def test_without_publishing_the_change_joins_the_draft_and_stays_the_editors(page, editor):
    _draft(page, editor, everyday_names="giấy diều")
    assert bring(national_row("1.100001", **OTHER), publish=False).counts["updated"] == 1
    page = page_of("1.100001")
    draft = page.get_latest_revision_as_object()
    assert (page.sector.name, draft.sector.name, draft.everyday_names) == ("Diều, sáo", "Gió", "giấy diều")
    assert page.latest_revision.user == editor


def test_an_approved_schedule_keeps_its_hour_and_gets_what_was_published_meanwhile(page, editor):
    scheduled = _schedule(page, editor, everyday_names="giấy diều")
    assert bring(national_row("1.100001", **OTHER)).counts["updated"] == 1
    page = page_of("1.100001")
    assert (page.sector.name, page.everyday_names) == ("Gió", "")
    [waits] = page.revisions.filter(approved_go_live_at__isnull=False)
    assert waits.pk != scheduled.pk
    hour = scheduled.as_object().go_live_at
    assert all(abs(other - hour) < SECOND for other in (waits.as_object().go_live_at, waits.approved_go_live_at))
    assert page.scheduled_revision == waits
    assert (waits.as_object().sector.name, waits.as_object().everyday_names) == ("Gió", "giấy diều")


def test_an_approved_schedule_of_the_same_field_is_refused_as_one(page, editor):
    _schedule(page, editor, conditions="Có diều to.")
    report = bring(national_row("1.100001", **{"Yêu cầu, điều kiện thực hiện": "Có diều nhỏ."}))
    [(_, complaint)] = report.refused
    assert "bản đã hẹn giờ công bố của Hoa" in complaint.reason
    assert page_of("1.100001").scheduled_revision.as_object().conditions == "Có diều to."


def test_who_is_asked_to_approve_a_draft_is_asked_for_the_one_that_has_both(page, editor, django_user_model):
    reviewer = django_user_model.objects.create_superuser("duyet")
    _draft(page, editor, everyday_names="giấy diều")
    page.get_workflow().start(page, editor)
    bring(national_row("1.100001", **OTHER))
    page = page_of("1.100001")
    page.current_workflow_task.on_action(page.current_workflow_task_state, reviewer, "approve")
    page = page_of("1.100001")
    assert (page.sector.name, page.everyday_names) == ("Gió", "giấy diều")


def test_a_provinces_list_and_a_draft_of_another_column_are_both_kept(page, editor):
    _draft(page, editor, everyday_names="giấy diều")
    assert bring(local_row("1.100001")).counts["updated"] == 1
    draft = page_of("1.100001").get_latest_revision_as_object()
    assert (draft.listed_name, draft.everyday_names) == ("Thẻ diều 1.100001", "giấy diều")


def test_a_provinces_list_and_a_draft_of_the_same_column_clash(page, editor):
    _draft(page, editor, listed_name="Thẻ của Hoa")
    [(_, complaint)] = bring(local_row("1.100001")).refused
    assert all(said in complaint.reason for said in ("Hoa", "Thẻ của Hoa", "Thẻ diều 1.100001"))


def test_a_page_that_was_never_public_is_not_published_over_somebodys_draft(editor):
    bring(national_row("1.100001"), publish=False)
    _draft(page_of("1.100001"), editor, everyday_names="giấy diều")
    [(_, complaint)] = bring(national_row("1.100001")).refused
    assert "chưa công bố lần nào" in complaint.reason
    assert not page_of("1.100001").live

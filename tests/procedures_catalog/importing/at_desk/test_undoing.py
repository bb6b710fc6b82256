"""An import is undone in one: every page says again what it said before, but for what somebody changed since."""

from datetime import timedelta

import pytest
from django.utils import timezone

from procedures_catalog.facts.held import official_record
from procedures_catalog.importing.apply import import_rows
from procedures_catalog.importing.at_desk import undoing
from procedures_catalog.importing.at_desk.running import (
    NotNowError,
    approve,
    begin_undoing,
    choose_items,
    choose_parts,
    work,
)
from procedures_catalog.models import ImportItem, ImportPart, ImportRun, ProcedurePage
from tests.editors import published_by_another
from tests.procedures_catalog.factories import (
    DAY,
    bring,
    channel,
    local_row,
    national,
    national_row,
    page_of,
    published,
)
from tests.procedures_catalog.importing.at_desk.overlays import overlay

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODES = [f"1.10000{number}" for number in range(1, 4)]
CHANGED = {
    "Cách thức thực hiện": [channel(fees=("75000 VNĐ (mỗi thẻ)",))],
    "Trình tự thực hiện": "  * Bước 1: Nộp đơn\n    Mang đơn và ảnh.\n    * Ngày chẵn",
    "Yêu cầu, điều kiện thực hiện": "Có diều và dây.",
    "Cơ quan thực hiện": "Sở Văn hóa",
    "Căn cứ pháp lý": [{"ten": "Luật Sáo", "so_hieu": "1/2026/QH16"}],
}


@pytest.fixture
def brought(portal, handed_in, writer, approver):
    """An import that changed two procedures and made one public."""
    for code in CODES[:2]:
        published(code)
    before = [official_record(page_of(code)) for code in CODES[:2]]
    run = handed_in(*(national(code, **CHANGED) for code in CODES))
    choose_items(run, ImportItem.objects.all(), "take", writer)
    choose_parts(run, ImportPart.objects.all(), "take", writer)
    approve(run, approver, timezone.now())
    work()
    assert [page_of(code).conditions for code in CODES] == ["Có diều và dây."] * 3
    return ImportRun.objects.get(pk=run.pk), before


def _undone(run, user) -> ImportRun:
    begin_undoing(run, user, timezone.now())
    work()
    return ImportRun.objects.get(pk=run.pk)


def test_every_page_says_again_what_it_said_and_new_ones_are_public_no_more(brought, approver):
    run, before = brought
    assert _undone(run, approver).state == "undone"
    assert [official_record(page_of(code)) for code in CODES[:2]] == before
    assert not page_of(CODES[2]).live
    assert set(run.pages.values_list("undone", "kept")) == {("whole", "")}


def test_what_somebody_changed_since_stays_and_is_named_and_the_rest_goes_back(brought, approver):
    run, before = brought
    page = page_of(CODES[0])
    page.conditions = "Có diều, dây và gió."
    page.save_revision(user=None)
    published_by_another(page)
    _undone(run, approver)
    now = official_record(page_of(CODES[0]))
    assert (now.conditions, now.channels) == ("Có diều, dây và gió.", before[0].channels)
    kept = run.pages.get(page=page)
    assert (kept.undone, kept.kept) == ("partly", "Yêu cầu, điều kiện thực hiện: đã sửa sau lần nhập")


def test_a_later_import_of_the_same_part_is_not_undone_with_it(brought, approver):
    run, _ = brought
    bring(national_row(CODES[0], **CHANGED | {"Cách thức thực hiện": [channel(fees=("80000 VNĐ (mỗi thẻ)",))]}))
    _undone(run, approver)
    assert official_record(page_of(CODES[0])).channels[0].fees[0].amount == 80_000
    assert "đã sửa sau lần nhập" in run.pages.get(page=page_of(CODES[0])).kept


def test_a_new_page_that_somebody_published_anew_stays_public(brought, approver):
    run, _ = brought
    page = page_of(CODES[2])
    page.everyday_names = "thẻ diều"
    page.save_revision(user=None)
    published_by_another(page)
    _undone(run, approver)
    assert page_of(CODES[2]).live
    assert run.pages.get(page=page).kept == "đã có người công bố lại sau lần nhập"


def test_what_waits_in_a_draft_and_touches_the_same_part_is_refused_by_name(brought, approver):
    run, _ = brought
    page = page_of(CODES[0])
    page.conditions = "Có diều, dây và gió."
    page.save_revision(user=approver)
    _undone(run, approver)
    assert page_of(CODES[0]).conditions == "Có diều và dây."
    assert "bản nháp của" in run.pages.get(page=page).kept


def test_an_overlay_that_was_dropped_lies_there_again(portal, handed_in, writer, approver):
    page = published(CODES[0])
    overlay(page, "conditions", "Có diều của tỉnh.")
    run = handed_in(national(CODES[0], **CHANGED))
    choose_parts(run, ImportPart.objects.all(), "drop", writer)
    approve(run, approver, timezone.now())
    work()
    assert not page_of(CODES[0]).overlay.raw_data
    _undone(run, approver)
    assert [block["value"]["value"] for block in page_of(CODES[0]).overlay.raw_data] == ["Có diều của tỉnh."]


def test_what_a_provinces_list_said_is_said_again(portal, tmp_path, handed_in, approver):
    published(CODES[0])
    bring(local_row(CODES[0]))
    run = ImportRun.objects.create(state="finished")
    row = local_row(CODES[0], sector="Diều khác", levels=("commune",))
    import_rows([("tep", [row])], on=DAY, publish=True, begin=lambda _: run)
    assert page_of(CODES[0]).listed_sector == "Diều khác"
    _undone(run, approver)
    page = page_of(CODES[0])
    assert (page.listed_sector, [each.level for each in page.levels.filter(layer="local")]) == (
        "Diều tỉnh",
        ["province"],
    )


def test_who_approved_and_when_it_was_written_stay_known_after_another_undid_it(brought, writer, approver):
    run, _ = brought
    moment = timezone.now() + timedelta(days=1)
    begin_undoing(run, writer, moment)
    work()
    undone = ImportRun.objects.get(pk=run.pk)
    assert (undone.approver, undone.ended_at, undone.approved_at) == (approver, run.ended_at, run.approved_at)
    assert (undone.undoer, undone.undo_began_at) == (writer, moment)
    assert undone.undone_at > run.ended_at


def test_undoing_that_was_killed_is_finished_by_whoever_works_next(brought, approver):
    run, before = brought
    begin_undoing(run, approver, timezone.now())
    run.refresh_from_db()
    undoing._undo(list(run.pages.filter(page=page_of(CODES[0]))), undoing.References([]), timezone.localdate())
    assert ProcedurePage.objects.filter(conditions="Có diều và dây.").count() == 2
    work()
    assert [official_record(page_of(code)) for code in CODES[:2]] == before


def test_an_undone_import_may_be_handed_in_again_and_asks_again(brought, approver, handed_in):
    run, _ = brought
    _undone(run, approver)
    again = handed_in(national(CODES[0], **CHANGED))
    assert {part.name for part in ImportPart.objects.filter(item__run=again)} >= {"channels", "conditions"}


def test_only_a_finished_import_is_undone(handed_in, approver):
    with pytest.raises(NotNowError):
        begin_undoing(handed_in(national(CODES[0])), approver, timezone.now())

"""An import at the desk: compared, chosen from, approved by another, and written as it was chosen."""

from datetime import timedelta

import pytest
from django.utils import timezone

from procedures_catalog.facts.held import official_record
from procedures_catalog.importing.at_desk.running import (
    NotNowError,
    approve,
    choose_items,
    choose_parts,
    hindrance,
    receive,
    reject,
    work,
)
from procedures_catalog.models import ImportItem, ImportPart, ImportRun, NationalRecord, ProcedurePage
from tests.procedures_catalog.factories import bring, channel, national, national_row, page_of, published
from tests.procedures_catalog.importing.at_desk.overlays import overlay

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODES = [f"1.10000{number}" for number in range(1, 4)]


def _fee(amount: int) -> dict:
    return {"Cách thức thực hiện": [channel(fees=(f"{amount} VNĐ (mỗi thẻ)",)), channel("ONLINE", "3 ngày")]}


@pytest.fixture
def three(portal):
    """Three public procedures."""
    for code in CODES:
        published(code)


def _all_taken(run, user):
    choose_items(run, ImportItem.objects.all(), "take", user)
    choose_parts(run, ImportPart.objects.all(), "take", user)


def _approved(run, user):
    approve(run, user, timezone.now())
    work()
    run.refresh_from_db()
    return run


def test_what_is_handed_in_is_compared_and_waits_and_nothing_is_written(three, handed_in):
    run = handed_in(*(national(code, **_fee(75_000)) for code in CODES))
    assert run.state == "waiting"
    assert {page_of(code).channels.raw_data[0]["value"]["fees"][0]["value"]["amount"] for code in CODES} == {50_000}
    part = ImportPart.objects.first()
    assert (part.name, part.rows) == (
        "channels",
        [["Cách nộp, thời hạn, lệ phí · Trực tiếp · Phí, lệ phí", "50.000 đồng (mỗi thẻ)", "75.000 đồng (mỗi thẻ)"]],
    )


def test_the_same_words_in_many_procedures_are_one_group(three, handed_in):
    handed_in(*(national(code, **_fee(75_000)) for code in CODES[:2]), national(CODES[2], **_fee(60_000)))
    groups = ImportPart.objects.values_list("group", flat=True)
    assert (len(groups), len(set(groups))) == (3, 2)


def test_what_was_chosen_is_written_once_another_approves(three, handed_in, approver):
    run = _approved(handed_in(*(national(code, **_fee(75_000)) for code in CODES)), approver)
    assert (run.state, run.approver, run.folder) == ("finished", approver, "")
    assert {official_record(page_of(code)).channels[0].fees[0].amount for code in CODES} == {75_000}


def test_who_handed_it_in_or_chose_does_not_approve(three, handed_in, writer, approver):
    run = handed_in(national(CODES[0], **_fee(75_000)))
    assert "người khác" in hindrance(run, writer)
    choose_parts(run, ImportPart.objects.all(), "keep", approver)
    run.refresh_from_db()
    for user in (writer, approver):
        with pytest.raises(NotNowError, match="người khác"):
            approve(run, user, timezone.now())
    assert ImportRun.objects.get(pk=run.pk).state == "waiting"


def test_a_new_procedure_waits_for_somebody_to_take_it(three, handed_in, writer, approver):
    run = handed_in(national("2.000001"), national("2.000002"))
    choose_items(run, run.items.filter(key="2.000001"), "take", writer)
    run = _approved(run, approver)
    assert page_of("2.000001").live
    assert not ProcedurePage.objects.filter(code="2.000002").exists()
    assert not NationalRecord.objects.filter(base="2.000002").exists()
    assert "bàn biên tập" in run.report["refused_list"][0]["reason"]


def test_what_looks_wrong_waits_and_the_rest_goes_on(three, handed_in, approver):
    run = handed_in(national(CODES[0], **{"Tên thủ tục": "xxx"}), national(CODES[1], **_fee(75_000)))
    assert [item.questions[0][0] for item in run.items.filter(code=CODES[0])] == ["name"]
    _approved(run, approver)
    assert page_of(CODES[0]).official_name != "xxx"
    assert official_record(page_of(CODES[1])).channels[0].fees[0].amount == 75_000


def test_a_part_that_is_kept_is_asked_about_no_more_until_the_state_says_something_else(
    three, handed_in, writer, approver
):
    new = national(CODES[0], **_fee(75_000), **{"Lĩnh vực": "Gió"})
    run = handed_in(new)
    choose_parts(run, ImportPart.objects.filter(name="channels"), "keep", writer)
    _approved(run, approver)
    assert official_record(page_of(CODES[0])).channels[0].fees[0].amount == 50_000
    assert page_of(CODES[0]).sector.name == "Gió"
    assert handed_in(new).state == "finished"
    again = handed_in(new | _fee(80_000))
    assert [part.name for part in ImportPart.objects.filter(item__run=again)] == ["channels"]


def test_a_list_that_changes_nothing_is_seen_and_asks_nobody(three, handed_in):
    run = handed_in(*(national(code) for code in CODES))
    assert (run.state, run.items.count()) == ("finished", 0)
    assert set(NationalRecord.objects.values_list("file", flat=True)) == {"ngay.jsonl"}


def test_what_the_province_says_over_a_part_stands_beside_it_and_stays_unless_it_is_dropped(
    three, handed_in, writer, approver
):
    for code in CODES[:2]:
        overlay(page_of(code), "conditions", "Có diều của tỉnh.")
    changed = {"Yêu cầu, điều kiện thực hiện": "Có diều và dây."}
    run = handed_in(*(national(code, **changed) for code in CODES))
    ours = dict(ImportPart.objects.filter(name="conditions").values_list("item__code", "ours"))
    assert ["của tỉnh" in ours[code] for code in CODES] == [True, True, False]
    chosen = dict(ImportPart.objects.filter(name="conditions").values_list("item__code", "choice"))
    assert [chosen[code] for code in CODES] == ["", "", "take"]
    dropped = ImportPart.objects.filter(name="conditions", item__code=CODES[1])
    choose_parts(run, dropped, "drop", writer)
    _approved(run, approver)
    said = [page_of(code) for code in CODES]
    assert [page.conditions for page in said] == ["Có diều và dây."] * 3
    assert [len(page.overlay) for page in said] == [1, 0, 0]


def test_codes_that_vanished_are_asked_about_until_somebody_has_seen_them(portal, handed_in, writer, approver):
    bring(*(row for row in map(_row, range(150))))
    short = [national(f"1.2{number:05}") for number in range(149)]
    run = handed_in(*short)
    vanished = run.items.filter(kind="vanished")
    assert [item.code for item in vanished] == ["1.200149"]
    _approved(run, approver)
    run = handed_in(*short)
    assert run.items.filter(kind="vanished").exists()
    choose_items(run, run.items.filter(kind="vanished"), "keep", writer)
    _approved(run, approver)
    assert handed_in(*short).state == "finished"
    assert page_of("1.200149").live


def _row(number):
    return national_row(f"1.2{number:05}")


def test_a_list_that_may_be_a_part_is_not_written_before_somebody_says_so(portal, handed_in, writer, approver):
    bring(*map(_row, range(150)))
    run = handed_in(*(national(f"1.2{number:05}", **_fee(75_000)) for number in range(30)))
    assert "danh sách" in hindrance(run, approver)
    choose_items(run, run.items.filter(kind="list"), "take", writer)
    assert _approved(run, approver).state == "finished"


def test_what_cannot_be_read_says_so_and_keeps_no_copy(tmp_path, writer, kept):
    path = tmp_path / "hong.xlsx"
    path.write_bytes(b"PK nothing")
    run = receive([path], author=writer)
    work()
    run.refresh_from_db()
    assert run.state == "unreadable"
    assert run.message
    assert [each.name for each in kept.iterdir()] == ["lock"]


def test_nothing_of_a_rejected_import_is_written(three, handed_in, writer):
    run = handed_in(national(CODES[0], **_fee(75_000)))
    reject(run, writer)
    work()
    assert ImportRun.objects.get(pk=run.pk).state == "rejected"
    with pytest.raises(NotNowError):
        choose_parts(run, ImportPart.objects.all(), "take", writer)


def test_a_first_list_is_taken_with_one_choice(portal, handed_in, writer, approver):
    run = handed_in(*(national(code) for code in CODES))
    choose_items(run, run.items.filter(kind="new"), "take", writer)
    _approved(run, approver)
    assert ProcedurePage.objects.live().count() == 3


def test_an_import_that_was_handed_in_yesterday_is_written_under_the_day_of_its_approval(three, handed_in, approver):
    run = handed_in(national(CODES[0], **_fee(75_000)))
    tomorrow = timezone.now() + timedelta(days=1)
    approve(run, approver, tomorrow)
    work()
    assert NationalRecord.objects.get(base=CODES[0]).seen_on == timezone.localdate(tomorrow)


def test_who_refuses_an_import_has_not_approved_it(three, handed_in, approver):
    run = handed_in(national(CODES[0], **_fee(75_000)))
    reject(run, approver)
    run.refresh_from_db()
    assert (run.state, run.refuser, run.approver, run.approved_at) == ("rejected", approver, None, None)


def test_a_newer_list_does_not_forget_who_chose_of_the_older(three, handed_in, writer, approver):
    run = handed_in(national(CODES[0], **_fee(75_000)), author=None)
    choose_parts(run, ImportPart.objects.all(), "take", writer)
    newer = handed_in(*(national(code, **_fee(75_000)) for code in CODES), author=None)
    assert newer.pk != run.pk
    assert "cần người khác duyệt" in hindrance(newer, writer)
    assert hindrance(newer, approver) == ""


def test_a_list_that_somebody_answered_not_to_take_is_not_approved(portal, handed_in, writer, approver):
    run = handed_in(national(CODES[0]))
    ImportItem.objects.create(run=run, kind="list", key="whole", choice="keep")
    assert "không nhận cả danh sách" in hindrance(run, approver)
    with pytest.raises(NotNowError):
        approve(run, approver, timezone.now())

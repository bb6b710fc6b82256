"""A set is applied on its day, all of it or nothing, to whatever stands then; one that fails holds up no other."""

import datetime

import pytest
from django.utils import timezone

from procedures_catalog.dated.applying import apply_due
from procedures_catalog.dated.sealing import seal_of
from procedures_catalog.facts.dated.difference import BEGINS, ENDS, Ending
from procedures_catalog.facts.held import effective_record
from procedures_catalog.facts.record import Channel, TimeLimit
from procedures_catalog.models import DatedDifference, ProcedureLevel, PublishedVersion
from tests.clock import today
from tests.procedures_catalog.dated.sets import approved, make_set
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"
SOON = today() + datetime.timedelta(days=3)
LATER = SOON + datetime.timedelta(days=1)
FAR = SOON + datetime.timedelta(days=60)
SHORTER = (Channel("direct", TimeLimit("2", "working_day")),)


def _apply(on: datetime.date):
    return apply_due(on, timezone.now())


def test_before_its_day_nothing_is_applied_and_on_its_day_the_page_says_it():
    page = published(CODE)
    changes = approved(make_set(SOON, (page, "channels", SHORTER)), today())
    assert _apply(SOON - datetime.timedelta(days=1)) == []
    assert effective_record(page_of(CODE), SOON).channels[0].time_limit.number == "5"
    (done,) = _apply(SOON)
    assert done.failure == ""
    page = page_of(CODE)
    assert effective_record(page, SOON).channels == SHORTER
    assert effective_record(page, today()).channels[0].time_limit.number == "5"
    changes.refresh_from_db()
    assert changes.state == "applied"
    assert _apply(SOON) == []


def test_what_was_missed_while_nothing_ran_is_applied_in_the_order_of_its_days():
    page = published(CODE)
    second = make_set(LATER, (page, "conditions", "Có sáo."))
    first = make_set(SOON, (page, "conditions", "Có dây."))
    for each in (second, first):
        each.state, each.seal = "approved", seal_of(each)
        each.save()
    done = _apply(LATER + datetime.timedelta(days=9))
    assert [each.changes for each in done] == [first.pk, second.pk]
    page = page_of(CODE)
    assert effective_record(page, SOON).conditions == "Có dây."
    assert effective_record(page, LATER).conditions == "Có sáo."


def test_todays_text_stays_correctable_and_importable_and_the_change_meets_what_stands_then():
    page = published(CODE)
    approved(make_set(SOON, (page, "channels", SHORTER)), today())
    bring(national_row(CODE, **{"Lĩnh vực": "Gió"}))
    page = page_of(CODE)
    page.everyday_names = "giấy diều"
    page.save_revision().publish()
    _apply(SOON)
    page = page_of(CODE)
    record = effective_record(page, SOON)
    assert (record.sector, record.everyday_names, record.channels) == ("Gió", ("giấy diều",), SHORTER)


def test_a_draft_that_waits_goes_on_waiting_with_the_change_in_it(django_user_model):
    page = published(CODE)
    hoa = django_user_model.objects.create(username="nhap")
    page.everyday_names = "giấy diều"
    page.save_revision(user=hoa)
    approved(make_set(SOON, (page_of(CODE), "conditions", "Có sáo.")), today())
    _apply(SOON)
    page = page_of(CODE)
    draft = page.get_latest_revision_as_object()
    assert (page.everyday_names, page.has_unpublished_changes) == ("", True)
    assert effective_record(page, SOON).conditions == "Có sáo."
    assert (effective_record(draft, SOON).conditions, draft.everyday_names) == ("Có sáo.", "giấy diều")


@pytest.mark.parametrize(
    ("days", "rows"),
    [
        ({"valid_to": FAR}, [(None, FAR)]),
        ({"valid_from": FAR}, [(SOON, FAR), (FAR, None)]),
        ({"valid_to": SOON}, [(None, SOON), (SOON, None)]),
        ({"valid_from": SOON}, [(SOON, None)]),
    ],
)
def test_a_level_that_the_set_names_is_carried_out_from_its_day_on_by_one_row_on_each_day(days, rows):
    page = published(CODE)
    page.levels.set([ProcedureLevel(level="province", layer="local", **days)])
    page.save()
    approved(make_set(SOON, (page_of(CODE), "levels", ("province",))), today())
    _apply(SOON)
    page = page_of(CODE)
    assert page.present_levels(SOON) == ("province",)
    found = page.levels.values_list("valid_from", "valid_to")
    assert sorted(found, key=lambda row: row[0] or today()) == rows


def test_levels_end_and_begin_on_the_day():
    page = published(CODE)
    approved(make_set(SOON, (page, "levels", ("province",))), today())
    _apply(SOON)
    rows = ProcedureLevel.objects.filter(page=page).order_by("level").values_list("level", "valid_from", "valid_to")
    assert list(rows) == [("commune", None, SOON), ("province", SOON, None)]


def test_an_abolished_procedure_names_its_decision_and_what_takes_its_place():
    old, new = published(CODE), published("1.100002")
    approved(make_set(SOON, (old, ENDS, Ending("7/QĐ-UBND", (new.identity_id,)))), today())
    _apply(SOON)
    page = page_of(CODE)
    assert (page.valid_to, page.ending_decision, page.successor_id) == (SOON, "7/QĐ-UBND", new.pk)


def test_a_new_procedure_is_public_from_its_day_on():
    bring(national_row(CODE), publish=False)
    page = page_of(CODE)
    page.save_revision()
    approved(make_set(SOON, (page_of(CODE), BEGINS, None)), today())
    assert not page_of(CODE).live
    _apply(SOON)
    page = page_of(CODE)
    assert page.live
    assert page.valid_from == SOON


def test_no_import_makes_a_new_procedure_public_before_the_day_of_its_set():
    bring(national_row(CODE), publish=False)
    page_of(CODE).save_revision()
    approved(make_set(SOON, (page_of(CODE), BEGINS, None)), today())
    bring(national_row(CODE), national_row("1.100002"))
    assert (page_of(CODE).live, page_of("1.100002").live) == (False, True)
    _apply(SOON)
    assert page_of(CODE).live


def test_nothing_of_a_set_is_applied_that_is_not_what_was_approved():
    one, other = published(CODE), published("1.100002")
    changes = approved(make_set(SOON, (one, "conditions", "Có sáo."), (other, "conditions", "Có gió.")), today())
    DatedDifference.objects.filter(identity=other.identity).update(value="Có bão.")
    (done,) = _apply(SOON)
    assert "duyệt lại" in done.failure
    assert effective_record(page_of(CODE), SOON).conditions == "Có diều."
    changes.refresh_from_db()
    assert (changes.state, changes.failure) == ("approved", done.failure)
    _apply(SOON)
    assert changes.steps.filter(step="fail").count() == 1


def test_a_set_that_fails_holds_up_only_what_changes_the_same_part():
    one, other = published(CODE), published("1.100002")
    broken = make_set(SOON, (one, "conditions", "Có dây."))
    after = make_set(LATER, (one, "conditions", "Có sáo."))
    free = make_set(LATER, (other, "conditions", "Có gió."))
    for each in (broken, after, free):
        each.state, each.seal = "approved", "" if each is broken else seal_of(each)
        each.save()
    assert [bool(each.failure) for each in _apply(LATER)] == [True, True, False]
    assert effective_record(page_of(CODE), LATER).conditions == "Có diều."
    assert effective_record(page_of("1.100002"), LATER).conditions == "Có gió."


def test_the_version_of_the_day_says_that_a_decision_brought_it():
    page = published(CODE)
    approved(make_set(today(), (page, "conditions", "Có sáo.")), today())
    _apply(today())
    version = PublishedVersion.objects.get(identity=page.identity, is_current=True)
    assert (version.basis, version.number) == ("decision", 2)


def test_a_clock_that_is_moved_back_applies_nothing_twice():
    page = published(CODE)
    approved(make_set(SOON, (page, "conditions", "Có sáo.")), today())
    _apply(SOON)
    before = page_of(CODE).latest_revision_id
    assert _apply(SOON - datetime.timedelta(days=1)) == []
    assert _apply(SOON) == []
    assert page_of(CODE).latest_revision_id == before


def test_what_begins_keeps_the_day_that_its_draft_says_and_has_that_of_the_set_where_it_says_none():
    said = {"1.100008": SOON - datetime.timedelta(days=9), "1.100009": None}
    for code, day in said.items():
        bring(national_row(code), publish=False)
        page = page_of(code)
        page.valid_from = day
        page.save_revision()
    approved(make_set(SOON, *((page_of(code), BEGINS, None) for code in said)), today())
    assert [each.failure for each in _apply(SOON)] == [""]
    assert [page_of(code).valid_from for code in said] == [SOON - datetime.timedelta(days=9), SOON]

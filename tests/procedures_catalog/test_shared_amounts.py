"""One change of a shared amount, approved once, stands in every procedure that takes it, and in its history."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageLogEntry

from consequences.registry import touches
from procedures_catalog.dated.announced import record_on
from procedures_catalog.dated.composing import differences_between
from procedures_catalog.desk.versions_compared import compare_versions
from procedures_catalog.facts.held import effective_record
from procedures_catalog.facts.overlay import block_of
from procedures_catalog.facts.record import Channel, Fee
from procedures_catalog.models import OverlaidChange, PublishedVersion, SharedAmount
from procedures_catalog.models.kept_text import SHARED
from procedures_catalog.restoring import restored
from procedures_catalog.store.public import find_procedure
from procedures_catalog.store.shared_amounts import pages_taking
from procedures_catalog.versions.shown_pages import shown_pages
from tests.clock import today
from tests.procedures_catalog.amounts import BASIS, amount_of, becomes, channels_with, taking
from tests.procedures_catalog.dated.sets import approved, make_set
from tests.procedures_catalog.factories import bring, channel, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]
CODES = ("1.100001", "1.100002", "1.100003")
SOON = today() + datetime.timedelta(days=3)


def _read(page) -> str:
    return " ".join(Client().get(page.get_url()).content.decode().split())


def _versions(page):
    return PublishedVersion.objects.filter(identity=page.identity_id)


def test_readers_find_the_amount_and_its_document_on_the_page():
    (page,) = taking(amount_of(), CODES[0])
    assert "8.000 đồng" in _read(page)
    assert BASIS in _read(page)


def test_one_change_stands_in_every_procedure_with_one_version_each():
    amount, other = amount_of(), published("1.100009")
    pages = taking(amount, *CODES)
    before = [_versions(page).count() for page in pages]
    becomes(amount, amount=10_000)
    assert all("10.000 đồng" in _read(page) for page in pages)
    assert [_versions(page).count() for page in pages] == [count + 1 for count in before]
    assert {_versions(page).get(is_current=True).basis for page in pages} == {"shared"}
    assert _versions(other).count() == 1


def test_a_draft_of_the_amount_changes_nothing_for_anybody():
    amount = amount_of()
    (page,) = taking(amount, CODES[0])
    amount.amount = 10_000
    amount.save_revision()
    assert "8.000 đồng" in _read(page)
    assert not PageLogEntry.objects.filter(action=SHARED).exists()


def test_the_history_of_each_page_says_which_amount_is_another_now():
    amount = amount_of()
    pages = taking(amount, *CODES)
    becomes(amount, amount=10_000)
    lines = PageLogEntry.objects.filter(action=SHARED)
    assert {line.page_id for line in lines} == {page.pk for page in pages}
    assert "Lệ phí thả diều" in lines[0].message
    assert f"10.000 đồng ({BASIS})" in lines[0].message


def test_of_an_amount_that_was_taken_off_readers_are_told_that_nothing_is_known():
    amount = amount_of()
    (page,) = taking(amount, CODES[0])
    becomes(amount).unpublish()
    assert "8.000 đồng" not in _read(page).partition('id="lich-su"')[0]
    assert "gỡ khỏi công bố" in PageLogEntry.objects.filter(action=SHARED).latest("pk").message


def test_what_changes_is_told_by_the_procedures_and_by_no_other():
    amount, other = amount_of(), published("1.100009")
    pages = taking(amount, *CODES)
    told = touches(SharedAmount, [amount.pk])
    assert told.papers == {f"procedure:{page.pk}" for page in pages}
    assert other.get_url() not in told.pages


def test_what_is_announced_is_read_beforehand_and_holds_on_its_day():
    amount = amount_of(next_amount=10_000, next_from=SOON)
    (page,) = taking(amount, CODES[0])
    assert f"Từ ngày {SOON:%d/%m/%Y}: 10.000 đồng" in _read(page)
    assert [fee.amount for fee in effective_record(page, SOON).channels[0].fees] == [10_000]


def test_a_page_that_shares_nothing_asks_nothing_more_and_one_that_does_asks_once():
    (page,) = taking(amount_of(), CODES[0])
    counts = []
    for each in (published("1.100009"), page):
        held = find_procedure(each.slug)
        with CaptureQueriesContext(connection) as queries:
            effective_record(held, today())
            effective_record(held, today())
        counts.append(len(queries))
    assert counts == [0, 1]


def test_many_are_read_with_one_question_for_all_amounts():
    first, second = amount_of(), amount_of(9_000, name="Phí sáo")
    few, many = taking(first, *CODES[:1]), taking(second, *CODES[1:])
    counts = []
    for pages in (few, [*few, *many]):
        with CaptureQueriesContext(connection) as queries:
            list(shown_pages([page.pk for page in pages], today()))
        counts.append(len(queries))
    assert counts[0] == counts[1]


# --- Carried from text to text --------------------------------------------------------------------


def test_a_difference_of_a_later_day_keeps_the_amount_shared():
    amount, page = amount_of(), published(CODES[0])
    changes = make_set(SOON, (page, "channels", channels_with(amount)))
    approved(changes, today())
    assert "8.000 đồng" in _read(page)
    assert pages_taking([amount.pk]) == {amount.pk: {page.pk}}
    becomes(amount, amount=10_000)
    assert "10.000 đồng" in _read(page)


def test_a_draft_that_begins_to_share_is_told_as_a_difference():
    amount, page = amount_of(), published(CODES[0])
    (draft,) = taking(amount, CODES[0])
    values, left = differences_between(page, draft, today())
    assert (values["channels"][0].fees[0].shared, left) == (amount.pk, [])
    assert record_on(draft, (), today()).channels[0].fees[0].shared == amount.pk


def test_who_compares_is_told_that_a_fee_of_the_same_amount_is_shared_from_now_on():
    amount = amount_of()
    (draft,) = taking(amount, CODES[0])
    before = page_of(CODES[0])
    block = block_of("channels", (Channel("direct", fees=(Fee(8_000, legal_basis=BASIS),)),), "5/QĐ-UBND")
    before.overlay = [block | {"id": draft.overlay.raw_data[0]["id"]}]
    (section,) = compare_versions(before, draft, today())
    assert section.label == "Nội dung riêng của tỉnh"
    assert "thu theo mức dùng chung “Lệ phí thả diều”" in str(section.rows)


def test_who_settles_what_the_state_changed_beneath_it_reads_the_amount():
    taking(amount_of(), CODES[0])
    bring(national_row(CODES[0], **{"Cách thức thực hiện": [channel(fees=("60000 VNĐ (mỗi thẻ)",))]}))
    (task,) = OverlaidChange.objects.filter(part="channels")
    assert "8000" in task.ours.replace(".", "")
    assert BASIS in task.ours


def test_a_version_that_is_brought_back_goes_on_sharing_what_still_says_the_same():
    amount = amount_of()
    (page,) = taking(amount, CODES[0])
    shown = _versions(page).get(is_current=True).shown()
    assert restored(page, shown, today()) == ()
    assert page.overlay.raw_data[0]["value"]["value"][0]["value"]["fees"][0]["value"]["shared"] == amount.pk


def test_a_version_that_said_another_amount_brings_that_amount_back():
    amount = amount_of()
    (page,) = taking(amount, CODES[0])
    shown = _versions(page).get(is_current=True).shown()
    becomes(amount, amount=10_000)
    page = page_of(CODES[0])
    restored(page, shown, today())
    assert effective_record(page, today()).channels[0].fees == (Fee(8_000, legal_basis=BASIS),)


def test_what_another_number_begins_with_is_no_use():
    amount = amount_of()
    longer = amount_of(9_000, pk=amount.pk * 10 + 1)
    (page,) = taking(longer, CODES[0])
    assert pages_taking([amount.pk, longer.pk]) == {amount.pk: set(), longer.pk: {page.pk}}

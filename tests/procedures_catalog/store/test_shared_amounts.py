"""A shared amount is deleted by nobody while a page, a version that waits or a set that is not over names it."""

import datetime

import pytest
from django.db import transaction
from django.urls import reverse

from procedures_catalog.models import ChangeSet, SharedAmount
from procedures_catalog.store.shared_amounts import StillTakenError, refuse_taken
from tests.clock import today
from tests.editors import browser_of
from tests.procedures_catalog.amounts import amount_of, channels_with, taking
from tests.procedures_catalog.dated.sets import everybody, make_set
from tests.procedures_catalog.factories import page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]
CODE = "1.100001"
SOON = today() + datetime.timedelta(days=3)


def _drafted(amount: SharedAmount, at: datetime.datetime | None = None) -> None:
    """A published procedure, and a version of it that waits and takes the amount."""
    (page,) = taking(amount, CODE)
    layer = page.overlay
    page.overlay = []
    page.save_revision().publish()
    page = page_of(CODE)
    page.overlay = layer
    page.save_revision(approved_go_live_at=at)


@pytest.mark.parametrize("at", [None, datetime.datetime(2099, 1, 1, tzinfo=datetime.UTC)])
def test_what_a_draft_or_a_version_at_its_hour_takes_is_not_deleted(at):
    amount, other = amount_of(), amount_of(9_000)
    _drafted(amount, at)
    with pytest.raises(StillTakenError, match="còn 1 thủ tục"), transaction.atomic():
        amount.delete()
    other.delete()
    assert list(SharedAmount.objects.all()) == [amount]


@pytest.mark.parametrize("state", ["draft", "submitted", "checked", "approved"])
def test_what_a_set_that_is_not_over_takes_is_not_deleted(state):
    amount = amount_of()
    make_set(SOON, (published(CODE), "channels", channels_with(amount)), state=state)
    with pytest.raises(StillTakenError):
        refuse_taken([amount.pk])
    ChangeSet.objects.update(state="dropped")
    refuse_taken([amount.pk])


def test_who_presses_the_button_is_told_in_words_and_the_amount_stays():
    amount = amount_of()
    _drafted(amount)
    address = SharedAmount.snippet_viewset.get_url_name("delete")
    answer = browser_of(everybody()[0]).post(reverse(address, args=[amount.pk]), follow=True)
    assert "Chưa xóa: còn 1 thủ tục" in answer.content.decode()
    assert SharedAmount.objects.filter(pk=amount.pk).exists()

"""One amount that forty procedures take: one change, one approval, forty histories, forty papers in the ledger."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail.test.utils.form_data import querydict_from_html

from agencies.models import Agency, Role
from cms.access.upkeep import ensure_access
from posting.ledger.wrong import wrong_papers
from procedures_catalog.models import ProcedurePage, PublishedVersion, SharedAmount
from procedures_catalog.models.kept_text import SHARED
from tests.clock import today
from tests.editors import browser_of, member
from tests.posting.factories import hung
from tests.procedures_catalog.amounts import amount_of, becomes, taking
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
FORTY = [f"1.2{number:05}" for number in range(40)]


def _press(client: Client, row: SharedAmount, press: str = "", **typed: str) -> None:
    address = reverse(SharedAmount.snippet_viewset.get_url_name("edit"), args=[row.pk])
    form = querydict_from_html(client.get(address).content.decode(), form_id="w-editor-form").dict()
    answer = client.post(address, form | typed | ({f"action-{press}": "1"} if press else {}))
    assert answer.status_code == 302, answer.content.decode()


def test_one_approval_stands_in_forty_histories_and_finds_forty_papers():
    ensure_access()
    office = Agency.objects.create(name="Sở Diều")
    writer, publisher = (browser_of(member(role, office, name)) for role, name in WORKING)
    amount, bystander = amount_of(agency=office), published("1.300001")
    pages = taking(amount, *FORTY)
    papers = {hung([page], "short").pk for page in pages}
    hung([bystander], "short")
    hung(pages, "board")
    assert wrong_papers(today()) == []

    _press(writer, amount, amount="10.000")
    assert wrong_papers(today()) == []
    _press(publisher, amount, "publish")

    assert SharedAmount.objects.get().amount == 10_000
    assert {wrong.paper.pk for wrong in wrong_papers(today())} == papers
    changed = PublishedVersion.objects.filter(basis="shared", is_current=True)
    assert set(changed.values_list("identity__page", flat=True)) == {page.pk for page in pages}
    lines = PageLogEntry.objects.filter(action=SHARED)
    assert sorted(lines.values_list("page", flat=True)) == sorted(page.pk for page in pages)
    assert set(lines.values_list("user__username", flat=True)) == {"chi"}
    (fee,) = wrong_papers(today())[0].items[0].changes
    assert (fee.before, fee.after) != (fee.before, fee.before)
    assert "10.000 đồng" in fee.after


WORKING = ((Role.WRITER, "an"), (Role.PUBLISHER, "chi"))


def test_nobody_publishes_the_amount_that_he_wrote():
    ensure_access()
    publisher = browser_of(member(Role.PUBLISHER, Agency.objects.create(name="Sở Diều"), "chi"))
    amount = amount_of(agency=Agency.objects.get(name="Sở Diều"))
    (page,) = taking(amount, FORTY[0])
    _press(publisher, amount, amount="10.000")
    _press(publisher, amount, "publish")
    assert SharedAmount.objects.get().amount == 8_000
    assert "10.000" not in Client().get(page.get_url()).content.decode()


def test_what_is_changed_back_leaves_every_paper_right():
    amount = amount_of()
    hung(taking(amount, *FORTY[:2]), "full")
    becomes(amount, amount=10_000)
    assert len(wrong_papers(today())) == 1
    becomes(amount, amount=8_000)
    assert wrong_papers(today()) == []


def test_telling_what_an_amount_touches_asks_as_much_for_forty_as_for_two(django_assert_max_num_queries):
    amount = amount_of()
    taking(amount, *FORTY[:12])
    with django_assert_max_num_queries(70):
        becomes(amount, amount=10_000)
    assert ProcedurePage.objects.count() == 12

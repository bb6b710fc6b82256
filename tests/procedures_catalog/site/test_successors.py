"""A procedure that several took the place of names and leads to all of them: on its page, on paper, where its code
leads, in the interface; and to none that not everybody may read."""

import datetime
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from posting.scan.targets import find_retired
from procedures_catalog.dated.applying import apply_due
from procedures_catalog.facts.dated.difference import ENDS, Ending
from procedures_catalog.models import ChangeSet, DatedDifference, ProcedurePage
from tests.clock import today
from tests.posting.printing.texts import comparable, pdf_text
from tests.procedures_catalog.dated.sets import approved, make_set
from tests.procedures_catalog.factories import page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
OLD, CODES = "1.100001", ("1.100004", "1.100002", "1.100003")


@pytest.fixture
def heirs() -> list[ProcedurePage]:
    """What takes its place, in the order of the decision, which is not that of their codes."""
    return [published(code) for code in CODES]


@pytest.fixture
def old(heirs) -> ProcedurePage:
    """A procedure that a decision replaced by several today."""
    page = published(OLD)
    ending = Ending("9/QĐ-UBND", tuple(heir.identity_id for heir in heirs))
    approved(make_set(today(), (page, ENDS, ending)), today())
    (done,) = apply_due(today(), timezone.now())
    assert not done.failure
    return page_of(OLD)


def links(shown: BeautifulSoup, selector: str) -> list[str]:
    return [link["href"] for link in shown.select(f"{selector} a")]


def test_the_page_names_all_in_the_order_of_the_decision_and_leads_to_each(client, old, heirs):
    shown = BeautifulSoup(client.get(old.get_url()).content, "html.parser")
    notice = shown.select_one(".notice[data-kind=replaced]")
    assert links(shown, ".notice[data-kind=replaced]") == [heir.get_url() for heir in heirs]
    assert all(heir.title in notice.get_text() for heir in heirs)
    history = shown.find(id="lich-su").find_parent("section").get_text()
    assert all(f"“{heir.title}”" in history for heir in heirs)


def test_a_sheet_names_all(client, old, heirs):
    answer = client.get(reverse("procedure_sheet", args=[old.slug]), {"loai": "short"})
    text = comparable(pdf_text(answer.content))
    assert all(comparable(heir.title) in text for heir in heirs)


def test_its_code_leads_to_all_where_the_page_itself_was_taken_off(client, old, heirs):
    old.unpublish()
    told = find_retired(old.identity_id)
    assert [url for _, url in told.successors] == [heir.get_url() for heir in heirs]
    shown = BeautifulSoup(client.get(old.identity.get_absolute_url(), follow=True).content, "html.parser")
    assert {heir.get_url() for heir in heirs} <= set(links(shown, "main"))


def test_the_interface_gives_all(client, old, heirs):
    told = client.get(f"/api/v1/procedures/{OLD}").json()["successors"]
    assert [each["code"] for each in told] == list(CODES)
    assert told[0]["url"].endswith(heirs[0].get_url())


def test_what_not_everybody_may_read_is_neither_named_nor_linked(client, old, heirs):
    heirs[0].unpublish()
    shown = BeautifulSoup(client.get(old.get_url()).content, "html.parser")
    assert links(shown, ".notice[data-kind=replaced]") == [heir.get_url() for heir in heirs[1:]]
    assert heirs[0].title not in unescape(shown.select_one(".notice[data-kind=replaced]").get_text())


def test_another_one_that_somebody_wrote_since_is_told_alone(client, old):
    other = published("1.100009")
    page = page_of(OLD)
    page.successor = other
    page.save_revision().publish()
    told = client.get(f"/api/v1/procedures/{OLD}").json()["successors"]
    assert [each["code"] for each in told] == ["1.100009"]


def test_a_set_that_was_undone_says_nothing(client, old, heirs):
    ChangeSet.objects.update(state="undone")
    assert [each.code for each in page_of(OLD).public_successors] == [CODES[0]]


def test_the_column_holds_the_first_of_the_decision(old, heirs):
    assert old.successor_id == heirs[0].pk


def test_what_names_one_of_several_is_told_when_that_one_changes(old, heirs):
    found = DatedDifference.objects.replaced_by_several([heirs[2].identity_id])
    assert found == {old.identity_id}
    assert DatedDifference.objects.replaced_by_several([old.identity_id]) == set()


def test_one_alone_is_named_as_before(client):
    page, heir = published(OLD), published(CODES[0])
    day = today() - datetime.timedelta(days=1)
    ProcedurePage.objects.filter(pk=page.pk).update(valid_to=day, successor=heir)
    shown = BeautifulSoup(client.get(page.get_url()).content, "html.parser")
    notice = shown.select_one(".notice[data-kind=replaced]")
    assert links(shown, ".notice[data-kind=replaced]") == [heir.get_url()]
    assert "Xem thủ tục thay thế" in notice.get_text()
    assert f"bằng “{heir.title}” (mã {heir.code})" in notice.get_text()

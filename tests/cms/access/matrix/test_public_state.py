"""Of a published page of another agency nobody learns at the desk what the public does not know: that it has a newer
draft, is locked, scheduled or under review, when somebody worked on it last, and who."""

import datetime
import re

import pytest
from django.urls import reverse
from wagtail.models import Page, Workflow

from agencies.models import Role
from cms.models import Editor
from procedures_catalog.models import ProcedurePage
from tests.editors import browser_of

pytestmark = pytest.mark.django_db

WHO = "Người Viết Kín"
WORKED = datetime.datetime(2019, 3, 17, 5, 6, tzinfo=datetime.UTC)
ENDS = datetime.datetime(2032, 5, 6, 7, 8, tzinfo=datetime.UTC)
#: What no screen of the others' may say.
STATE = re.compile("có bản nháp|bản hẹn giờ|17/03/2019|2019-03-17|06/05/2032|" + WHO)
ROLES = (Role.WRITER, Role.PUBLISHER, Role.UNIT_ADMIN)


@pytest.fixture
def hidden(ours, theirs) -> ProcedurePage:
    """Their published page with all that can be behind one."""
    writer = Editor.objects.get(username="tac-gia-2")
    Editor.objects.filter(pk=writer.pk).update(first_name=WHO)
    page = ProcedurePage.objects.get(pk=theirs.public.pk).get_latest_revision_as_object()
    page.save_revision(user=writer, log_action=True, approved_go_live_at=ENDS)
    Workflow.objects.first().start(page, writer)
    state = {"latest_revision_created_at": WORKED, "locked": True, "locked_by": writer, "locked_at": WORKED}
    Page.objects.filter(pk=page.pk).update(**state, expire_at=ENDS, owner=writer)
    Page.objects.filter(pk=ours.public.pk).update(has_unpublished_changes=False)  # what stands beside it says nothing
    return ProcedurePage.objects.get(pk=page.pk)


def lists(page: Page) -> list[str]:
    """Everything that lists or names pages."""
    below, query = page.get_parent().pk, "?q=thả diều"
    catalogue = ProcedurePage.catalogue().pk
    return [
        reverse("wagtailadmin_explore", args=[page.pk]),
        reverse("wagtailadmin_explore", args=[below]),
        reverse("wagtailadmin_explore", args=[catalogue]),
        reverse("wagtailadmin_explore_results", args=[catalogue]) + query,
        reverse("wagtailadmin_pages:search") + query,
        reverse("wagtailadmin_choose_page_child", args=[below]),
        reverse("wagtailadmin_choose_page_search") + query,
        reverse("wagtailadmin_choose_page_chosen_multiple") + f"?id={page.pk}",
        reverse("wagtailadmin_api:pages:listing") + "?fields=*",
        reverse("wagtailadmin_api:pages:detail", args=[page.pk]),
        reverse("wagtailadmin_pages:type_use", args=["procedures_catalog", "procedurepage"]),
        *(
            reverse(f"wagtailadmin_reports:{name}")
            for name in ("locked_pages", "aging_pages", "workflow", "site_history")
        ),
    ]


@pytest.mark.parametrize("role", ROLES)
def test_lists_and_choosers_tell_no_more_than_the_public_knows(browser, hidden, role):
    client = browser(role)
    said = {address: STATE.findall(client.get(address).content.decode()) for address in lists(hidden)}
    assert {address: found for address, found in said.items() if found} == {}


def test_whose_page_it_is_reads_all_of_it(hidden, theirs):
    client = browser_of(Editor.objects.get(username="publisher-2"))
    html = client.get(reverse("wagtailadmin_explore", args=[ProcedurePage.catalogue().pk])).content.decode()
    assert STATE.search(html)


def test_a_chooser_still_offers_it_as_published(browser, hidden):
    address = reverse("wagtailadmin_choose_page_child", args=[hidden.get_parent().pk])
    html = browser().get(address).json()["html"]
    assert hidden.title in html
    assert "đang công bố" in html


def test_the_list_below_a_page_that_is_not_ones_own_is_not_there(browser, hidden, ours):
    client = browser()
    assert client.get(reverse("wagtailadmin_explore", args=[hidden.pk])).status_code == 404
    assert client.get(reverse("wagtailadmin_explore", args=[ours.numbers["shelf"]])).status_code == 200
    assert client.get(reverse("wagtailadmin_explore", args=[ProcedurePage.catalogue().pk])).status_code == 200

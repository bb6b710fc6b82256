"""The front page's button approves the text that waited when the page was shown, and no other."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from cms.models import Editor
from pages.models import ContentPage, HomePage
from tests.cms.four_eyes.test_every_way import WRITTEN, at_the_desk, person, read
from tests.editors import saved_over
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def page() -> ContentPage:
    """A public page with a draft that was handed in."""
    found = make_content(HomePage.objects.get(), "Hướng dẫn")
    writer = Editor.objects.create(username="nguoi-gui")
    found.summary = WRITTEN
    found.save_revision(user=writer)
    found = ContentPage.objects.get(pk=found.pk)
    found.get_workflow().start(found, writer)
    return found


@pytest.fixture
def reviewer() -> Client:
    return at_the_desk(person("minh", "Người duyệt"))


def button(client: Client) -> str:
    """Where the front page's button “Duyệt” leads."""
    shown = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
    return str(shown.select_one("button[data-workflow-action-url*='/approve/']")["data-workflow-action-url"])


def test_it_approves_what_was_shown(page, reviewer):
    assert reviewer.post(button(reviewer)).status_code == 302
    assert read(page) == WRITTEN


@pytest.mark.parametrize("has_same_number", [True, False])
def test_what_was_saved_since_is_not_approved_unseen(page, reviewer, has_same_number):
    address = button(reviewer)
    if has_same_number:
        saved_over(page, summary="Khác.")
    else:
        draft = page.get_latest_revision_as_object()
        draft.summary = "Khác."
        draft.save_revision(user=Editor.objects.get(username="nguoi-gui"))
    answer = reviewer.post(address, follow=True)
    assert "vừa được lưu thêm" in answer.content.decode()
    assert read(page) == ""


def test_the_question_for_a_remark_sends_the_same_seal_on(page, reviewer):
    address = button(reviewer)
    asked = reviewer.get(address, headers={"x-requested-with": "XMLHttpRequest"}).json()["html"]
    assert address.partition("?")[2] in BeautifulSoup(asked, "html.parser").select_one("form")["action"]

"""What the form of a page says and offers to who wrote what waits, to who types while publishing, and to another."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms.models import Editor
from pages.four_eyes.gate import OWN_CHANGE
from pages.models import ContentPage, HomePage
from tests.cms.desk.form import DeskForm
from tests.cms.four_eyes.test_every_way import WRITTEN, at_the_desk, by_the_form, person, read
from tests.pages.factories import make_content
from tests.procedures_catalog.factories import page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def author() -> Editor:
    """A reviewer who wrote the draft."""
    return person("lan", "Người duyệt")


@pytest.fixture
def another() -> Editor:
    """A second reviewer."""
    return person("minh", "Người duyệt")


@pytest.fixture
def page(author) -> ContentPage:
    """A public page with a draft."""
    found = make_content(HomePage.objects.get(), "Hướng dẫn")
    found.summary = WRITTEN
    found.save_revision(user=author)
    return ContentPage.objects.get(pk=found.pk)


def shown(client, page) -> BeautifulSoup:
    """The form."""
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return BeautifulSoup(answer.content.decode(), "html.parser")


def test_who_wrote_it_reads_why_there_is_no_button(author, another, page):
    form = shown(at_the_desk(author), page)
    assert OWN_CHANGE in form.select_one(".messages").get_text()
    assert form.select_one("[name=action-publish]") is None
    form = shown(at_the_desk(another), page)
    assert OWN_CHANGE not in form.get_text()
    assert form.select_one("[name=action-publish]") is not None


def test_who_has_no_right_to_publish_is_told_nothing_about_it(page):
    editor = person("hoa", "Biên tập viên")
    page.summary = "Khác."
    page.save_revision(user=editor)
    assert OWN_CHANGE not in shown(at_the_desk(editor), page).get_text()


def test_what_is_typed_while_publishing_becomes_a_draft_and_nothing_is_lost(another, page):
    client = at_the_desk(another)
    answer = DeskForm.open(client, page.pk).send("publish", title="Hướng dẫn mới")
    said = shown(client, page).select_one(".messages").get_text(" ", strip=True)
    assert answer.status_code == 302
    assert "Đã lưu bản nháp, chưa công bố." in said
    held = ContentPage.objects.get(pk=page.pk)
    assert (held.title, held.get_latest_revision_as_object().title) == ("Hướng dẫn", "Hướng dẫn mới")
    assert held.latest_revision.user == another


def test_what_is_typed_while_approving_becomes_a_draft_that_a_third_one_approves(author, another, page):
    page.get_workflow().start(page, author)
    approve = {"workflow-action-name": "approve"}
    DeskForm.open(at_the_desk(another), page.pk).send("workflow-action", title="Hướng dẫn mới", **approve)
    assert read(page) == ""
    by_the_form(at_the_desk(author), page)
    assert read(page) == ""
    DeskForm.open(at_the_desk(person("hoa", "Người duyệt")), page.pk).send("workflow-action", **approve)
    assert (read(page), ContentPage.objects.get(pk=page.pk).title) == (WRITTEN, "Hướng dẫn mới")


def test_sending_back_keeps_what_the_reviewer_typed(author, another, page):
    page.get_workflow().start(page, author)
    sent = {"workflow-action-name": "reject", "workflow-action-extra-data": '{"comment": "Thiếu số"}'}
    DeskForm.open(at_the_desk(another), page.pk).send("workflow-action", title="Hướng dẫn mới", **sent)
    held = ContentPage.objects.get(pk=page.pk)
    assert held.current_workflow_state.status == "needs_changes"
    assert held.get_latest_revision_as_object().title == "Hướng dẫn mới"


def test_sending_back_untouched_leaves_the_draft_its_authors(author, another, page):
    page.get_workflow().start(page, author)
    DeskForm.open(at_the_desk(another), page.pk).send("workflow-action", **{"workflow-action-name": "reject"})
    assert ContentPage.objects.get(pk=page.pk).latest_revision.user == author


def test_a_procedure_as_the_browser_sends_it_untouched_is_untouched(author, another):
    page = published("1.100001")
    page.everyday_names = "thẻ diều"
    page.save_revision(user=author)
    DeskForm.open(at_the_desk(another), page.pk).send("publish")
    held = page_of("1.100001")
    assert (held.everyday_names, held.live_revision.user) == ("thẻ diều", author)


def test_a_draft_that_is_not_ready_is_refused_with_its_reason(another, author):
    page = published("1.100001")
    page.everyday_names = "thẻ diều"
    page.save_revision(user=author)
    answer = DeskForm.open(at_the_desk(another), page.pk).send(
        "publish", valid_from="02/01/2027", valid_to="01/01/2027"
    )
    assert "Ngày bãi bỏ phải sau ngày có hiệu lực." in answer.content.decode()
    assert page_of("1.100001").everyday_names == ""


def test_a_page_as_it_is_public_may_be_published_again_by_anybody_who_may(another):
    page = make_content(HomePage.objects.get(), "Khác")
    assert DeskForm.open(at_the_desk(another), page.pk).send("publish").status_code == 302
    assert ContentPage.objects.get(pk=page.pk).live

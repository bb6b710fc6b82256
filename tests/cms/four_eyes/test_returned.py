"""A draft that was sent back tells its reason by mail, to who handed it in and to all who wrote it."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import TaskState

from cms.four_eyes.returned import NoReasonError
from cms.models import Editor
from pages.models import ContentPage, HomePage
from tests.cms.four_eyes.test_every_way import person
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
MODAL = {"x-requested-with": "XMLHttpRequest"}
SAID = "Thiếu số quyết định"


def with_mail(name: str, role: str) -> Editor:
    """Somebody with an address."""
    found = person(name, role)
    found.email = f"{name}@tinh.example"
    found.save()
    return found


@pytest.fixture
def page() -> ContentPage:
    """A public page."""
    return make_content(HomePage.objects.get(), "Hướng dẫn")


def send_back(page: ContentPage, writer: Editor, sender: Editor, reviewer: Editor) -> dict[str, str]:
    """The letters: address → text."""
    page.summary = "Mới."
    page.save_revision(user=writer)
    page.get_workflow().start(page, sender)
    mail.outbox.clear()
    page.current_workflow_task.on_action(page.current_workflow_task_state, reviewer, "reject", comment=SAID)
    return {letter.to[0]: f"{letter.subject}\n{letter.body}" for letter in mail.outbox}


def test_the_author_reads_the_reason_and_by_whom_in_vietnamese(page):
    lan, minh = with_mail("lan", "Biên tập viên"), with_mail("minh", "Người duyệt")
    letters = send_back(page, lan, lan, minh)
    assert letters.keys() == {lan.email}
    text = letters[lan.email]
    assert all(said in text for said in (SAID, "Hướng dẫn", "minh", "trả lại", f"/quan-tri/pages/{page.pk}/edit/"))
    assert not any(english in text for english in ("rejected", "comment", "Edit", "page "))


def test_an_author_whose_draft_another_handed_in_reads_it_too(page):
    lan, hoa, minh = (
        with_mail(*one) for one in (("lan", "Biên tập viên"), ("hoa", "Biên tập viên"), ("minh", "Người duyệt"))
    )
    letters = send_back(page, lan, hoa, minh)
    assert letters.keys() == {lan.email, hoa.email}
    assert all(SAID in text for text in letters.values())


def test_who_sends_back_what_he_wrote_himself_gets_no_letter(page):
    hoa, minh = with_mail("hoa", "Biên tập viên"), with_mail("minh", "Người duyệt")
    assert send_back(page, minh, hoa, minh).keys() == {hoa.email}


# --- The reason -------------------------------------------------------------------------------------


def handed_in(page: ContentPage) -> ContentPage:
    """A draft that waits for a reviewer."""
    page.summary = "Mới."
    page.save_revision(user=with_mail("lan", "Biên tập viên"))
    page.get_workflow().start(page, Editor.objects.get(username="lan"))
    return ContentPage.objects.get(pk=page.pk)


@pytest.mark.parametrize("comment", ["", "  \n "])
def test_nobody_sends_back_without_a_word_whatever_way_he_takes(page, client, comment):
    page = handed_in(page)
    client.force_login(with_mail("minh", "Người duyệt"))
    state = page.current_workflow_task_state
    step = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", state.pk])
    assert "Ô này bắt buộc" in client.post(step, {"comment": comment}, headers=MODAL).json()["html"]
    with pytest.raises(NoReasonError, match="ghi cần sửa gì"):
        page.current_workflow_task.on_action(state, Editor.objects.get(username="minh"), "reject", comment=comment)
    assert ContentPage.objects.get(pk=page.pk).current_workflow_task_state.status == "in_progress"
    client.post(step, {"comment": SAID})
    assert TaskState.objects.get(pk=state.pk).status == "rejected"


def test_an_approval_needs_no_words(page):
    page = handed_in(page)
    page.current_workflow_task.on_action(page.current_workflow_task_state, with_mail("minh", "Người duyệt"), "approve")
    assert ContentPage.objects.get(pk=page.pk).summary == "Mới."

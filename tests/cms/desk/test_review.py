"""An author and a reviewer understand each other: what is asked for is read on the form, what was done is said."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms.access.upkeep import ensure_access
from cms.models import Editor
from pages.models import ContentPage, HomePage
from tests.editors import in_role
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
SAID = "Thiếu số quyết định"
#: How a form says which version it was opened with.
OPENED = ("loaded_revision_id", "loaded_revision_created_at")


@pytest.fixture
def author() -> Editor:
    """An editor."""
    return person("tac-gia", "Biên tập viên")


@pytest.fixture
def reviewer() -> Editor:
    """A reviewer."""
    return person("nguoi-duyet", "Người duyệt")


@pytest.fixture
def page(author) -> ContentPage:
    """A published page with a change that was handed in."""
    found = make_content(HomePage.objects.get(), "Hướng dẫn")
    found.search_description = "Khác."
    found.save_revision(user=author)
    found.get_workflow().start(found, author)
    return found


def person(name: str, role: str) -> Editor:
    """Somebody in a role."""
    ensure_access()
    found = Editor.objects.create_user(name)
    in_role(found, role)
    return found


def form(client, page: ContentPage) -> BeautifulSoup:
    """The form as it is shown."""
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return BeautifulSoup(answer.content.decode(), "html.parser")


def answer(client, page: ContentPage, action: str) -> str:
    """Presses a button of the review; what the next screen says."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    opened = form(client, page)
    data = {
        **{name: opened.find("input", {"name": name})["value"] for name in OPENED},
        "action-workflow-action": "true",
        "workflow-action-name": action,
        "workflow-action-extra-data": f'{{"comment": "{SAID}"}}',
        "title": page.title,
        "slug": page.slug,
        "search_description": "Khác.",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    said = client.post(address, data, follow=True)
    return BeautifulSoup(said.content.decode(), "html.parser").select_one(".messages").get_text(" ", strip=True)


def test_what_the_reviewer_asks_for_is_read_on_the_form_and_on_the_front_page(client, author, reviewer, page):
    client.force_login(reviewer)
    assert "Đã trả lại “Hướng dẫn” để sửa" in answer(client, page, "reject")
    client.force_login(author)
    assert f"Yêu cầu sửa: {SAID}" in form(client, page).select_one(".messages").get_text(" ", strip=True)
    front = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Yêu cầu sửa:" in front
    assert SAID in front


def test_a_page_that_was_not_sent_back_says_nothing(client, author, page):
    client.force_login(author)
    assert "Yêu cầu sửa" not in form(client, page).get_text()


def test_approving_says_that_the_page_is_published(client, reviewer, page):
    client.force_login(reviewer)
    said = answer(client, page, "approve")
    assert "Đã duyệt và công bố “Hướng dẫn”." in said
    assert "cập nhật" not in said
    assert ContentPage.objects.get(pk=page.pk).search_description == "Khác."


def buttons(client, page: ContentPage) -> list[str]:
    """The buttons at the foot of the form in their order."""
    foot = form(client, page).select("footer button[type=submit], footer button.button, footer a.button")
    return [" ".join(button.get_text(" ", strip=True).split()) for button in foot]


def test_who_reviews_finds_approving_first_and_no_button_that_cancels_silently(client, reviewer, page):
    client.force_login(reviewer)
    shown = buttons(client, page)
    assert (shown[0], shown[2]) == ("Duyệt và công bố", "Yêu cầu sửa")
    assert "Công bố" not in shown


def test_a_reviewer_is_led_to_what_was_changed_first(client, reviewer, page):
    client.force_login(reviewer)
    newest, compared = (
        reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", to])
        for to in ("latest", page.latest_revision_id)
    )
    front = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content.decode(), "html.parser")
    assert front.select_one("#awaiting-review-section tbody a, [id^=panel-awaiting-review] tbody a")["href"] == newest
    told = form(client, page).select_one(".messages")
    assert told.select_one(f"a[href='{compared}']").get_text(strip=True) == "So sánh với bản đang công bố"
    assert client.get(compared).status_code == 200


def test_the_author_is_not_asked_to_compare_what_waits(client, author, page):
    client.force_login(author)
    assert "chờ bạn duyệt" not in form(client, page).get_text()


def test_giving_the_review_up_is_the_last_thing_offered_for_a_page_that_was_sent_back(client, author, reviewer, page):
    client.force_login(reviewer)
    answer(client, page, "reject")
    client.force_login(author)
    shown = buttons(client, page)
    cancelling = [place for place, text in enumerate(shown) if "quy trình duyệt" in text.lower()]
    assert cancelling
    assert min(cancelling) > len(shown) - 1 - len(cancelling), shown


def test_without_a_review_the_buttons_are_as_they_were(client, reviewer):
    client.force_login(reviewer)
    assert "Công bố" in " ".join(buttons(client, make_content(HomePage.objects.get(), "Khác")))

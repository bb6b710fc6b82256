"""Giving up a draft: citizens' text is the newest again, for whoever may edit, and the history tells of it."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import PageLogEntry

from cms.desk.discarding import DISCARD_URL, LABEL
from pages.four_eyes.shown import seal_of_draft
from pages.models import NewsIndexPage, NewsPage
from tests.editors import saved_over
from tests.pages.factories import make_news

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(news, opened) -> NewsPage:
    """The news with a draft of Lan's beside its public text."""
    assert opened("lan").send(title="Lịch của Lan").status_code == 302
    news.refresh_from_db()
    return news


def give_up(client, page, draft=None):
    """Presses the button of the screen that shows this version of the draft."""
    url = reverse(DISCARD_URL, args=[page.pk])
    page.refresh_from_db()
    return client.post(url, {"draft": draft or seal_of_draft(page)})


def test_the_public_text_is_the_newest_again(draft, person):
    assert give_up(person("minh"), draft).status_code == 302
    draft.refresh_from_db()
    assert (draft.live, draft.has_unpublished_changes) == (True, False)
    assert draft.get_latest_revision_as_object().title == "Lịch tiếp công dân"
    assert draft.latest_revision.as_object().title == "Lịch tiếp công dân"
    assert draft.latest_revision == draft.revisions.order_by("created_at", "pk").last()


def test_the_screen_shows_what_would_be_lost_and_changes_nothing(draft, person):
    shown = person("minh").get(reverse(DISCARD_URL, args=[draft.pk])).content.decode()
    assert "của Lan" in shown
    draft.refresh_from_db()
    assert draft.has_unpublished_changes


def test_the_history_tells_who_gave_it_up(draft, person):
    client = person("minh")
    give_up(client, draft)
    entry = PageLogEntry.objects.get(action="portal.discard_draft")
    assert (entry.user.username, entry.page_id) == ("minh", draft.pk)
    assert "Đã bỏ bản nháp" in client.get(reverse("wagtailadmin_pages:history", args=[draft.pk])).content.decode()


def test_a_draft_that_was_saved_again_meanwhile_is_not_given_up_unseen(draft, person, opened):
    seen = seal_of_draft(draft)
    opened("lan").send(title="Lan sửa nữa")
    give_up(person("minh"), draft, seen)
    draft.refresh_from_db()
    assert draft.get_latest_revision_as_object().title == "Lan sửa nữa"


def test_nor_is_one_that_its_form_has_saved_by_itself_under_the_same_number(draft, person):
    client = person("minh")
    shown = client.get(reverse(DISCARD_URL, args=[draft.pk])).content.decode()
    seen = BeautifulSoup(shown, "html.parser").select_one("input[name=draft]")["value"]
    saved = saved_over(draft, title="Lan gõ tiếp")
    give_up(client, draft, seen)
    draft.refresh_from_db()
    assert (draft.latest_revision_id, draft.get_latest_revision_as_object().title) == (saved.pk, "Lan gõ tiếp")


def test_what_waited_for_a_reviewer_waits_no_more(news, person, opened):
    opened("lan").send("submit", title="Lịch của Lan")
    news.refresh_from_db()
    assert give_up(person("duyet", "Người duyệt"), news).status_code == 302
    news.refresh_from_db()
    assert news.current_workflow_state is None


def test_who_may_not_edit_may_not_give_up(draft, person):
    assert give_up(person("can-bo", "Cán bộ một cửa"), draft).status_code == 302
    draft.refresh_from_db()
    assert draft.has_unpublished_changes


def test_a_page_that_somebody_has_locked_keeps_its_draft(draft, person):
    NewsPage.objects.filter(pk=draft.pk).update(locked=True)
    give_up(person("minh"), draft)
    draft.refresh_from_db()
    assert draft.has_unpublished_changes


def test_it_is_offered_only_where_there_is_a_draft(news, opened, person):
    def menu() -> str:
        return person("lan").get(reverse("wagtailadmin_pages:edit", args=[news.pk])).content.decode()

    assert LABEL not in menu()
    opened("lan").send(title="Lịch của Lan")
    assert reverse(DISCARD_URL, args=[news.pk]) in menu()


def test_of_a_page_that_was_never_published_it_means_deleting(news, person):
    new = make_news(NewsIndexPage.objects.get(), "Tin chưa đăng")
    NewsPage.objects.filter(pk=new.pk).update(live=False, has_unpublished_changes=True, first_published_at=None)
    shown = person("lan").get(reverse("wagtailadmin_pages:edit", args=[new.pk])).content.decode()
    assert reverse(DISCARD_URL, args=[new.pk]) not in shown
    assert f'href="{reverse("wagtailadmin_pages:delete", args=[new.pk])}"' in shown

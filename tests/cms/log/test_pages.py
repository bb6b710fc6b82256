"""What editors do to pages stands in the log, with what the draft and the public text said before."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from agencies.models import Agency
from audit.models import LogRow
from audit.verifying import verify
from pages.models import NewsPage
from tests.editors import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def news(portal) -> NewsPage:
    """A piece of news that is public."""
    page = portal[2].add_child(instance=NewsPage(title="Diều bay", summary="Hội diều."))
    page.save_revision().publish()
    return page


def _post(client, page, **typed):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    return client.post(address, form.dict() | {"body-count": "0"} | typed, headers={"x-forwarded-for": "192.0.2.7"})


def test_a_draft_and_its_publication_tell_who_what_and_both_values(news):
    editor = signed_in("Biên tập viên")
    assert _post(editor, news, title="Diều đã bay").status_code == 302
    row = LogRow.objects.get()
    assert (row.action, row.actor_name, row.address) == ("wagtail.edit", "nguoi-Biên tập viên", "192.0.2.7/32")
    assert (row.kind, row.key, row.name) == ("pages.newspage", str(news.pk), "Diều đã bay")
    assert row.changed["title"] == ("Diều bay", "Diều đã bay")
    _post(editor, news, summary="Hội diều lớn.")
    edited = LogRow.objects.order_by("number").last()
    assert (edited.action, edited.changed["summary"]) == ("wagtail.edit", ("Hội diều.", "Hội diều lớn."))
    assert "title" not in edited.changed
    _post(signed_in("Người duyệt"), news, **{"action-publish": "1"})
    renamed, published = LogRow.objects.filter(actor_name="nguoi-Người duyệt").order_by("number")
    assert renamed.action == "wagtail.rename"
    assert published.action == "wagtail.publish"
    assert published.changed["title"] == ("Diều bay", "Diều đã bay")
    assert published.changed["summary"] == ("Hội diều.", "Hội diều lớn.")
    assert verify().fault is None


def test_a_save_over_ones_own_draft_tells_what_the_draft_said(news):
    editor = signed_in("Biên tập viên")
    _post(editor, news, title="Một")
    news.refresh_from_db()
    _post(editor, news, title="Hai", overwrite_revision_id=str(news.latest_revision_id))
    assert LogRow.objects.order_by("-number").first().changed["title"] == ("Một", "Hai")


def test_unpublishing_and_deleting_are_told(news):
    reviewer = signed_in("Người duyệt")
    reviewer.post(reverse("wagtailadmin_pages:unpublish", args=[news.pk]), {"reason": "Tin đã cũ, đăng nhầm."})
    actions = LogRow.objects.order_by("number").values_list("action", flat=True)
    assert list(actions) == ["portal.take_off", "wagtail.unpublish"]


def test_the_account_and_its_agency_are_kept_as_they_were(news):
    editor = signed_in("Biên tập viên")
    user = editor.get(reverse("wagtailadmin_home")).wsgi_request.user
    user.agency = Agency.objects.create(name="Sở Gió", kind="department")
    user.first_name, user.last_name = "Lan", "Lê"
    user.save()
    _post(editor, news, title="Một")
    user.delete()
    row = LogRow.objects.get(action="wagtail.edit")
    assert (row.actor, row.actor_name, row.actor_agency) == (row.actor, "Lê Lan (nguoi-Biên tập viên)", user.agency_id)


def test_what_readers_and_the_portal_itself_do_is_no_matter_of_the_log(news, client):
    client.get(news.get_url())
    client.get("/tim-kiem/?q=diều")
    news.title = "Ba"
    news.save_revision(log_action=True).publish()
    assert not LogRow.objects.exists()

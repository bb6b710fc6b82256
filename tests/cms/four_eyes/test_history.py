"""The history calls a draft what waits to be published, and the public text no draft."""

import pytest
from django.urls import reverse

from pages.models import ContentPage, HomePage
from tests.cms.four_eyes.test_every_way import at_the_desk, person
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
DRAFT, PUBLIC = "Bản nháp hiện tại", "Bản đang công bố"


def test_what_was_published_is_no_draft_any_more():
    lan, minh = person("lan", "Biên tập viên"), person("minh", "Người duyệt")
    page = make_content(HomePage.objects.get(), "Hướng dẫn")
    page.summary = "Nộp ở quầy số 2."
    page.save_revision(user=lan, log_action=True)
    address = reverse("wagtailadmin_pages:history", args=[page.pk])
    shown = at_the_desk(lan).get(address).content.decode()
    assert DRAFT in shown
    ContentPage.objects.get(pk=page.pk).latest_revision.publish(user=minh)
    shown = at_the_desk(lan).get(address).content.decode()
    assert (DRAFT in shown, PUBLIC in shown) == (False, True)

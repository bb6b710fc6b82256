"""From every screen of the desk the person can be changed in one press."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from agencies.models import Role
from cms.access.upkeep import ensure_access
from tests.editors import browser_of, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def _change_of_person(page: str) -> dict:
    """What the menu says of it."""
    sidebar = json.loads(BeautifulSoup(page, "html.parser").select_one("#wagtail-sidebar-props").string)
    return next(part for part in _parts(sidebar) if isinstance(part, dict) and part.get("name") == "change-person")


def _parts(tree):
    yield tree
    for part in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from _parts(part)


def test_the_next_person_signs_in_and_is_led_to_the_screen_of_the_former(client):
    ensure_access()
    browser = browser_of(member(Role.WRITER))
    here = reverse("log_report")
    item = _change_of_person(browser.get(here).content.decode())
    assert (item["label"], item["method"]) == ("Đổi người", "POST")
    answer = browser.post(item["action"])
    assert answer.url == f"{reverse('account_login')}?next={here.replace('/', '%2F')}"
    assert browser.get(here).status_code == 302


def test_a_link_signs_nobody_out():
    ensure_access()
    browser = browser_of(member(Role.WRITER))
    item = _change_of_person(browser.get(reverse("log_report")).content.decode())
    browser.get(item["action"])
    assert browser.get(reverse("log_report")).status_code == 200

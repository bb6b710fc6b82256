"""Whoever hears a form of the desk is told what several boxes or buttons of one name are about."""

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.auth.models import Group
from django.urls import reverse

from agencies.models import Agency, Role
from cms.access.giving import give
from cms.access.upkeep import ensure_access
from cms.models import Editor
from procedures_catalog.models import ProcedureIndexPage
from tests.editors import browser_of, member

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(portal):
    ensure_access()
    Group.objects.create(name="Nhóm của tỉnh")
    return browser_of(Editor.objects.create_superuser("goc"))


@pytest.fixture
def editor(browser) -> Editor:
    agency = Agency.objects.create(name="Sở Gió", kind="department")
    person = member(Role.WRITER, agency, "lan")
    give(person, Role.CHECKER, agency)
    return person


def shown(browser, address: str) -> BeautifulSoup:
    return BeautifulSoup(browser.get(address).content, "html.parser")


def boxes(page: BeautifulSoup) -> list[Tag]:
    """The boxes and buttons that share their name with another, and lists of one that may be ticked."""
    every = page.select("input[type=checkbox][name], input[type=radio][name]")
    names = [each["name"] for each in every]
    return [each for each in every if names.count(each["name"]) > 1 or each["name"] == "groups"]


def named(box: Tag, page: BeautifulSoup) -> str:
    """What the group around it is called; "" where there is none."""
    legend = box.find_parent("fieldset")
    if legend and legend.legend:
        return legend.legend.get_text(strip=True)
    group = box.find_parent(attrs={"role": ("group", "radiogroup")})
    label = page.find(id=group["aria-labelledby"]) if group else None
    return label.get_text(strip=True) if label else ""


def groups(page: BeautifulSoup) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for box in boxes(page):
        found.setdefault(box["name"], set()).add(named(box, page))
    return found


def test_the_roles_of_an_account_are_told_apart(browser, editor):
    wanted = {
        "roles": {"Vai trò ở cơ quan ấy"},
        "portal_roles": {"Vai trò của toàn cổng"},
        "groups": {"Nhóm khác"},
    }
    for address in (reverse("wagtailusers_users:add"), reverse("wagtailusers_users:edit", args=[editor.pk])):
        page = shown(browser, address)
        assert groups(page) == wanted
        tabs = [tab.get_text(" ", strip=True) for tab in page.select(".w-tabs__tab")]
        assert any(tab.startswith("Quản trị cổng, nhóm khác") for tab in tabs), tabs


@pytest.mark.parametrize("screen", ["wagtailadmin_explore", "deputies", "log_report", "reviewed_accounts"])
def test_every_list_of_boxes_of_the_desks_own_screens_has_a_name(browser, editor, screen):
    of = {"deputies": [editor.pk], "wagtailadmin_explore": [ProcedureIndexPage.objects.get().pk]}
    found = groups(shown(browser, reverse(screen, args=of.get(screen, []))))
    assert "" not in set().union(*found.values()), found
    assert found or screen not in of

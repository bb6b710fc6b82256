"""What the door of the desk and its forms do for somebody of another agency, kind by kind."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path, reverse
from django.utils.functional import SimpleLazyObject

from agencies.models import Role
from cms.access.giving import give
from cms.access.walls.choosing import NAMELESS_FILE
from cms.access.walls.door import WallsMiddleware
from cms.access.walls.pages import NAMELESS, looking
from cms.access.walls.part import part_of
from cms.access.walls.table import GROUPS, WALLS
from cms.models import Editor
from pages.desk.brought_in import REFUSED
from pages.models import NewsPage
from tests.cms.access.matrix.addresses import registered
from tests.cms.desk.form import DeskForm
from tests.editors import browser_of, member

pytestmark = pytest.mark.django_db

#: Addresses of the desk that lead nowhere, for anybody.
NOWHERE = {
    "django.views.defaults.page_not_found",
    "django.views.generic.base.TemplateView",
    "wagtail.admin.views.home.default",
    "wagtailadmin_error_test",
}


def test_every_address_of_the_desk_says_how_it_is_walled():
    names = {each.name for each in registered() if each.route.startswith("quan-tri/")} - NOWHERE
    assert {name for name in names if name not in WALLS and not name.startswith(tuple(GROUPS))} == set()


def test_no_wall_is_left_of_an_address_that_is_gone():
    names = {each.name for each in registered() if each.route.startswith("quan-tri/")}
    assert set(WALLS) - names == set()
    assert {group for group in GROUPS if not any(name.startswith(group) for name in names)} == set()


def _asked(editor: Editor, name: str) -> HttpResponse | None:
    """What the door answers before a screen that nobody declared; None: it lets pass."""
    request = RequestFactory().get("/quan-tri/man-hinh-moi/")
    request.user = SimpleLazyObject(lambda: editor)
    request.resolver_match = path("man-hinh-moi/", HttpResponse, name=name).resolve("man-hinh-moi/")
    return WallsMiddleware(lambda _request: HttpResponse()).process_view(request, None, (), {})


def test_a_screen_that_nobody_declared_is_shut_to_who_works_for_one_agency(communes):
    answer = _asked(Editor.objects.get(username="publisher-1"), "man_hinh_moi")
    assert answer is not None
    assert answer.status_code == 404


def test_it_is_open_to_the_portals_administrator(communes):
    assert _asked(Editor.objects.create_superuser("sieu"), "man_hinh_moi") is None


def test_what_is_anothers_is_answered_as_what_is_not_there(browser, theirs):
    there, nowhere = (reverse("wagtailadmin_pages:edit", args=[number]) for number in (theirs.draft.pk, 99_999))
    answers = [browser().get(address) for address in (there, nowhere)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content.replace(b"99999", str(theirs.draft.pk).encode())


def test_a_group_of_rights_without_a_role_opens_nothing(ours):
    group = Group.objects.create(name="Nhóm làm bằng tay")
    group.permissions.set(Permission.objects.filter(codename="access_admin"))
    person = Editor.objects.create_user("lan")
    person.groups.add(group)
    assert browser_of(person).get(reverse("wagtailadmin_pages:edit", args=[ours.draft.pk])).status_code == 404


@pytest.mark.parametrize("role", [Role.WRITER, Role.PUBLISHER])
def test_the_chooser_offers_what_everybody_reads_and_ones_own(browser, ours, theirs, role):
    address = reverse("wagtailadmin_choose_page_child", args=[theirs.numbers["shelf"]])
    html = browser(role).get(address).json()["html"]
    assert theirs.public.title in html
    assert theirs.secret not in html
    own = browser(role).get(reverse("wagtailadmin_choose_page_child", args=[ours.numbers["shelf"]])).json()["html"]
    assert ours.draft.title in own


def test_a_link_typed_to_anothers_page_is_called_as_the_public_reads_it(browser, theirs):
    url = theirs.public.get_url()
    answer = browser().post(reverse("wagtailadmin_choose_page_external_link"), {"external-link-chooser-url": url})
    assert theirs.secret not in answer.content.decode()


def test_a_picture_of_another_agency_is_not_brought_into_a_page_by_its_number(browser, ours, theirs):
    form = DeskForm.open(browser(Role.WRITER), ours.numbers["news"])
    answer = form.send(image=str(theirs.numbers["image"]), image_alt="Diều")
    html = answer.content.decode()
    assert REFUSED in html
    assert NAMELESS_FILE in html
    assert theirs.secret not in html
    assert NewsPage.objects.get(pk=ours.numbers["news"]).get_latest_revision_as_object().image is None


def test_ones_own_picture_is(browser, ours):
    form = DeskForm.open(browser(Role.WRITER), ours.numbers["news"])
    assert form.send(image=str(ours.numbers["image"]), image_alt="Diều").status_code == 302
    held = NewsPage.objects.get(pk=ours.numbers["news"]).get_latest_revision_as_object()
    assert held.image_id == ours.numbers["image"]


def test_what_stood_in_a_page_before_stays_in_it(browser, ours, theirs):
    page = NewsPage.objects.get(pk=ours.numbers["news"])
    page.image_id, page.image_alt = theirs.numbers["image"], "Diều"
    page.save_revision()
    form = DeskForm.open(browser(Role.WRITER), page.pk)
    assert form.send(title="Tên khác").status_code == 302


def test_a_page_that_nobody_may_know_has_no_name_in_a_form(browser, theirs, rf):
    person = Editor.objects.get(username="writer-1")
    request = rf.get("/quan-tri/")
    request.user = person
    with looking(request):
        assert theirs.draft.get_admin_display_title() == NAMELESS
        assert theirs.public.get_admin_display_title() == theirs.public.title
    assert theirs.draft.get_admin_display_title() == theirs.draft.title


def test_who_is_an_officer_of_the_whole_portal_sees_no_more_pages_for_that(ours, theirs):
    writer = member(Role.WRITER, ours.agency, "hai-vai")
    for role in (Role.OFFICER, Role.UNIT_ADMIN):
        give(writer, role, None)
    writer = Editor.objects.get(pk=writer.pk)
    assert part_of(writer).owns(ours.draft)
    assert not part_of(writer).owns(theirs.draft)

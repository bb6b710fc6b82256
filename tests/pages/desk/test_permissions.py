"""Rights over a page are Wagtail's; only the way to tell them is shorter."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, PagePermissionTester

from cms.access.upkeep import ensure_access
from cms.models import Editor
from pages.desk.permissions import LeafPermissionTester
from pages.models import ContentPage, HomePage
from tests.editors import ROLES, in_role
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
QUESTIONS = [name for name in dir(PagePermissionTester) if name.startswith("can_") and not name.endswith("_to")]


def people() -> list[Editor]:
    """One for each role, an administrator, one who has left and one without any role."""
    ensure_access()
    found = [
        Editor.objects.create_superuser("quan-tri"),
        Editor.objects.create_user("khong-vai-tro"),
        Editor.objects.create_superuser("da-nghi", is_active=False),
    ]
    for number, role in enumerate(ROLES):
        person = Editor.objects.create_user(f"nguoi-{number}")
        in_role(person, role)
        found.append(person)
    return found


def some_pages() -> list:
    """A page with others below it, a published and an unpublished one with none."""
    home = HomePage.objects.get()
    live, draft = make_content(home, "Đã công bố"), make_content(home, "Chưa công bố")
    draft.unpublish()
    return [home, live, ContentPage.objects.get(pk=draft.pk)]


def test_each_person_may_do_with_each_page_what_wagtail_says():
    for person in people():
        for page in some_pages():
            ours, wagtails = LeafPermissionTester(person, page), PagePermissionTester(person, page)
            if not ours.is_closed:
                told = [(name, getattr(ours, name)()) for name in QUESTIONS]
                assert told == [(name, getattr(wagtails, name)()) for name in QUESTIONS]


def test_with_a_closed_page_nothing_may_be_done_whatever_rights_are_given_there():
    home, *others = some_pages()
    person = Editor.objects.create_user("khong-vai-tro")
    group = Group.objects.create(name="Mọi quyền")
    for right in Permission.objects.filter(content_type__app_label="wagtailcore", content_type__model="page"):
        GroupPagePermission.objects.create(group=group, page=home, permission=right)
    person.groups.add(group)
    below = {"can_add_subpage", "can_publish_subpage"}
    for page in (home, *others):
        may = {name for name in QUESTIONS if getattr(page.permissions_for_user(person), name)()}
        assert may <= (below if page.live else set())


def test_nothing_is_asked_about_what_stands_below_a_page_without_children(django_assert_num_queries):
    editor, (_, live, draft) = people()[-2], some_pages()
    rights = [page.permissions_for_user(editor) for page in (live, draft)]
    assert not any(each.is_closed for each in rights)
    with django_assert_num_queries(0):
        assert [each.can_delete() for each in rights] == [False, True]

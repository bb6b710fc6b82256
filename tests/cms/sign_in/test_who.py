"""The account of a request comes with what every screen asks of it, and may what it may."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.users.models import UserProfile

from cms.models import Editor
from cms.sign_in.who import AccountBackend

pytestmark = pytest.mark.django_db


@pytest.fixture
def account() -> Editor:
    """Somebody with one right of his own and one by two groups."""
    account = Editor.objects.create_user("nguoi-viet")
    account.user_permissions.add(Permission.objects.get(codename="change_sector"))
    for name in ("nhom-mot", "nhom-hai"):
        group = Group.objects.create(name=name)
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        account.groups.add(group)
    return account


def test_rights_of_ones_own_and_of_groups_are_one_question(account, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert account.has_perm("procedures_catalog.change_sector")
        assert account.has_perm("wagtailadmin.access_admin")
        assert not account.has_perm("procedures_catalog.delete_sector")


def test_who_was_disabled_has_no_right_and_does_not_come_in(account):
    account.is_active = False
    account.save()
    assert AccountBackend().get_user(account.pk) is None
    assert not account.get_all_permissions()


def test_an_account_that_is_no_more_does_not_come_in():
    assert AccountBackend().get_user(0) is None


def test_an_account_comes_with_its_profile(account, django_assert_num_queries):
    UserProfile.objects.create(user=account, preferred_language="vi")
    with django_assert_num_queries(1):
        assert AccountBackend().get_user(account.pk).wagtail_userprofile.preferred_language == "vi"

"""Rights that an administrator gives are named in Vietnamese."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from wagtail import hooks

from cms.desk.permission_names import name_permissions
from tests.browser.syllables import foreign_words

pytestmark = pytest.mark.django_db


def shown() -> list[Permission]:
    """The rights that the desk offers for a group."""
    return [permission for hook in hooks.get_hooks("register_permissions") for permission in hook()]


def test_no_right_that_is_offered_has_an_english_name():
    assert [right.name for right in shown() if foreign_words(right.name)] == []
    assert len(shown()) > 30


def test_a_right_is_named_after_what_it_allows():
    names = dict(Permission.objects.values_list("codename", "name"))
    assert names["add_sector"] == "Thêm lĩnh vực"
    assert names["publish_page"] == "Công bố mọi trang"


def test_a_name_that_came_back_in_english_is_written_anew():
    Permission.objects.filter(codename="add_sector").update(name="Can add sector")
    name_permissions(apps.get_app_config("procedures_catalog"), verbosity=0)
    assert Permission.objects.get(codename="add_sector").name == "Thêm lĩnh vực"

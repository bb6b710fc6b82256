"""The table of rights names what there is, and gives nobody what a role is not for."""

import pytest
from django.contrib.auth.models import Permission

from agencies.models import Role
from cms.access.table import TABLE, WORDS


def test_every_role_stands_in_the_table():
    assert set(TABLE) == set(Role)


@pytest.mark.django_db
def test_every_right_exists():
    named = {name for rights in TABLE.values() for name in rights.everywhere}
    rows = Permission.objects.values_list("content_type__app_label", "codename")
    assert named <= {f"{application}.{codename}" for application, codename in rows}


def test_words_that_all_citizens_meet_are_published_by_who_keeps_the_catalogue_alone():
    for model in WORDS:
        assert {role for role, rights in TABLE.items() if f"search.publish_{model}" in rights.everywhere} == {
            Role.KEEPER
        }


@pytest.mark.parametrize("model", ["sector", "applicantkind", "cataloguesettings", "libraryform"])
def test_what_is_nobodys_alone_is_changed_by_who_keeps_the_catalogue_alone(model):
    right = f"procedures_catalog.change_{model}"
    assert {role for role, rights in TABLE.items() if right in rights.everywhere} == {Role.KEEPER}


def test_only_publishers_publish_pages_and_only_who_writes_or_publishes_adds_any():
    assert {role for role, rights in TABLE.items() if "publish_page" in rights.pages} == {Role.PUBLISHER}
    assert {role for role, rights in TABLE.items() if "add_page" in rights.pages} == {Role.WRITER, Role.PUBLISHER}


def test_an_officer_may_print_and_post_and_nothing_else():
    assert TABLE[Role.OFFICER].everywhere == {"posting.add_postedpaper", "posting.change_postedpaper"}
    assert not TABLE[Role.OFFICER].pages + TABLE[Role.OFFICER].files + TABLE[Role.OFFICER].shared

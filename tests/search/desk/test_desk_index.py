"""The desk's entries follow what is saved, deleted, imported and rebuilt."""

import pytest
from django.core.management import call_command
from django.db import models
from modelsearch.index import get_indexed_models
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from agencies.models import Agency
from procedures_catalog.models import ProcedurePage
from search.desk.index import DeskIndex, table_label
from search.models import DeskEntry
from tests.pages.factories import make_content
from tests.procedures_catalog.factories import bring, national_row

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]


def names() -> set[str]:
    return set(DeskEntry.objects.values_list("name", flat=True))


def test_what_is_saved_again_is_found_by_its_new_name_only(home):
    page = make_content(home, "Trang cũ")
    page.title = "Trang mới"
    page.save()
    assert " trang moi " in names()
    assert " trang cu " not in names()


def test_what_is_deleted_is_gone_with_all_below(home):
    page = make_content(home, "Trang trên")
    make_content(page, "Trang dưới")
    Page.objects.get(pk=page.pk).delete()
    assert not {" trang tren ", " trang duoi "} & names()


def test_a_bulk_import_is_found_by_name_and_code(portal, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        bring(national_row("1.100001"), national_row("1.100002"))
    assert Page.objects.autocomplete("the tha dieu").count() == 2
    for typed in ("1.100002", "1100002", "1.100002.000.00.00.H37", "1.10000"):
        assert "1.100002" in {page.code for page in ProcedurePage.objects.autocomplete(typed)}


def test_a_rebuild_writes_what_is_missing_and_removes_what_is_stale(home):
    page = make_content(home, "Trang")
    call_command("update_index", verbosity=0)
    expected = set(DeskEntry.objects.values_list("model", "object_id", "name", "text"))
    DeskEntry.objects.filter(object_id=page.pk).delete()
    DeskEntry.objects.create(model="wagtailcore.page", object_id=404_404, name=" ma ", text=" ma ")
    DeskEntry.objects.create(model="bang.khongcon", object_id=1, name=" ma ", text=" ma ")
    call_command("update_index", verbosity=0)
    assert set(DeskEntry.objects.values_list("model", "object_id", "name", "text")) == expected


def test_a_thing_named_twice_in_one_portion_is_written_once():
    agency = Agency.objects.create(name="Sở Tư pháp", kind="department")
    get_search_backend().add_bulk(Agency, [agency, agency])
    assert DeskEntry.objects.filter(object_id=agency.pk, model="agencies.agency").count() == 1


def test_resetting_empties_the_index(home):
    assert DeskEntry.objects.exists()
    get_search_backend().reset_indexes()
    assert not DeskEntry.objects.exists()


def test_pages_of_all_types_share_one_label():
    assert {table_label(model) for model in (Page, ProcedurePage)} == {"wagtailcore.page"}


def test_everything_indexed_has_a_whole_number_as_its_key():
    for model in get_indexed_models():
        key = model._meta.pk
        while isinstance(key, models.ForeignKey | models.OneToOneField):
            key = key.target_field
        assert isinstance(key, models.IntegerField), model


def test_all_models_are_in_one_index():
    assert len(list(get_search_backend().all_indexes())) == 1
    assert DeskIndex(get_search_backend()).get_key() == "default"

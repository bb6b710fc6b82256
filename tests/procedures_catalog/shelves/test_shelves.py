"""Shelves are found, or made where an agency has none yet."""

import pytest
from django.db import transaction

from agencies.models import Agency
from procedures_catalog.models import ProcedureIndexPage, ProcedureShelfPage
from procedures_catalog.shelves.shelves import COMMON, Shelves
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]


def test_an_agencys_shelf_is_made_once_and_named_after_it():
    wind = Agency.objects.create(name="Sở Gió", kind="department")
    for _ in range(2):
        with transaction.atomic():
            shelves = Shelves()
            assert {shelves.of(wind.pk).title, shelves.of(None).title} == {"Sở Gió", COMMON}
    assert ProcedureShelfPage.objects.count() == 2
    assert ProcedureIndexPage.objects.get().numchild == 2
    assert ProcedureIndexPage.find_problems() == ([], [], [], [], [])


def test_it_is_known_on_which_shelf_a_page_stands():
    page = published("1.100001")
    with transaction.atomic():
        shelves = Shelves()
        assert shelves.under(page) == shelves.of(None)
        assert shelves.under(shelves.of(None)) == ProcedureIndexPage.objects.get()

"""The demonstration's table: real owners have shelves, and every procedure stands where the table says."""

import json

import pytest

from cms.demo.load import FOLDER
from procedures_catalog.models import OwnerRule, ProcedurePage
from procedures_catalog.shelves.load import load_owners
from procedures_catalog.shelves.owners import count_misplaced, owner_table

pytestmark = pytest.mark.django_db


def test_the_demonstration_stands_on_the_shelves_of_its_owners(demo):
    titles = [page.get_parent().title for page in ProcedurePage.objects.filter(sector__name="Hộ tịch")]
    assert titles.count("Sở Tư pháp") > 5
    assert count_misplaced(owner_table()) == {}


def test_a_table_is_loaded_once(demo):
    data = json.loads((FOLDER / "owners.json").read_text("utf-8"))
    assert load_owners(data) == 0
    assert OwnerRule.objects.count() == len(data["rows"])

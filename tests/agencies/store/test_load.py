"""The made-up province loads, once, and is sound."""

import json
from pathlib import Path

import pytest

from agencies.models import AdministrativeUnit, Agency, AgencySuccession, UnitSuccession
from agencies.store.load import load_agencies, load_units
from tests.clock import today

DEMO = Path(__file__).resolve().parents[3] / "cms" / "demo"

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]


def rows(name: str) -> list[dict]:
    return json.loads((DEMO / f"{name}.json").read_text(encoding="utf-8"))


def test_the_demo_loads_and_the_second_time_writes_nothing():
    units, agencies = rows("units"), rows("agencies")
    assert load_units(units) == len(units) + sum(len(row.get("became", ())) for row in units)
    assert load_agencies(agencies) == len(agencies) + sum(len(row.get("became", ())) for row in agencies)
    assert (load_units(units), load_agencies(agencies)) == (0, 0)


def test_the_demo_would_pass_the_editors_forms():
    load_units(rows("units"))
    load_agencies(rows("agencies"))
    for model in (AdministrativeUnit, UnitSuccession, Agency, AgencySuccession):
        for thing in model.objects.all():
            thing.full_clean()


def test_every_former_place_of_the_demo_has_an_heir():
    load_units(rows("units"))
    load_agencies(rows("agencies"))
    for model, steps in ((AdministrativeUnit, UnitSuccession), (Agency, AgencySuccession)):
        past = model.objects.filter(valid_to__isnull=False).exclude(kind="district")
        standing = steps.objects.standing_in([thing.pk for thing in past], today())
        assert past
        assert all(standing.values())


def test_units_are_corrected():
    row = {"code": "1", "name": "Xã A", "kind": "commune"}
    load_units([row])
    assert load_units([row | {"name": "Xã B", "valid_to": "2025-07-01"}]) == 1
    assert AdministrativeUnit.objects.get().slug == "xa-b"


def test_what_editors_changed_in_an_agency_stays():
    row = {"slug": "so-y-te", "name": "Sở Y tế", "kind": "department", "phone": "1"}
    load_agencies([row])
    Agency.objects.update(phone="2")
    assert load_agencies([row]) == 0
    assert Agency.objects.get().phone == "2"


def test_a_key_that_leads_nowhere_writes_nothing():
    good = {"code": "1", "name": "Tỉnh A", "kind": "province"}
    with pytest.raises(KeyError):
        load_units([good, {"code": "2", "name": "Xã B", "kind": "commune", "parent": "9"}])
    assert not AdministrativeUnit.objects.exists()

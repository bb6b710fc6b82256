"""1,771 = 1,437 + 249 + 85: counters of a day before the district level ended, by days alone and by versions alone."""

from datetime import date

import pytest

from procedures_catalog.models import ProcedureLevel, ProcedurePage, PublishedVersion
from procedures_catalog.versions.noting import note_versions
from tests.procedures_catalog.any_day.read_list import counters, total
from tests.procedures_catalog.any_day.three_levels import OF_LEVEL, bring_three_levels

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
WHILE_THREE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
API = "/api/v1/procedures"


@pytest.fixture
def three_levels(portal):
    bring_three_levels()


def _of_each_level(client, **asked: str) -> tuple[int, dict[str, int]]:
    by_api = {level: client.get(API, {"level": level, **asked}).json()["count"] for level in OF_LEVEL}
    counted = counters(client, "cap", **asked)
    assert {level: count for level, count in by_api.items() if count} == counted
    return total(client, **asked), counted


@pytest.mark.usefixtures("three_levels")
def test_counters_of_a_day_of_three_levels_are_those_of_that_time(client):
    then, after = (_of_each_level(client, ngay=day.isoformat()) for day in (WHILE_THREE, AFTER))
    assert then == (1771, {"province": 1437, "district": 249, "commune": 85})
    assert after == (1771, {"province": 1437, "commune": 85})
    PublishedVersion.objects.all().delete()
    note_versions(ProcedurePage.objects.values_list("pk", flat=True), date(2025, 6, 1))
    ProcedureLevel.objects.all().delete()  # as an import that knows nothing of those levels does
    assert _of_each_level(client, ngay=WHILE_THREE.isoformat()) == then

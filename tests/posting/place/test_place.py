"""Where a paper is for, and whether what it tells of is handed in there."""

import pytest

from agencies.models import AdministrativeUnit, Agency
from posting.place.place import is_handed_in_at
from procedures_catalog.facts.record import ProcedureRecord

HERE = {"levels": ("commune",)}


def counter(kind: str = "commune", address: str = "Số 1, đường Gió") -> Agency:
    """A counter that is nowhere kept."""
    return Agency(name="Một cửa", address=address, unit=AdministrativeUnit(kind=kind))


@pytest.mark.parametrize(
    ("facts", "office", "is_here"),
    [
        (HERE, counter(), True),
        (HERE, counter(address=""), False),
        (HERE, counter("province"), False),
        (HERE, Agency(name="Sở Gió", address="Số 2"), False),
        ({"levels": ("province",)}, counter(), False),
        (HERE | {"receiving_address": "Nhà Mây"}, counter(), False),
    ],
)
def test_only_a_commune_s_known_counter_takes_what_communes_take(facts, office, is_here):
    assert is_handed_in_at(office, ProcedureRecord("1.100001", "Thả diều", **facts)) is is_here

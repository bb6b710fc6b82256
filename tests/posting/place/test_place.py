"""Where a paper is for, and whether what it tells of is handed in there."""

import pytest

from agencies.models import AdministrativeUnit, Agency
from pages.models import PortalSettings
from posting.place.letterhead import head_said
from posting.place.place import header_of, is_handed_in_at
from posting.rules.commune_role import Role


def counter(kind: str = "commune", address: str = "Số 1, đường Gió") -> Agency:
    """A counter that is nowhere kept."""
    return Agency(name="Một cửa", address=address, unit=AdministrativeUnit(kind=kind))


@pytest.mark.parametrize(
    ("role", "office", "is_here"),
    [
        (Role("decides"), counter(), True),
        (Role("receives"), counter(), True),
        (Role("elsewhere"), counter(), False),
        (Role(""), counter(), False),
        (Role("decides"), counter(address=""), False),
        (Role("decides"), counter("province"), False),
        (Role("decides"), Agency(name="Sở Gió", address="Số 2"), False),
    ],
)
def test_only_a_commune_s_known_counter_takes_what_communes_take(role, office, is_here):
    assert is_handed_in_at(office, role) is is_here


def test_the_head_of_a_sheet_has_the_counter_s_note_and_old_heads_miss_none():
    office = Agency(name="Một cửa", note="Sáng thứ Bảy\n chỉ nhận hồ sơ hộ tịch.")
    header = header_of(None, office, PortalSettings(province_name="tỉnh Gió"))
    assert head_said("short", header)["note"] == "Sáng thứ Bảy chỉ nhận hồ sơ hộ tịch."
    assert "note" not in head_said("poster", header)

"""An office is one of the registry's only where its words leave no doubt."""

import pytest

from procedures_catalog.facts.agencies.known_offices import KnownOffice, KnownOffices, said_offices

NAMES = {
    1: "Công an tỉnh Gió",
    2: "Bảo hiểm xã hội tỉnh",
    3: "Chi cục Hải quan khu vực IX",
    4: "Sở Tư pháp tỉnh Gió",
    5: "Phòng Cảnh sát giao thông, Công an tỉnh",
}
CENTRE = "Trung tâm Phục vụ hành chính công"
KNOWN = KnownOffices(
    [
        *(KnownOffice(id_, name) for id_, name in NAMES.items()),
        KnownOffice(6, f"{CENTRE} tỉnh Gió", centre="province"),
        KnownOffice(7, f"{CENTRE} xã Mây", "98001", "commune"),
        KnownOffice(8, "Công an xã Mây", "98001"),
        KnownOffice(9, "Công an xã Mưa", "98002"),
        KnownOffice(10, "Thuế cơ sở 5 tỉnh Gió", "98001"),
    ],
    "Tỉnh Gió",
)


@pytest.mark.parametrize(
    ("office", "found"),
    [
        ("Công an tỉnh", [1]),
        ("Bảo hiểm xã hội tỉnh", [2]),
        ("Chi cục Hải quan khu vực", [3]),
        ("Sở Tư pháp", [4]),
        (f"{CENTRE} tỉnh", [6]),
        (f"{CENTRE} cấp tỉnh", [6]),
        (f"{CENTRE} tỉnh Gió", [6]),
        (f"{CENTRE} cấp xã hoặc tỉnh", [6]),
        (f"{CENTRE} cấp xã", []),
        (f"{CENTRE} tỉnh Mây", []),
        (f"{CENTRE} tỉnh, số 1 đường Gió", []),
        ("Công an tỉnh Mây", []),
        ("Công an cấp xã", []),
        ("Cơ quan Công an", []),
        ("Cơ quan Thuế", []),
        ("Phòng Cảnh sát cơ động, Công an tỉnh", []),
        ("Bộ Công an", []),
    ],
)
def test_a_general_name_is_of_the_one_agency_of_the_province_that_has_it(office, found):
    assert [one.id for one in KNOWN.meant(office)] == found


@pytest.mark.parametrize(
    ("office", "commune", "found"),
    [
        ("Công an cấp xã", "98001", [8]),
        ("Công an cấp xã nơi đăng ký thường trú mới", "98002", [9]),
        ("Thuế cơ sở", "98001", [10]),
        ("Thuế cơ sở", "98002", []),
        ("Công an tỉnh", "98001", [1]),
        ("Ban Chỉ huy quân sự cấp xã", "98001", []),
        (f"{CENTRE} cấp xã hoặc tỉnh", "98001", [7, 6]),
        ("Công an cấp xã", "98003", []),
    ],
)
def test_in_a_commune_it_is_the_commune_s_own(office, commune, found):
    assert [one.id for one in KNOWN.meant(office, commune)] == found


def test_of_two_agencies_of_a_name_none_is_meant():
    twice = KnownOffices([KnownOffice(1, "Công an tỉnh"), KnownOffice(2, "Công an tỉnh")])
    assert twice.meant("Công an tỉnh") == ()


def test_what_each_commune_has_is_told_from_what_the_province_has():
    own = [f"{CENTRE} cấp xã", "trung tâm các cấp", "Công an cấp xã"]
    assert [
        name for name in [*own, "Công an tỉnh", "Ban Chỉ huy quân sự cấp xã"] if KNOWN.differs_by_commune(name)
    ] == own


def test_the_offices_of_a_line():
    assert said_offices("Thường là Công an cấp xã hoặc Công an tỉnh") == ["Công an cấp xã", "Công an tỉnh"]

"""Names of places as people write them, held against the real units of all 34 provinces."""

from functools import cache

import pytest

from agencies.finding.meaning import meaning
from agencies.finding.provinces import PROVINCES
from agencies.finding.reading import NEAR
from agencies.reform.names import province_key
from tests.bench.places.__main__ import GOAL, SEEDS, questions, unknown
from tests.bench.places.judging import RIGHT, WRONG_SILENTLY, judged
from tests.bench.places.lands import Land, lands
from tests.parts import SHARED_DATA

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def every(shared_data) -> list[Land]:
    """The provinces, one after the other."""
    return list(lands(shared_data / "units"))


@cache
def land(province: str) -> Land:
    """One of them."""
    (found,) = lands(SHARED_DATA / "units", [province])
    return found


@pytest.mark.parametrize("seed", SEEDS.values())
def test_of_300_names_nearly_all_lead_to_the_right_communes_and_none_to_a_wrong_one_silently(every, seed):
    verdicts = [judged(one) for one in questions(every, seed)]
    assert len(verdicts) > 300
    assert sum(one.what == RIGHT for one in verdicts) >= GOAL * len(verdicts)
    assert [one.told for one in verdicts if one.what == WRONG_SILENTLY] == []


@pytest.mark.parametrize("seed", SEEDS.values())
def test_a_commune_that_the_list_never_knew_leads_to_none_silently(every, seed):
    assert [one.asked.text for one in map(judged, unknown(every, seed)) if one.what == WRONG_SILENTLY] == []


def test_the_table_of_provinces_says_what_the_units_say(every):
    """But for what ended before they begin."""
    said = {one.key: {province_key(name) for name in one.former} - {"hatai", "thuathienhue"} for one in PROVINCES}
    known = {}
    for one in every:
        names = {province_key(place.name) for place in one.ground.places.values() if place.kind == "province"}
        own = province_key(one.name)
        known[own] = names - {own}
    assert said == known


@pytest.mark.parametrize(
    ("province", "asked", "right"),
    [
        ("Tây Ninh", "Thu Thua, Long An", {"Xã Thủ Thừa"}),
        ("Tây Ninh", "xã Nhị Thành, huyện Thủ Thừa", {"Xã Thủ Thừa", "Xã Nhựt Tảo"}),
        ("Tây Ninh", "Phường 3 Tân An", {"Phường Long An"}),
        ("Tây Ninh", "Phường 3 Tây Ninh", {"Phường Tân Ninh"}),
        ("Hưng Yên", "Đông Hưng, Thái Bình", {"Xã Đông Hưng", "Xã Bắc Đông Hưng", "Xã Nam Đông Hưng", "Phường Trà Lý"}),
        ("Quảng Trị", "xã Hải Phú huyện Bố Trạch tỉnh Quảng Bình", {"Xã Đông Trạch"}),
        ("Quảng Trị", "Hải Phú, Hải Lăng", {"Xã Hải Lăng"}),
        ("Huế", "Phường Vỹ Dạ, TP Huế, Thừa Thiên Huế", {"Phường Vỹ Dạ"}),
        ("Lâm Đồng", "P.1 TP. Đà Lạt", {"Phường Xuân Hương - Đà Lạt"}),
        ("Đắk Lắk", "phường 1 tuy hòa phú yên", {"Phường Tuy Hoà"}),
        ("Đắk Lắk", "xa Ea Hleo, Dak Lak", {"Xã Ea H'Leo"}),
        ("Hồ Chí Minh", "P. Bến Nghé, Q.1, TPHCM", {"Phường Sài Gòn"}),
        ("Hồ Chí Minh", "p. thắng tam, tp vũng tàu", {"Phường Vũng Tàu"}),
        ("Hồ Chí Minh", "côn đảo, bà rịa vũng tàu", {"Đặc khu Côn Đảo"}),
        ("Cần Thơ", "xa an hiep chau thanh soc trang", {"Xã An Ninh"}),
        ("Hà Nội", "phường láng thượng quận đống đa hn", {"Phường Láng"}),
        ("Hà Nội", "Sơn Đồng, Hoài Đức, Hà Tây", {"Xã Sơn Đồng"}),
        ("An Giang", "phu quoc kien giang", {"Đặc khu Phú Quốc"}),
    ],
)
def test_a_place_with_its_superiors(province, asked, right):
    found = meaning(asked, land(province).ground).candidates
    assert right <= {one.today.name for one in found}
    assert not any(one.how == NEAR for one in found)


@pytest.mark.parametrize(
    ("province", "asked"),
    [
        ("Hưng Yên", "Đông Xuân"),
        ("Hưng Yên", "Xã Đông Xuân Huyện Đông Hưng, Tỉnh Thái Bình"),
        ("Hưng Yên", "xã Đông Động, Đông Hưng"),
        ("Hưng Yên", "Đông Hà Đông Hưng Thái Bình"),
        ("Quảng Trị", "xã Hải Thọ, Hải Lăng"),
        ("Quảng Trị", "Hải Thiện"),
        ("Hồ Chí Minh", "Phường 10, Quận 3"),
        ("Hồ Chí Minh", "Phường Bình Khánh, Quận 2"),
        ("Hồ Chí Minh", "Phường 17, Phú Nhuận"),
        ("Hà Nội", "phường Trung Phụng, Đống Đa"),
        ("Hà Nội", "Phường Quốc Tử Giám"),
        ("Hà Tĩnh", "xã Thạch Hương, Thạch Hà"),
    ],
)
def test_a_commune_merged_before_2025_is_said_to_be_older_than_the_list(province, asked):
    found = meaning(asked, land(province).ground)
    assert {one.how for one in found.candidates} <= {NEAR}
    assert "danh mục ghi các tên có ngay trước ngày 01/07/2025" in found.sentence


def test_the_district_of_a_commune_merged_before_2025_leads_near_it():
    found = meaning("Xã Đông Xuân Huyện Đông Hưng, Tỉnh Thái Bình", land("Hưng Yên").ground)
    assert "Xã Nam Đông Hưng" in {one.today.name for one in found.candidates}

"""A cell that names levels, agencies, or both is cut where a name begins, and never inside one."""

import itertools

import pytest

from procedures_catalog.files.lists.bodies import agencies_in, level_of, level_places
from procedures_catalog.files.read_national import read_national

CULTURE, FARMS = "Sở Văn hóa, Thể thao và Du lịch", "Sở Nông nghiệp và Môi trường"
ZONES = "Ban Quản lý Khu kinh tế, khu công nghiệp"

#: Cell → levels, agencies.
MIXED = [
    ("Sở Tư pháp, UBND cấp xã", "province commune", ["Sở Tư pháp"]),
    ("UBND cấp xã; Sở Tư pháp", "province commune", ["Sở Tư pháp"]),
    ("Sở Tư pháp và UBND xã/phường/đặc khu", "province commune", ["Sở Tư pháp"]),
    ("- Sở Tư pháp\n- Cấp xã", "province commune", ["Sở Tư pháp"]),
    ("Cấp tỉnh (Sở Tư pháp)", "province", ["Sở Tư pháp"]),
    ("Cấp tỉnh: Sở Tư pháp; Cấp xã: UBND xã", "province commune", ["Sở Tư pháp"]),
    ("Cấp huyện: Phòng Tư pháp", "district", ["Phòng Tư pháp"]),
    ("Cấp xã (Phòng Văn hóa); Cấp tỉnh (Sở Gió)", "province commune", ["Phòng Văn hóa", "Sở Gió"]),
    (f"{CULTURE}, {FARMS}", "province", [CULTURE, FARMS]),
    (f"{CULTURE} & {FARMS}; cấp xã", "province commune", [CULTURE, FARMS]),
    (f"{FARMS}\n{ZONES}\nUBND cấp xã", "province commune", [FARMS, ZONES]),
    ("Sở Tư pháp/Sở Nội vụ", "province", ["Sở Tư pháp", "Sở Nội vụ"]),
    ("Bộ Tư pháp, Sở Tư pháp", "ministry province", ["Bộ Tư pháp", "Sở Tư pháp"]),
    ("Công an cấp tỉnh, Công an cấp xã", "province commune", ["Công an cấp tỉnh", "Công an cấp xã"]),
    ("Sở Tài chính các tỉnh, thành phố", "province", ["Sở Tài chính các tỉnh, thành phố"]),
    ("Sở Tư pháp, xã", "province commune", ["Sở Tư pháp"]),
    ("UBND phường Kinh Bắc, tỉnh Bắc Ninh", "commune", ["UBND phường Kinh Bắc, tỉnh Bắc Ninh"]),
]
ONE_NAME = [
    CULTURE, FARMS, ZONES, "Sở Giáo dục và Đào tạo", "Sở Lao động - Thương binh và Xã hội", "Sở Dân tộc và Tôn giáo",
    "Cục Quản lý Đê điều và Phòng, chống thiên tai", "Cục Trồng trọt và Bảo vệ thực vật", "Sở Khoa học và Công nghệ",
    "Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ", "Sở Công Thương - Tỉnh Đắk Lắk",
    "Cơ quan chuyên môn về thể dục, thể thao thuộc Ủy ban nhân dân cấp tỉnh", "UBND phường Kinh Bắc, tỉnh Bắc Ninh",
]  # fmt: skip
UNKNOWN = [
    ("Sở, ban ngành; Phòng Tư pháp", ["Phòng Tư pháp"]),
    ("Cấp xã; Cấp Trời", ["Cấp Trời"]),
    ("Cấp xã\nabc", ["abc"]),
    ("UBND các cấp", ["UBND các cấp"]),
    ("Trạm kiểm lâm, UBND cấp xã", ["Trạm kiểm lâm"]),
]


@pytest.mark.parametrize(("text", "levels", "agencies"), MIXED)
def test_a_cell_of_levels_and_agencies_says_both(text, levels, agencies):
    places = level_places(text)
    assert (set(places.levels), list(places.agencies), places.unknown) == (set(levels.split()), agencies, ())


@pytest.mark.parametrize("name", ONE_NAME)
def test_a_name_with_commas_and_stays_whole_alone_and_among_others(name):
    for text in (name, f"{name}, UBND cấp xã", f"Sở Tư pháp và {name}", f"Sở Tư pháp\n{name}"):
        assert name in agencies_in(text).agencies


@pytest.mark.parametrize(("text", "unknown"), UNKNOWN)
def test_what_is_no_level_and_no_agency_of_a_level_is_named(text, unknown):
    assert list(level_places(text).unknown) == unknown


def test_in_a_column_of_agencies_bodies_of_a_level_are_agencies_by_their_names():
    assert agencies_in("Bộ; cơ quan ngang Bộ; Cấp xã").agencies == ("Bộ", "cơ quan ngang Bộ")
    places = agencies_in("Sở Tư pháp, UBND cấp tỉnh và UBND xã, phường; Phòng Tư pháp")
    assert places.agencies == ("Sở Tư pháp", "UBND cấp tỉnh", "UBND xã, phường", "Phòng Tư pháp")
    assert (places.levels, places.unknown) == ({"province", "commune"}, ())


def test_a_column_of_agencies_keeps_strange_names_and_tells_them():
    assert agencies_in("Tổ chức Gió, Sở Tư pháp").agencies == ("Tổ chức Gió", "Sở Tư pháp")
    assert agencies_in("Tổ chức Gió, Sở Tư pháp").unknown == ("Tổ chức Gió",)


@pytest.mark.parametrize("text", ["", "-", "Không có thông tin", "; ,"])
def test_a_way_to_leave_a_cell_empty_says_nothing(text):
    assert level_places(text) == agencies_in(text)
    assert (level_places(text).levels, level_places(text).unknown) == (frozenset(), ())


# — over the real names —


@pytest.fixture(scope="module")
def real(shared_data):
    """The records of the national list that name one agency."""
    rows = read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz")
    return [row.record for row in rows if len(row.record.executing) == 1]


@pytest.mark.shared
def test_a_level_that_a_real_name_says_is_that_of_its_procedures(real):
    """97 of 100: a few procedures stand in the national list under another level than that of who carries them out."""
    told = [(level_of(record.executing[0]), record.levels) for record in real]
    known = [(level, levels) for level, levels in told if level and levels]
    assert len(known) > 2500
    assert sum(level in levels for level, levels in known) / len(known) > 0.96


@pytest.mark.shared
def test_real_names_stay_whole_and_come_apart_again_when_joined(real):
    names = sorted({record.executing[0] for record in real if len(agencies_in(record.executing[0]).agencies) == 1})
    assert len(names) > 350
    joined = list(zip(names, [*names[97:], *names[:97]], itertools.cycle([", ", "; ", " và ", "\n", "\n- "])))
    apart = [agencies_in(f"{one}{mark}{other}").agencies for one, other, mark in joined]
    right = sum(len(found) == 2 or one == other for found, (one, other, _) in zip(apart, joined, strict=True))
    assert right / len(joined) > 0.97


def test_many_spaces_and_line_ends_between_two_levels_are_one_mark():
    between = " " * 20_000 + "\n" * 20_000 + " \n" * 5_000
    assert level_places(f"Cấp xã{between}Cấp tỉnh").levels == {"commune", "province"}


#: What else people put between two bodies, or lose there.
JOINED = [
    "Sở Y tế UBND cấp xã", "Sở Y tế     UBND cấp xã", "Sở Y tế\\UBND cấp xã", "Sở Y tế·UBND cấp xã",
    "Sở Y tế * UBND cấp xã", "Sở Y tế.UBND cấp xã", "Sở Y tế → UBND cấp xã", "Sở Y tế、UBND cấp xã",
    "1. Sở Y tế 2. UBND cấp xã", "1) Sở Y tế 2) UBND cấp xã", "(1) Sở Y tế; (2) UBND cấp xã",
    "a) Sở Y tế b) UBND cấp xã", "Sở Y tế, cùng UBND cấp xã", "Sở Y tế phối hợp với UBND cấp xã",
    "Sở Y tế và/hoặc UBND cấp xã", "Sở Y tế – UBND cấp xã",
]  # fmt: skip


@pytest.mark.parametrize("cell", JOINED)
def test_no_agency_swallows_the_committee_behind_it(cell):
    assert agencies_in(cell).agencies == ("Sở Y tế", "UBND cấp xã")
    assert level_places(cell).levels == {"province", "commune"}


@pytest.mark.parametrize(
    "name",
    [
        "Chủ tịch UBND cấp xã", "Văn phòng UBND tỉnh", "Phòng Kinh tế thuộc UBND cấp xã", "Cơ quan của UBND tỉnh",
        "Hội đồng nhân dân và UBND cấp xã", "tổ chức được UBND cấp tỉnh giao thẩm định, phê duyệt",
        "Trụ sở UBND cấp xã", "Tổ công tác do UBND tỉnh thành lập",
    ],
)  # fmt: skip
def test_a_committee_that_only_says_whose_is_no_other_agency(name):
    assert len(agencies_in(name).agencies) == 1


@pytest.mark.parametrize(
    ("cell", "levels"),
    [
        ("Cấp thành phố", "province"), ("Cấp Thành phố, cấp xã", "province commune"),
        ("1. Cấp tỉnh 2. Cấp xã", "province commune"),
        ("Cấp tỉnh\\Cấp xã", "province commune"), ("Cấp tỉnh  Cấp xã", "province commune"),
        ("Tỉnh-Xã", "province commune"),
        ("Cấp tỉnh•Cấp xã", "province commune"), ("Cấp tỉnh.Cấp xã", "province commune"),
        ("Bộ/ngành; Tỉnh; Xã/phường", "ministry province commune"),
        ("UBND các xã, phường, đặc khu", "commune"), ("Cấp xã (phường, đặc khu)", "commune"),
        ("CẤP TỈNH / CẤP XÃ", "province commune"),
    ],
)  # fmt: skip
def test_levels_in_more_ways(cell, levels):
    assert level_places(cell).levels == set(levels.split())
    assert not level_places(cell).unknown

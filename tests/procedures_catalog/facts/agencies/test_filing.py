"""Where a procedure is handed in, from what its record names."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.agencies.elsewhere import agencies_said
from procedures_catalog.facts.agencies.filing import filing_of
from procedures_catalog.facts.record import Channel, ProcedureRecord, Step
from procedures_catalog.facts.vocabulary import LEVELS
from procedures_catalog.presenting.answering.where import where_answer

CENTRE = "Trung tâm Phục vụ hành chính công"
COMMUNE, PROVINCE, MINISTRY = ("commune",), ("province",), ("ministry",)


def _filing(levels=(), executing=(), competent=(), address="", **facts):
    named = {"executing": executing, "competent": competent, "receiving_address": address}
    return filing_of(ProcedureRecord("1.100001", "Thả diều", levels=levels, **named, **facts))


@pytest.mark.parametrize(
    ("levels", "executing", "offices", "found_under"),
    [
        (COMMUNE, ("Chủ tịch UBND cấp xã",), (f"{CENTRE} cấp xã",), {"commune"}),
        (PROVINCE, ("Sở Gió",), (f"{CENTRE} tỉnh",), {"province"}),
        (COMMUNE, ("Sở Gió",), (f"{CENTRE} cấp xã hoặc tỉnh",), {"commune", "province"}),
        (COMMUNE, ("Công an cấp Xã",), ("Công an cấp xã",), {"commune"}),
        (MINISTRY, ("Ban chỉ huy quân sự cấp Xã",), ("Ban Chỉ huy quân sự cấp xã",), {"commune"}),
        (COMMUNE, ("Chi cục Hải quan khu vực",), ("Chi cục Hải quan khu vực",), {"other"}),
        (COMMUNE, ("Thuế tỉnh, thành phố", "Thuế cơ sở"), ("Cơ quan Thuế",), {"province", "other"}),
        (COMMUNE, ("Bảo hiểm xã hội cấp Tỉnh", "Bảo hiểm xã hội cấp huyện"), ("Cơ quan Bảo hiểm xã hội",), None),
        (PROVINCE, ("Phòng quản lý xuất nhập cảnh",), ("Phòng quản lý xuất nhập cảnh, Công an tỉnh",), {"province"}),
        (PROVINCE, ("Bộ", "cơ quan ngang Bộ"), ("Bộ, ngành có thẩm quyền",), {"ministry"}),
        (PROVINCE, ("Văn phòng đăng ký đất đai",), (f"{CENTRE} tỉnh", "Văn phòng đăng ký đất đai"), {"province"}),
        (MINISTRY, ("Bộ Gió, Thủ tướng Chính phủ",), ("Bộ Gió",), {"ministry"}),
        ((), ("Cơ quan đại diện ngoại giao",), ("Cơ quan đại diện ngoại giao",), set()),
    ],
)
def test_the_agency_that_is_named_takes_the_papers_or_the_centre_for_it(levels, executing, offices, found_under):
    filing = _filing(levels, executing)
    assert filing.offices == offices
    assert filing.is_certain
    assert found_under in (None, filing.levels)


def test_who_decides_is_asked_only_where_nobody_else_is_named():
    assert _filing(PROVINCE, ("Công an tỉnh",), ("Bộ Công an",)).offices == ("Công an tỉnh",)
    assert _filing(PROVINCE, ("Cơ quan khác",), ("Sở Gió",)).offices == (f"{CENTRE} tỉnh",)
    assert filing_of(ProcedureRecord("1.1", "a", executing=("Sở Gió",)), COMMUNE, ["Công an cấp xã"]).offices == (
        "Công an cấp xã",
    )


def test_an_office_that_others_took_over_is_told_by_the_name_of_today():
    stated = _filing(COMMUNE, address="Sở Giao thông vận tải")
    assert (stated.offices, stated.former) == (("Sở Xây dựng",), ("Sở Giao thông vận tải",))
    named = _filing(MINISTRY, ("Bộ phận Một cửa Bộ Kế hoạch và Đầu tư",))
    assert (named.offices, named.former) == (("Bộ phận Một cửa Bộ Tài chính",), ("Bộ Kế hoạch và Đầu tư",))
    assert _filing(PROVINCE, address="Sở Lao động, Thương binh và Xã hội").offices == ("Sở Nội vụ",)
    assert not _filing(MINISTRY, ("Bộ Giao thông",)).former
    assert where_answer(stated, local=False).detail == "Trước là Sở Giao thông vận tải."


def test_a_stated_place_in_a_district_is_no_place_any_more():
    assert _filing(PROVINCE, ("Sở Gió",), address="Trung tâm hành chính công cấp huyện").offices == (f"{CENTRE} tỉnh",)


def test_the_steps_overrule_a_central_office_that_is_the_address_of_what_is_done_in_the_province():
    steps = (Step("Bước 1", "Người thả diều nộp hồ sơ tại Phòng Quản lý xuất nhập cảnh Công an cấp tỉnh"),)
    far = {"executing": ("Phòng Xuất nhập cảnh",), "address": "Cục Quản lý xuất nhập cảnh, Bộ Công an"}
    near = _filing(PROVINCE, **far, steps=steps)
    assert (near.offices, near.levels) == (("Phòng Xuất nhập cảnh, Công an tỉnh",), {"province"})
    assert (near.is_told, near.is_stated) == (True, False)
    stays = [_filing(PROVINCE, **far), _filing(MINISTRY, **far, steps=steps)]
    both = _filing(PROVINCE, **(far | {"address": f"{far['address']} hoặc Phòng Xuất nhập cảnh"}), steps=steps)
    assert all(filing.is_stated for filing in (*stays, both))


def test_agencies_of_one_province_in_what_holds_everywhere_are_listed_as_each_provinces():
    names = ("Sở Xây dựng - TP.HCM", "Bộ Gió", "Công an TP HCM", "Sở Xây dựng")
    record = ProcedureRecord("1.100001", "Thả diều", decision_number="7/QĐ-BXD", executing=names)
    assert agencies_said(names, record) == ["Sở Xây dựng", "Bộ Gió", "Công an"]
    own = dataclasses.replace(record, decision_number="7/QĐ-UBND", executing=names[:1])
    assert agencies_said(names[:1], own) == ["Sở Xây dựng - TP.HCM"]


def test_near_offices_come_before_far_ones():
    names = ("Cục cảnh sát giao thông", "Công an tỉnh", "Công an cấp Xã")
    assert _filing(COMMUNE, names).offices == ("Công an cấp xã", "Công an tỉnh", "Cục cảnh sát giao thông")


@pytest.mark.parametrize("names", [(), ("Cơ quan khác",), ("Thủ tướng Chính phủ",)])
@pytest.mark.parametrize("level", ["commune", "province", "ministry"])
def test_a_level_alone_tells_only_what_is_usual(level, names):
    filing = _filing((level,), names)
    assert filing.offices
    assert not filing.is_certain
    assert filing.levels == {level}


def test_nothing_known_is_unknown():
    assert _filing().offices == ()
    assert _filing(("district",)).offices == ()


# --- Addresses ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "centres"),
    [
        (f"{CENTRE} tỉnh/xã", {"commune", "province"}),
        (f"{CENTRE} cấp tỉnh (địa chỉ: phường Gió)", {"province"}),
        (f"{CENTRE} tỉnh\n- {CENTRE} các xã, phường", {"commune", "province"}),
        (f"{CENTRE} các cấp", {"commune", "province"}),
        ("UBND xã", {"commune"}),
        ("Công an cấp xã", set()),
        ("Cục Gió, 120 Lê Duẩn\nHoặc trụ sở UBND cấp tỉnh", set()),
        ("Bộ phận tiếp nhận của Văn phòng đăng ký đất đai tại Trung tâm Phục vụ hành chính công tỉnh", {"province"}),
    ],
)
def test_a_stated_address_says_whose_centre_takes_the_papers(address, centres):
    filing = _filing(MINISTRY, ("Cục Gió",), address=address)
    assert filing.is_stated
    assert filing.centres == centres


def test_an_address_without_a_name_gets_that_of_the_agency():
    assert _filing(MINISTRY, ("Cục Gió",), address="119 Nguyễn Sơn").offices == ("Cục Gió, 119 Nguyễn Sơn",)
    assert _filing(PROVINCE, ("Sở Gió",), address="119 Nguyễn Sơn").offices == ("119 Nguyễn Sơn",)


def test_the_commune_s_counter_stands_beside_its_police_where_the_record_says_so():
    note = "Trực tiếp tại trụ sở Công an cấp xã hoặc bộ phận một cửa cấp xã"
    said = _filing(COMMUNE, ("Công an cấp Xã",), channels=(Channel("direct", notes=(note,)),))
    assert said.offices == ("Công an cấp xã", f"{CENTRE} cấp xã")
    assert said.centres == {"commune"}
    assert _filing(COMMUNE, ("Công an cấp Xã",)).centres == set()


# --- What the record's own words tell -------------------------------------------------------------


def _told(sentence, levels=COMMUNE, executing=(), **facts):
    return _filing(levels, executing, steps=(Step("Bước 1:", sentence),), **facts)


@pytest.mark.parametrize(
    ("levels", "executing", "sentence", "offices"),
    [
        # Nobody is named.
        (PROVINCE, (), "Cá nhân nộp 01 bộ hồ sơ đến UBND cấp xã.", (f"{CENTRE} cấp xã",)),
        (PROVINCE, (), "Thương nhân gửi hồ sơ đến Sở Gió nơi đặt trụ sở chính.", (f"{CENTRE} tỉnh",)),
        (MINISTRY, (), "Người dân gửi hồ sơ đến Bộ Gió theo mẫu.", ("Bộ Gió",)),
        (COMMUNE, (), "Cá nhân nộp hồ sơ tại Bộ phận Một cửa.", (f"{CENTRE} cấp xã",)),
        # An office that is far is named: the words win.
        (COMMUNE, ("Bộ Tư lệnh Quân khu",), "Thân nhân nộp hồ sơ cho UBND xã nơi thường trú.", (f"{CENTRE} cấp xã",)),
        (PROVINCE, ("Bộ Gió",), "Nộp tại Trung tâm Phục vụ hành chính công cấp tỉnh.", (f"{CENTRE} tỉnh",)),
        (MINISTRY, ("Cục Gió",), "Nộp tại Bộ phận Một cửa của Bộ Gió.", ("Bộ phận Một cửa của Bộ Gió",)),
        (MINISTRY, ("Đội biên phòng",), "Nộp tại trụ sở Cảng vụ hàng hải.", ("Trụ sở Cảng vụ hàng hải",)),
        # One that is near: both.
        (
            COMMUNE,
            ("Bảo hiểm xã hội cấp huyện",),
            "Cá nhân nộp hồ sơ cho UBND xã.",
            (f"{CENTRE} cấp xã", "Cơ quan Bảo hiểm xã hội"),
        ),
        # A centre is named, and only another receiver told: both.
        (PROVINCE, ("UBND tỉnh",), "Cá nhân nộp hồ sơ đến Cục Mây.", ("Cục Mây", f"{CENTRE} tỉnh")),
        (PROVINCE, ("UBND tỉnh",), "Cá nhân nộp hồ sơ đến Chi cục Mây.", ("Chi cục Mây", f"{CENTRE} tỉnh")),
        # A land office that is not told is nowhere to go.
        (
            COMMUNE,
            ("Văn phòng đăng ký đất đai", "UBND cấp xã"),
            "Cá nhân nộp hồ sơ đến Trung tâm Phục vụ hành chính công.",
            (f"{CENTRE} cấp xã",),
        ),
    ],
)
def test_what_the_steps_tell_is_weighed_against_who_is_named(levels, executing, sentence, offices):
    filing = _told(sentence, levels, executing)
    assert filing.offices == offices
    assert filing.is_certain


def test_what_is_told_with_its_street_is_an_address():
    filing = _told("Nộp tại Bộ phận Một cửa của Bộ Gió, số 37 phố Mưa, Hà Nội hoặc trực tuyến.", MINISTRY, ("Cục Gió",))
    assert filing.offices == ("Bộ phận Một cửa của Bộ Gió, số 37 phố Mưa, Hà Nội",)
    assert filing.is_told
    assert filing.is_stated


def test_an_address_is_nearer_than_any_words():
    assert _told("Nộp hồ sơ đến UBND xã.", address="Nhà Gió").offices == ("Nhà Gió",)


def test_what_agencies_send_to_each_other_tells_nothing():
    assert _told("Ủy ban nhân dân cấp xã gửi hồ sơ đến Bộ Gió.", COMMUNE).offices == (f"{CENTRE} cấp xã",)
    assert not _told("Trong thời hạn 03 ngày, Sở Gió gửi hồ sơ đến Bộ Gió.", PROVINCE).is_certain


def test_all_places_of_an_address_are_said():
    both = _filing(MINISTRY, ("Cục Gió",), address="Cục Gió, 120 Lê Duẩn\nHoặc trụ sở UBND cấp tỉnh")
    assert both.offices == ("Cục Gió, 120 Lê Duẩn", "Trụ sở UBND cấp tỉnh")
    assert both.levels == {"ministry", "province"}
    near = _filing(address=f"{CENTRE} tỉnh: số 1 đường Mưa\n{CENTRE} các xã, phường")
    assert near.offices[1:] == ("trung tâm cấp xã",)


def test_a_counter_that_its_words_leave_nobody_s_is_the_agency_s():
    address = "Văn phòng tiếp nhận và trả kết quả, số 10 đường Mưa"
    assert _filing(MINISTRY, ("Cục Gió",), address=address).offices == (
        "Văn phòng tiếp nhận và trả kết quả, Cục Gió, số 10 đường Mưa",
    )


def test_one_city_s_office_in_everybody_s_procedure_stands_for_each_province_s():
    police = "Phòng Cảnh sát giao thông TP HCM"
    assert _filing(PROVINCE, (police,), decision_number="1/QĐ-BCA").offices == (
        "Phòng Cảnh sát giao thông, Công an tỉnh",
    )
    both = ("Bộ Tư lệnh Quân khu", "Bộ Tư lệnh Thủ đô Hà Nội")
    assert _filing(MINISTRY, both, decision_number="1/QĐ-BQP").offices == ("Bộ Tư lệnh Quân khu",)
    assert _filing(PROVINCE, (police,), decision_number="1/QĐ-UBND").offices == (police,)


NAMES = ("Sở Gió", "Công an cấp xã", "Cơ quan", "Bộ Gió", "UBND cấp xã", "Nhà Mây", "Thuế cơ sở", "")


@given(
    st.sets(st.sampled_from(sorted(LEVELS))),
    st.lists(st.sampled_from(NAMES), max_size=4),
    st.lists(st.sampled_from(NAMES), max_size=4),
    st.text(max_size=60),
    st.text(max_size=60).map("Cá nhân nộp hồ sơ đến UBND xã {} ".format) | st.text(max_size=60),
)
def test_what_is_known_is_found_under_a_level_and_only_the_unknown_has_no_office(
    levels, executing, competent, address, step
):
    filing = _filing(tuple(levels), tuple(executing), tuple(competent), address, steps=(Step("", step),))
    assert filing.centres <= {"commune", "province"}
    assert filing.levels <= set(LEVELS)
    assert bool(filing.offices) or filing.is_certain
    assert all(office.strip() for office in filing.offices)

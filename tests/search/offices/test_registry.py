"""Which questions ask for an office, and for which."""

import pytest

from search.offices.naming import called, head_of
from search.offices.registry import MANY, NOT_THERE, SAY_WHERE, Land, Office, Registry
from vietnamese.fold import fold

PROVINCE, AN, BAC, MAY = 1, 2, 3, 4
LANDS = {
    "phường an": Land((AN,)),
    "an": Land((AN,)),
    "xã bắc": Land((BAC,)),
    "bắc": Land((BAC,)),
    "bản mấy": Land((MAY,)),
    "xã cũ": Land((BAC,), "Xã Cũ: sáp nhập vào Xã Bắc từ 01/07/2025."),
    "miền bắc": Land((BAC,), is_sure=False),
}
UNITS = {PROVINCE: "Tỉnh Núi", AN: "Phường An", BAC: "Xã Bắc", MAY: "Xã Bản Mấy"}


def land(text: str) -> Land | None:
    return next((found for name, found in LANDS.items() if text == name or text == fold(name)), None)


def office(number: int, name: str, unit: int, **more) -> Office:
    level = "province" if unit == PROVINCE else "commune"
    return Office(number, name, unit, UNITS[unit], level, more.pop("today", (number,)), **more)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry(
        [
            office(1, "Ủy ban nhân dân tỉnh", PROVINCE),
            office(2, "Sở Nông nghiệp và Môi trường", PROVINCE),
            office(3, "Bảo hiểm xã hội tỉnh", PROVINCE),
            office(4, "Trung tâm Phục vụ hành chính công tỉnh", PROVINCE),
            office(5, "Ủy ban nhân dân phường An", AN),
            office(6, "Trung tâm Phục vụ hành chính công phường An", AN),
            office(7, "Công an phường An", AN),
            office(8, "Ủy ban nhân dân xã Bắc", BAC),
            office(9, "Công an xã Bắc", BAC),
            office(10, "Ủy ban nhân dân xã Bản Mấy", MAY),
            office(
                *(11, "Sở Tài nguyên và Môi trường", PROVINCE),
                today=(2,),
                became="sáp nhập vào Sở Nông nghiệp và Môi trường từ 01/03/2025",
            ),
            office(12, "Sở Văn hóa, Thể thao và Du lịch", PROVINCE),
        ],
        land,
    )


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("sđt ubnd phường An", "Ủy ban nhân dân phường An"),
        ("Sở Văn hóa, Thể thao và Du lịch ở đâu", "Sở Văn hóa, Thể thao và Du lịch"),
        ("so van hoa the thao va du lich", "Sở Văn hóa, Thể thao và Du lịch"),
        ("so dien thoai uy ban nhan dan phuong an", "Ủy ban nhân dân phường An"),
        ("cho em hỏi Công an phường An ở chỗ nào vậy ạ?", "Công an phường An"),
        ("ca xa bac sdt", "Công an xã Bắc"),
        ("một cửa phường An mấy giờ mở cửa", "Trung tâm Phục vụ hành chính công phường An"),
        ("ttpvhcc tỉnh", "Trung tâm Phục vụ hành chính công tỉnh"),
        ("địa chỉ sở nông nghiệp", "Sở Nông nghiệp và Môi trường"),
        ("so nnmt o dau", "Sở Nông nghiệp và Môi trường"),
        ("bhxh tỉnh", "Bảo hiểm xã hội tỉnh"),
        ("bảo hiểm xã hội nằm chỗ mô rứa", "Bảo hiểm xã hội tỉnh"),
        ("sdt so nong nghiep phong thu y tau ca", "Sở Nông nghiệp và Môi trường"),
        ("số điện thoại bhxh Biên Hoà", "Bảo hiểm xã hội tỉnh"),
        ("thứ bảy uỷ ban nhân dân phường An có làm việc không nhỉ", "Ủy ban nhân dân phường An"),
        ("số điện thoại công an xã Bắc để hỏi làm căn cước", "Công an xã Bắc"),
        ("giờ làm việc", "Trung tâm Phục vụ hành chính công tỉnh"),
    ],
)
def test_who_says_no_more_than_an_office_asks_for_it(registry, text, first):
    assert registry.asked(text).names[0] == first


@pytest.mark.parametrize(
    "text",
    [
        "xin giấy khai sinh ở ubnd phường An",
        "mất căn cước ra công an phường hay xã",
        "một cửa liên thông",
        "bảo hiểm xã hội",
        "bhxh một lần lấy ở đâu",
        "tìm việc làm",
        "thay đổi số điện thoại",
        "đổi số điện thoại ở công an phường An",
        "tố cáo số điện thoại giả công an phường lừa tiền",
        "giấy khai sinh",
        "hồ sơ ở đâu",
        "",
        "... ?",
        "từ " * 30,
    ],
)
def test_who_names_an_office_on_the_way_or_none_at_all_asks_for_a_procedure(registry, text):
    assert registry.asked(text) is None


def test_a_place_alone_means_all_offices_there_and_only_where_it_is_surely_meant(registry):
    assert registry.asked("phường An").names == (
        "Ủy ban nhân dân phường An",
        "Trung tâm Phục vụ hành chính công phường An",
        "Công an phường An",
    )
    assert registry.asked("miền bắc") is None
    assert registry.asked("ubnd miền bắc").names == ("Ủy ban nhân dân xã Bắc",)


def test_a_commune_that_is_no_more_leads_to_the_office_of_today_with_a_sentence(registry):
    asked = registry.asked("ubnd xã cũ")
    assert asked.names == ("Ủy ban nhân dân xã Bắc",)
    assert asked.sentence == "Xã Cũ: sáp nhập vào Xã Bắc từ 01/07/2025."


def test_an_office_that_is_no_more_leads_to_its_heir_with_a_sentence(registry):
    asked = registry.asked("sở tài nguyên và môi trường ở đâu")
    assert asked.names == ("Sở Nông nghiệp và Môi trường",)
    assert asked.sentence.startswith("Sở Tài nguyên và Môi trường: sáp nhập vào Sở Nông nghiệp")


def test_an_office_that_the_registry_does_not_have_there_is_told_with_the_others(registry):
    asked = registry.asked("một cửa xã bắc")
    assert asked.names == ("Ủy ban nhân dân xã Bắc", "Công an xã Bắc")
    assert asked.sentence == NOT_THERE


def test_words_that_say_nothing_may_be_a_place_when_they_are_typed_without_marks(registry):
    assert registry.asked("ubnd ban may").names == ("Ủy ban nhân dân xã Bản Mấy",)


def test_marks_that_are_typed_count(registry):
    assert registry.asked("cống án phường An") is None


def test_the_readers_own_commune_comes_first_where_none_is_named(registry):
    assert registry.asked("công an ở đâu", near="xã bắc").names[0] == "Công an xã Bắc"
    assert registry.asked("ubnd xã", near="xã bắc").names[0] == "Ủy ban nhân dân xã Bắc"
    assert registry.asked("ubnd phường An", near="xã bắc").names[0] == "Ủy ban nhân dân phường An"


def test_without_a_commune_the_provinces_office_comes_first_and_many_are_asked_for_theirs(registry):
    asked = registry.asked("ubnd")
    assert asked.names[0] == "Ủy ban nhân dân tỉnh"
    assert (len(asked.names) > MANY) == (asked.sentence == SAY_WHERE)
    assert registry.asked("ubnd", near="bắc").sentence == ""


def test_the_name_of_an_office_is_what_is_left_without_its_place():
    assert head_of("Công an phường An", "Phường An") == "công an"
    assert head_of("Thuế tỉnh Núi", "Tỉnh Núi") == head_of("Thuế tỉnh", "Tỉnh Núi") == "thuế"
    assert head_of("Sở Y tế", "Tỉnh Núi") == "sở y tế"


def test_a_name_of_several_matters_has_a_beginning_and_initials():
    names = set(called("sở giáo dục và đào tạo"))
    assert {"sở giáo dục", "sở gdđt", "sở gddt", "sở gdvđt"} <= names
    assert set(called("sở y tế")) == {"sở y tế"}

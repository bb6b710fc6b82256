"""What place is meant: any name that it has had, in any spelling, with its superiors; never another one silently."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agencies.finding.ground import Ground, Place
from agencies.finding.meaning import MOST_UNITS, meaning
from agencies.reform.lineage import Edge
from tests.agencies.finding.small_land import ON, edges, land
from vietnamese.days import Span

LAND = land()
EDGES = edges()
HOA_HOI = next(place.id for place in LAND.places.values() if place.name == "Xã Hòa Hội")
ALPHABET = st.sampled_from(
    ["xã ", "p", "3", " ", ",", "thủ ", "thua ", "tân ", "an ", "long ", "thuộc ", "cũ ", "đ", "x", "-"]
)


def leads_to(text: str, ground: Ground = LAND) -> list[str]:
    return list(dict.fromkeys(one.today.name for one in meaning(text, ground).candidates))


def how(text: str) -> set[str]:
    return {one.how for one in meaning(text, LAND).candidates}


@pytest.mark.parametrize(
    "text",
    [
        "Xã Hòa Hội, huyện Châu Thành, tỉnh Tây Ninh",
        "Hòa Hội, Châu Thành",
        "hoà hội",
        "hoa hoi chau thanh tay ninh",
        "HÒA HỘI - CHÂU THÀNH",
        "x. Hòa Hội, h. Châu Thành, t. Tây Ninh",
        "xa hoa hoi h chau thanh",
        "HoaHoi",
        "Tỉnh Tây Ninh, Huyện Châu Thành, Xã Hòa Hội",
        "UBND xã Hòa Hội cũ",
        "xã Hòa Hội thuộc huyện Châu Thành (nay là xã Châu Thành), Việt Nam",
        "hoaf hooji, chaau thanhf",
        "số 12, tổ 3, ấp Tân An, xã Hòa Hội, huyện Châu Thành",
    ],
)
def test_an_old_commune_however_it_is_written(text):
    assert leads_to(text) == ["Xã Châu Thành"]
    assert how(text) <= {"exact", "unmarked"}


@pytest.mark.parametrize(
    ("text", "commune"),
    [
        ("Phường 3 Tân An", "Phường Long An"),
        ("p3 tan an", "Phường Long An"),
        ("P.03, TP. Tân An", "Phường Long An"),
        ("phường III, tp Tân An", "Phường Long An"),
        ("P3 Q. Tân An, Long An", "Phường Long An"),
    ],
)
def test_a_number_is_told_by_its_superior(text, commune):
    assert leads_to(text)[0] == commune


def test_namesakes_are_all_shown():
    assert set(leads_to("phường 3")) == {"Phường Long An", "Phường Tân Ninh"}
    assert meaning("phường 3", LAND).sentence == "Nhiều nơi mang tên này: hãy chọn nơi bạn cần."


def test_a_new_name_with_the_district_and_the_province_of_its_ground():
    for text in ("Thủ Thừa, Long An", "xa thu thua long an", "xã Thủ Thừa, tỉnh Tây Ninh", "Xã Thủ Thừa, H. Thủ Thừa"):
        assert leads_to(text)[0] == "Xã Thủ Thừa"


def test_a_district_leads_to_all_communes_on_its_ground():
    assert set(leads_to("huyện Thủ Thừa, Long An")) == {"Xã Thủ Thừa", "Xã Nhựt Tảo", "Xã Tân Thạnh"}


def test_districts_of_one_name_are_told_apart_by_their_province():
    assert leads_to("Châu Thành, Long An") == ["Xã Tầm Vu"]


def test_a_split_commune_leads_to_both_and_the_commune_of_today_behind_it_to_one():
    assert set(leads_to("Nhị Thành, Thủ Thừa")) == {"Xã Thủ Thừa", "Xã Nhựt Tảo"}
    assert meaning("Nhị Thành", LAND).sentence == "Xã Nhị Thành nay thuộc nhiều xã, phường: hãy chọn nơi bạn cần."
    assert leads_to("xã Nhị Thành (nay là xã Nhựt Tảo)") == ["Xã Nhựt Tảo"]


def test_marks_count_for_whoever_types_them():
    assert set(leads_to("tan thanh")) == {"Xã Tân Thạnh"}
    assert {one.asked.name for one in meaning("tan thanh", LAND).candidates} == {"Xã Tân Thành", "Xã Tân Thạnh"}
    assert {one.asked.name for one in meaning("Tân Thành", LAND).candidates} == {"Xã Tân Thành"}


@pytest.mark.parametrize(
    "text",
    [
        "Hòa Hộ",
        "Hòa Hộii",
        "Hòa Họi",
        "hao hoi",
        "hoa hoif",
        "Hòa Hộis, Châu Thành",
        "xax Hòa Hội",
        "Hòa Hội, huyen Châu Thàn",
    ],
)
def test_a_slip_is_asked_back(text):
    assert leads_to(text) == ["Xã Châu Thành"]
    assert how(text) == {"near"}
    assert meaning(text, LAND).sentence.endswith("Có phải ý bạn là:")


def test_a_number_is_never_a_slip():
    assert leads_to("phường 13") == []


def test_a_type_that_none_of_that_name_has_is_asked_back():
    assert how("phường Bình Khánh") == {"near"}
    assert how("xã Bình Khánh") == {"exact"}


def test_the_whole_name_of_today_with_its_type_means_no_other_type():
    assert {one.asked.name for one in meaning("xa thu thua long an", LAND).candidates} == {"Xã Thủ Thừa"}
    assert {one.asked.kind for one in meaning("thu thua long an", LAND).candidates} == {"commune", "district"}


def test_a_superior_that_contradicts_excludes_and_what_lies_there_is_asked_back():
    found = meaning("Nhị Thành, huyện Châu Thành, Long An", LAND)
    assert [(one.asked.name, one.today.name, one.how) for one in found.candidates] == [
        ("Huyện Châu Thành", "Xã Tầm Vu", "near")
    ]
    assert found.sentence == (
        "Không có “nhị thành” thuộc “huyện châu thành, long an” trong danh mục của cổng (danh mục ghi các tên có ngay "
        "trước ngày 01/07/2025 và từ đó đến nay); tên này có ở: Huyện Thủ Thừa. Có phải ý bạn là:"
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Cái Răng, Cần Thơ", "Bạn ghi thành phố Cần Thơ; cổng này là của tỉnh Tây Ninh."),
        ("dong hung thai binh", "Tỉnh Thái Bình nay thuộc tỉnh Hưng Yên; cổng này là của tỉnh Tây Ninh."),
        ("Nhị Thành, tp hcm", "Bạn ghi thành phố Hồ Chí Minh; cổng này là của tỉnh Tây Ninh."),
        ("tỉnh Long An", "Tỉnh Long An nay thuộc tỉnh Tây Ninh. Hãy gõ tên xã, phường hoặc huyện cũ."),
        ("tỉnh Tây Ninh", "Hãy gõ tên xã, phường hoặc huyện cũ."),
    ],
)
def test_a_province_is_answered_with_a_sentence(text, sentence):
    found = meaning(text, LAND)
    assert (found.candidates, found.sentence) == ((), sentence)


def test_the_last_syllable_of_a_name_is_no_province():
    assert "Huế" not in meaning("xã Nguyễn Huệ", LAND).sentence
    assert "Huế" in meaning("Nguyễn Huệ, Huế", LAND).sentence


def test_what_is_not_in_the_list_is_not_said_never_to_have_been():
    said = meaning("Đông Xuân", LAND).sentence
    assert said == (
        "Danh mục của cổng không có tên này (danh mục ghi các tên có ngay trước ngày 01/07/2025 và từ đó đến nay). "
        "Nếu xã đã sáp nhập trước đó, hãy gõ tên sau lần sáp nhập ấy hoặc tên huyện cũ."
    )


def test_an_unknown_commune_leads_to_those_of_its_district_as_a_question():
    found = meaning("xã Đông Xuân, huyện Thủ Thừa", LAND)
    assert {one.today.name for one in found.candidates} == {"Xã Thủ Thừa", "Xã Nhựt Tảo", "Xã Tân Thạnh"}
    assert {one.how for one in found.candidates} == {"near"}
    assert "không có “xã đông xuân”" in found.sentence
    assert set(leads_to("Đông Xuân Thủ Thừa Long An")) == set(leads_to("Đông Xuân, Thủ Thừa, Long An"))


def test_a_commune_that_nobody_is_known_to_have_followed():
    found = meaning("xã Mất Dấu, Thủ Thừa", LAND)
    assert not found.candidates
    assert found.sentence.startswith("Xã Mất Dấu, Huyện Thủ Thừa: danh mục của cổng chưa ghi")


def test_the_beginning_of_a_name_is_asked_back():
    assert how("Châu") == {"near"}
    assert "Xã Châu Thành" in leads_to("xã Châu")


def test_a_commune_merged_twice_leads_to_who_holds_its_ground_today():
    earlier = date(2024, 12, 1)
    older = Place(900, "Xã Đông Xuân", "commune", LAND.places[HOA_HOI].parent, Span(None, earlier))
    ground = Ground([*LAND.places.values(), older], [*EDGES, Edge(900, HOA_HOI, "merged", earlier)], ON)
    assert leads_to("Đông Xuân, Châu Thành", ground) == ["Xã Châu Thành"]
    assert "ngay trước ngày 01/07/2025" in meaning("Đông Xuân Hạ", ground).sentence


def test_on_a_day_before_the_reform():
    before = land(date(2025, 6, 30))
    assert leads_to("Nhị Thành, Long An", before) == ["Xã Nhị Thành"]
    assert leads_to("huyện Châu Thành, Long An", before) == ["Xã Hòa Phú"]


def test_a_portal_without_units():
    assert meaning("Tân An", Ground([], [], date(2026, 1, 1))).sentence == "Cổng chưa có danh mục xã, phường."


@pytest.mark.parametrize("text", ["", " ", "!!!", ","])
def test_nothing_asked_nothing_said(text):
    assert (meaning(text, LAND).candidates, meaning(text, LAND).sentence) == ((), "")


@given(st.one_of(st.text(max_size=60), st.lists(ALPHABET, max_size=40).map("".join)))
def test_whatever_is_typed_it_answers(text):
    found = meaning(text, LAND)
    assert len({one.asked.id for one in found.candidates}) <= MOST_UNITS
    assert found.candidates or found.sentence or not any(letter.isalnum() for letter in text)


@given(st.sampled_from([place for place in LAND.places.values() if place.kind == "commune"]), st.booleans())
def test_every_commune_is_found_by_its_whole_name(place, with_superiors):
    names = [place.name, *(over.name for over in LAND.superiors(place) if with_superiors)]
    shown = {one.today for one in meaning(", ".join(names), LAND).candidates}
    assert set(LAND.today(place)) <= shown

"""Whether a commune decides a procedure, only receives it, or sends people elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posting.rules.commune_role import Role, role_of, sentence
from procedures_catalog.facts.vocabulary import LEVELS

DEPARTMENT = ("Sở Tư pháp",)


@pytest.mark.parametrize("levels", [{"commune"}, {"commune", "province"}, {"commune", "ministry"}])
def test_a_commune_decides_what_is_carried_out_at_its_level(levels):
    assert role_of(levels, ("Ủy ban nhân dân cấp xã",), (), True) == Role("decides")


def test_a_commune_receives_what_the_province_decides_since_the_decree():
    assert role_of({"province"}, DEPARTMENT, (), True) == Role("receives", DEPARTMENT)


def test_before_the_decree_it_sent_people_to_the_province():
    assert role_of({"province"}, DEPARTMENT, (), False) == Role("elsewhere", DEPARTMENT)


@pytest.mark.parametrize("level", ["ministry", "other", "district"])
def test_what_neither_commune_nor_province_decides_is_handed_in_elsewhere(level):
    assert role_of({level}, ("Cục Hàng không",), (), True).kind == "elsewhere"


@pytest.mark.parametrize(
    "name", ["Bộ phận Một cửa cấp xã", "UBND xã Hải Lệ", "Trung tâm Phục vụ hành chính công phường 1"]
)
def test_a_commune_receives_where_the_procedure_names_communes_as_receiving(name):
    assert role_of({"ministry"}, ("Cục Hàng không",), (name,), True).kind == "receives"


def test_without_a_level_the_name_of_the_agency_counts():
    assert role_of((), ("Ủy ban nhân dân cấp xã",), (), True).kind == "decides"
    assert role_of((), DEPARTMENT, (), True).kind == "elsewhere"
    assert role_of((), (), (), True).kind == ""


def test_it_is_said_in_one_sentence_that_names_who_decides():
    assert sentence(Role("decides"), "Xã Gió") == "Xã Gió tiếp nhận và giải quyết thủ tục này."
    assert sentence(Role("receives", DEPARTMENT), "Xã Gió") == "Xã Gió tiếp nhận hồ sơ; Sở Tư pháp giải quyết."
    assert sentence(Role("elsewhere", DEPARTMENT), "Xã Gió") == "Xã Gió không nhận hồ sơ này; nộp tại Sở Tư pháp."
    assert sentence(Role(""), "Xã Gió") == ""


@given(
    st.sets(st.sampled_from(sorted(LEVELS))),
    st.lists(st.text(max_size=30), max_size=3),
    st.lists(st.text(max_size=30), max_size=3),
    st.booleans(),
)
def test_every_procedure_has_one_role_and_only_deciding_needs_nobody_else(levels, handling, receiving, takes):
    role = role_of(levels, handling, receiving, takes)
    assert role.kind in ("decides", "receives", "elsewhere", "")
    assert ("commune" in levels) <= (role.kind == "decides")
    assert bool(sentence(role, "Xã Gió")) == (role.kind != "")

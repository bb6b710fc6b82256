"""Whether a commune decides a procedure, only receives it, or sends people elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posting.rules.commune_role import Role, role_of, sentence
from procedures_catalog.facts.agencies.filing import filing_of
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.vocabulary import LEVELS
from procedures_catalog.presenting.answering.where import place_of

COMMITTEE, DEPARTMENT = "Ủy ban nhân dân cấp xã", "Sở Tư pháp"


def _role(levels=(), executing=(), competent=(), receiving=(), takes_provincial=True, **facts):
    record = ProcedureRecord("1.1", "a", levels=tuple(levels), executing=executing, competent=competent, **facts)
    return role_of(filing_of(record, levels, receiving), competent or executing, takes_provincial)


def _said(*levels, executing=(), competent=(), **more):
    return sentence(_role(levels, executing, competent, **more), "Xã Gió")


@pytest.mark.parametrize("names", [(COMMITTEE,), ("Chủ tịch UBND cấp xã", "Phòng Kinh tế")])
def test_a_commune_decides_where_it_is_the_one_who_decides(names):
    assert _said("commune", executing=names) == "Xã Gió tiếp nhận và giải quyết thủ tục này."
    assert _role(("commune",), ("Sở Gió",), names).kind == "decides"


def test_what_others_decide_at_its_level_it_only_receives():
    assert _said("commune", executing=(DEPARTMENT,)) == "Xã Gió tiếp nhận hồ sơ; Sở Tư pháp giải quyết."
    both = _said("commune", competent=("Chủ tịch UBND cấp xã", "UBND tỉnh Gió"))
    assert both == "Xã Gió tiếp nhận hồ sơ; Chủ tịch UBND cấp xã, UBND tỉnh Gió giải quyết."


def test_a_commune_receives_what_the_province_decides_since_the_decree():
    assert _role(("province",), (DEPARTMENT,)).kind == "receives"
    assert _role(("province",), (DEPARTMENT,), takes_provincial=False).kind == "elsewhere"


@pytest.mark.parametrize(
    "name",
    ["Chi cục Hải quan khu vực", "Thuế cơ sở", "Bảo hiểm xã hội tỉnh", "Công an tỉnh", "Ngân hàng Nhà nước Khu vực"],
)
@pytest.mark.parametrize("level", ["commune", "province"])
def test_what_has_a_counter_of_its_own_is_never_handed_in_at_the_commune_s(level, name):
    assert _said(level, executing=(name,)) == f"Xã Gió không nhận hồ sơ này; nộp tại {name}."


def test_an_agency_that_each_commune_has_is_not_said_to_be_far():
    assert _said("commune", executing=("Công an cấp Xã",)) == "Ở Xã Gió, nộp tại Công an cấp xã."


def test_what_a_ministry_decides_is_handed_in_there():
    said = _said("ministry", executing=("Cục Gió",), competent=("Bộ Gió",))
    assert said == "Xã Gió không nhận hồ sơ này; nộp tại Cục Gió."


@pytest.mark.parametrize(
    "name", ["Bộ phận Một cửa cấp xã", "UBND xã Hải Lệ", "Trung tâm Phục vụ hành chính công phường 1"]
)
def test_a_commune_receives_where_the_procedure_names_communes_as_receiving(name):
    assert _role(("ministry",), ("Cục Hàng không",), receiving=(name,)).kind == "receives"


def test_where_only_the_level_is_known_the_commune_is_said_to_receive_as_a_rule():
    assert _said("commune") == "Xã Gió thường nhận hồ sơ này; thủ tục chưa công bố cơ quan giải quyết."
    assert _said("ministry").endswith("thường nộp tại bộ phận một cửa của bộ, ngành.")
    assert _said("commune", sector="Thuế") == "Xã Gió không nhận hồ sơ này; thường nộp tại Cơ quan Thuế."
    assert _said() == ""


NAMES = (COMMITTEE, DEPARTMENT, "Công an cấp Xã", "Chi cục Hải quan khu vực", "Cục Gió", "Cơ quan", "")


@given(
    st.sets(st.sampled_from(sorted(LEVELS))),
    st.lists(st.sampled_from(NAMES), max_size=3),
    st.lists(st.sampled_from(NAMES), max_size=3),
    st.booleans(),
)
def test_the_sentence_names_the_office_that_the_page_names(levels, executing, competent, takes):
    record = ProcedureRecord("1.1", "a", levels=tuple(levels), executing=tuple(executing), competent=tuple(competent))
    filing = filing_of(record)
    role = role_of(filing, competent or executing, takes)
    assert bool(sentence(role, "Xã Gió")) == (role.kind != "") == bool(place_of(filing))
    office = place_of(filing).removeprefix("Thường là ")
    assert (role.kind == "elsewhere") == sentence(role, "Xã Gió").endswith(f"nộp tại {office}.")
    assert role.kind != "decides" or COMMITTEE in (competent or executing)


def test_a_counter_is_said_to_be_the_usual_one_where_no_more_is_known():
    assert Role("decides").counter("Quầy Gió") == "Quầy Gió"
    assert Role("receives", is_certain=False).counter("Quầy Gió") == "Thường là Quầy Gió"

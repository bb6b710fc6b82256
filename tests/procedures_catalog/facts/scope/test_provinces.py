"""Where a text names a province."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.scope.provinces import PROVINCES, provinces_in, provinces_of_agencies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("trên địa bàn tỉnh Thanh Hoá", {"Thanh Hóa"}),
        ("tại Trung tâm, tỉnh lào Cai", {"Lào Cai"}),
        ("TP.HCM, TP. Hồ Chí Minh và Tp Huế", {"Hồ Chí Minh", "Huế"}),
        ("tỉnh Thừa Thiên - Huế", {"Huế"}),
        ("tỉnh Bà Rịa-Vũng Tàu", {"Bà Rịa – Vũng Tàu"}),
        ("phường Bắc Giang, tỉnh Bắc Ninh", {"Bắc Ninh"}),
        ("80 Trần Hưng Đạo, Hà Nội; đường Điện Biên Phủ", set()),
        ("khai thuế ở Thuế tỉnh, thành phố", set()),
        ("các tỉnh: Thanh Hóa", {"Thanh Hóa"}),
    ],
)
def test_a_text_names_one_with_its_kind_before_it(text, names):
    assert provinces_in([text]) == names


@pytest.mark.parametrize(
    ("agency", "names"),
    [
        ("Sở Tư pháp Thanh Hóa", {"Thanh Hóa"}),
        ("Sở Xây dựng - TP.HCM", {"Hồ Chí Minh"}),
        ("UBND Phường Bắc Giang, tỉnh Bắc Ninh", {"Bắc Ninh"}),
        ("Cục Thuế - Bộ tài chính", set()),
        ("Ủy ban nhân dân cấp tỉnh", set()),
    ],
)
def test_an_agency_needs_no_kind_before_the_name(agency, names):
    assert provinces_of_agencies([agency]) == names


def test_a_made_up_province_is_found_once_it_is_told():
    assert provinces_in(["tỉnh Trường Sơn"]) == frozenset()
    assert provinces_in(["tỉnh Trường Sơn"], ["tỉnh Trường Sơn"]) == {"tỉnh Trường Sơn"}


@given(st.sampled_from(PROVINCES), st.sampled_from(["tỉnh ", "Tỉnh ", "thành phố ", "TP. ", "TP."]))
def test_every_province_is_found_and_no_other_with_it(name, kind):
    assert provinces_in([f"của {kind}{name}."]) == {name} == provinces_of_agencies([f"Sở Y tế {kind}{name}"])


@given(st.text())
def test_any_text_is_taken(text):
    assert provinces_in([text]) <= frozenset(PROVINCES)

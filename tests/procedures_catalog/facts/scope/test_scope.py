"""Of whom a procedure is, and whether an import may publish it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.record import Case, LegalBasis, ProcedureRecord, RequiredDocument, Step
from procedures_catalog.facts.scope.scope import Scope, is_internal, reason_against, scope_of

STEPS = (Step("Nộp đơn", "Mang đơn đến quầy rồi nhận giấy hẹn."),)
OURS = ("tỉnh Lâm Đồng", "Tỉnh Bình Thuận")


def record(number: str = "12/QĐ-UBND", code: str = "1.100001", name: str = "Thả diều", **values) -> ProcedureRecord:
    return ProcedureRecord(code, name, decision_number=number, **{"steps": STEPS, **values})


def law(title: str) -> tuple[LegalBasis, ...]:
    return (LegalBasis(title, "1/2025/NQ-HĐND"),)


def test_what_a_ministry_decided_is_everybodys_whichever_agency_typed_it_in():
    assert scope_of(record("163/QĐ-BTP", executing=("Sở Tư pháp Thành phố Hà Nội",))) == Scope("national")


@pytest.mark.parametrize(
    "values",
    [
        {"executing": ("Sở Gió tỉnh Bắc Ninh",)},
        {"name": "Thả diều trên địa bàn tỉnh Bắc Ninh"},
        {"receiving_address": "Số 1, phường Kinh Bắc, tỉnh Bắc Ninh"},
        {"legal_bases": law("Nghị quyết của Hội đồng nhân dân tỉnh Bắc Ninh về diều")},
        {"steps": (Step("Nộp", "Trung tâm hành chính công tỉnh Bắc Ninh nhận đơn."),)},
    ],
)
def test_what_a_committee_decided_is_of_the_province_that_it_names_anywhere(values):
    assert scope_of(record(**values)) == Scope("province", ("Bắc Ninh",))


def test_what_is_said_up_front_counts_before_the_law_that_is_cited():
    found = scope_of(record(executing=("Sở Gió tỉnh Bắc Ninh",), legal_bases=law("Quyết định của tỉnh Tuyên Quang")))
    assert found.provinces == ("Bắc Ninh",)


def test_a_committee_that_nothing_names_is_of_some_province():
    assert scope_of(record(executing=("Ủy ban nhân dân cấp xã",))) == Scope("some_province")


def test_without_a_word_in_the_number_the_agencies_speak():
    assert scope_of(record("1704", executing=("Sở Gió tỉnh Bắc Ninh",))).kind == "province"
    assert scope_of(record("1145", executing=("Bộ Gió",), receiving_address="thành phố Hà Nội")).kind == "national"
    assert scope_of(record("1145", executing=("Ủy ban nhân dân cấp tỉnh",))).kind == "national"


def test_a_central_decision_may_be_of_some_provinces_alone():
    named = record("1/QĐ-BG", name="Đổi gió của Hội đồng nhân dân các tỉnh: Thanh Hóa, Nghệ An và Khánh Hòa")
    assert scope_of(named) == Scope("province", ("Khánh Hòa", "Nghệ An", "Thanh Hóa"))


@pytest.mark.parametrize("code", ["5.002557", "6.006713", "6.006713.000.00.00.H36"])
def test_numbers_with_5_and_6_are_internal_and_so_is_what_a_person_says_to_be(code):
    assert scope_of(record(code=code)) == Scope("internal")
    assert scope_of(record(kind="internal")) == Scope("internal")
    assert not is_internal("1.500001")
    assert not is_internal("TTHC-5")


def test_a_row_without_steps_and_papers_is_empty():
    assert scope_of(record("1/QĐ-BG", steps=(Step("", "test"),))) == Scope("empty")
    papers = (Case(None, (RequiredDocument("Đơn"),)),)
    assert scope_of(record("1/QĐ-BG", steps=(), cases=papers)) == Scope("national")


@pytest.mark.parametrize(
    ("scope", "reason"),
    [
        (Scope("national"), ""),
        (Scope("province", ("Lâm Đồng",)), ""),
        (Scope("province", ("Bình Thuận", "Lâm Đồng")), ""),
        (Scope("province", ("Bình Thuận", "Huế")), "unclear"),
        (Scope("province", ("Huế",)), "foreign"),
        (Scope("some_province"), "unclear"),
        (Scope("internal"), "internal"),
        (Scope("empty"), "empty"),
    ],
)
def test_our_own_and_those_of_the_provinces_that_became_ours_are_published(scope, reason):
    assert reason_against(scope, OURS) == reason


def test_without_a_province_of_our_own_nothing_provincial_is_ours():
    assert reason_against(scope_of(record(executing=("Sở Gió tỉnh Lâm Đồng",)), ()), ())
    assert not reason_against(scope_of(record(executing=("Sở Gió tỉnh Lâm Đồng",)), OURS), OURS)


def test_a_made_up_province_publishes_its_own():
    ours = ("tỉnh Trường Sơn",)
    assert not reason_against(scope_of(record(executing=("Sở Gió tỉnh Trường Sơn",)), ours), ours)
    assert reason_against(scope_of(record(executing=("Sở Gió tỉnh Trường Sơn",)), ("tỉnh Huế",)), ("tỉnh Huế",))


SIGNS = st.text(st.sampled_from(".·-–—_ ,\u200b\u061c\u2063\u0301/:"), max_size=2)
DIGITS = ("0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९")


@st.composite
def spelled(draw, first: str) -> str:
    """A national code that begins so, in some spelling: other digits, signs and zeros, letters before and a suffix."""
    digits = first + draw(st.text(st.sampled_from("0123456789"), min_size=6, max_size=6))
    written = "".join(draw(st.sampled_from(DIGITS))[int(digit)] + draw(SIGNS) for digit in digits[1:])
    before = draw(st.sampled_from(["", "0", "00", "H.", "TTHC-", "Mã "]))
    head = draw(st.sampled_from(DIGITS))[int(first)] + draw(SIGNS)
    return before + head + written + draw(st.sampled_from(["", ".000.00.00.H36", ".H36", "-x"]))


@given(spelled("5") | spelled("6"))
def test_any_spelling_of_an_internal_code_is_internal(code):
    assert is_internal(code)


@given(spelled("1") | spelled("2") | spelled("3"))
def test_no_spelling_makes_another_code_internal(code):
    assert not is_internal(code)

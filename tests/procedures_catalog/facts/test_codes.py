"""Codes in all the spellings that sheets, people and other systems give them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.codes import (
    MAX_LENGTH,
    REPAIRS,
    code_query,
    code_typed,
    fault_of,
    parse_code,
    parse_number,
)

PROPER = [
    ("1.001193", "1.001193", ""),
    ("1.001193.000.00.00.H36", "1.001193", ".000.00.00.H36"),
    ("1.001193.H36", "1.001193", ".H36"),
    ("1.001193.000.00.00.H36.X", "1.001193", ".000.00.00.H36.X"),
    ("1.0133611", "1.0133611", ""),
    ("2.009182739", "2.009182739", ""),
    ("CCHC_01", "CCHC_01", ""),
]

MENDED = [
    ("1001193", "1.001193", ("dots",)),
    ("1001193.000.00.00.H37", "1.001193.000.00.00.H37", ("dots",)),
    ("1.001193000.00.00.H37", "1.001193.000.00.00.H37", ("dots",)),
    ("1.001193.00000.00.H37", "1.001193.000.00.00.H37", ("dots",)),
    ("1.001193.0000.00.00.H37", "1.001193.000.00.00.H37", ("extra_zero",)),
    ("1.001193.000.00.00.H37.", "1.001193.000.00.00.H37", ("stray_dot",)),
    ("1.001193..000.00.00.H37", "1.001193.000.00.00.H37", ("stray_dot",)),
    ("1.001193 .000.00.00. H37", "1.001193.000.00.00.H37", ("space",)),
    ("1.001193.000.00,00,H37", "1.001193.000.00.00.H37", ("comma",)),
    ("1.001193.000.00.00.h37", "1.001193.000.00.00.H37", ("lower_case",)),
    ("cchc_01", "CCHC_01", ("lower_case",)),
    (" 1001193.000.00.00.h37.", "1.001193.000.00.00.H37", ("space", "lower_case", "stray_dot", "dots")),
    ("1.001193\u200e", "1.001193", ("invisible",)),
    ("１.００１１９３", "1.001193", ("other_signs",)),
    ("١.٠٠١١٩٣", "1.001193", ("other_signs",)),
    ("1.00\u034f1193", "1.001193", ("other_signs",)),
    ("1-001193", "1.001193", ("hyphen",)),
    ("1·001193", "1.001193", ("hyphen",)),
    ("1–001193-000-00-00-h36", "1.001193.000.00.00.H36", ("hyphen",)),
    ("01.001193", "1.001193", ("zeros_before",)),
    ("001–001193", "1.001193", ("hyphen", "zeros_before")),
]


@pytest.mark.parametrize(("raw", "base", "suffix"), PROPER)
def test_a_proper_code_is_cut_into_base_and_suffix_without_repair(raw, base, suffix):
    code = parse_code(raw)
    assert (code.base, code.suffix, code.repairs, code.written) == (base, suffix, (), raw)


@pytest.mark.parametrize(("raw", "written", "repairs"), MENDED)
def test_every_slip_of_real_lists_is_mended_and_told(raw, written, repairs):
    code = parse_code(raw)
    assert (code.written, code.repairs, code.raw) == (written, repairs, raw)
    assert set(code.repairs) <= set(REPAIRS)


@pytest.mark.parametrize(
    "raw",
    [
        ".", "-1", "x" * 60, "<b>1</b>", "CCHC_01'--", "1.001193\n1.001194", "CCHC_01\nCCHC_02", "1.00119", "_1",
        "1" * 61, "", "CCHC", "1,2",
    ],
)  # fmt: skip
def test_what_can_be_nobodys_code_is_said_to_be_none(raw):
    assert fault_of(parse_code(raw))


@pytest.mark.parametrize(
    "raw", ["1.001193", "CCHC_01", "01/TT-QĐ", "1.014955-Xoa", "1.001193.000.00.00.H36\n", "H.5.990014"]
)
def test_a_national_code_and_a_provinces_own_are_taken(raw):
    assert fault_of(parse_code(raw)) == ""


def test_a_note_hung_on_a_national_code_belongs_to_its_base():
    assert parse_code("1.014955-Xoa").base == "1.014955-XOA"
    assert parse_code("1.014955-Xoa").is_national


@pytest.mark.parametrize("raw", ["2.00223.000.00.00.H37", "CCHC_01", "", ".", "1.00119", "0912345678"])
def test_what_lacks_the_national_shape_keeps_its_own(raw):
    assert not parse_code(raw).is_national


@pytest.mark.parametrize(
    ("value", "base", "repairs"),
    [
        (2.000815, "2.000815", ("float",)),
        (2.00081, "2.000810", ("float", "lost_zeros")),
        (2.0008150000000003, "2.000815", ("float",)),
        (1.0133611, "1.0133611", ("float",)),
        (1001193, "1.001193", ("float", "dots")),
        (1001193.0, "1.001193", ("float", "dots")),
    ],
)
def test_a_number_is_read_back_into_a_code(value, base, repairs):
    code = parse_number(value)
    assert (code.base, code.repairs, code.is_national) == (base, repairs, True)


@pytest.mark.parametrize("value", [0, 2, -1.5, 12.5, math.inf, -math.inf, math.nan, 1e300])
def test_a_number_that_cannot_be_a_code_is_not_made_one(value):
    assert not parse_number(value).is_national


@pytest.mark.parametrize("text", ["1.001193", "1001193", " 1.001193.000.00.00.h36. ", "1,001193", "1.001193.H36"])
def test_a_typed_code_is_looked_up_by_its_base(text):
    assert code_query(text) == "1.001193"


@pytest.mark.parametrize("text", ["", "khai sinh", "0912345678", "20250701", "CCHC_01", "1." * MAX_LENGTH])
def test_a_text_that_is_no_code_is_no_code_query(text):
    assert code_query(text) == ""


@pytest.mark.parametrize("text", ["1.001193", "(1-001193)", "1–001193,", "1_001193.000.00.00.H36", "“1.001193”\u200b"])
def test_a_code_cut_out_of_a_sentence_is_looked_up_by_its_base(text):
    assert code_typed(text) == "1.001193"


@pytest.mark.parametrize("text", ["", "()", "khai sinh", "10-001193", "1-0011931", "2024-123456", "0912345678"])
def test_what_is_no_code_is_none_when_typed(text):
    assert code_typed(text) == ""


CODE_LIKE = st.text(st.sampled_from("0123456789.,- hHxX_đÐ\u200b\u0301"), max_size=30)


@given(st.text() | CODE_LIKE)
def test_the_proper_spelling_needs_no_more_mending(raw):
    code = parse_code(raw)
    again = parse_code(code.written)
    assert (again.base, again.suffix) == (code.base, code.suffix)
    assert again.repairs == ()


@given(st.text() | CODE_LIKE)
def test_a_mended_code_tells_of_its_mending(raw):
    code = parse_code(raw)
    assert code.repairs or code.written == raw or code.written == raw.upper()


@given(st.floats() | st.integers(-(10**12), 10**12))
def test_any_number_is_read_without_an_error(value):
    code = parse_number(value)
    assert code.repairs[0] == "float"
    assert parse_code(code.written).base == code.base


@given(st.floats(1, 9.999999).map(lambda value: round(value, 6)))
def test_a_national_code_survives_the_sheet_that_made_it_a_number(value):
    expected = f"{value:.6f}"
    assert parse_number(value).base == expected or value == int(value)

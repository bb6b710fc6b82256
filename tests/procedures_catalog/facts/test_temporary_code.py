"""Temporary codes: nobody takes one for a national code, a short code, a form's number or anything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.codes import code_query, code_typed, fault_of, parse_code
from procedures_catalog.facts.forms.asked import number_asked
from procedures_catalog.facts.legacy_addresses import hyphened_code_in
from procedures_catalog.facts.scope.scope import is_internal
from procedures_catalog.facts.short_code import is_well_formed, tidy_short_code
from procedures_catalog.facts.temporary_code import (
    alone,
    brief,
    called,
    former,
    is_temporary,
    said,
    stated,
    temporary_code,
)
from vietnamese.somebodys_numbers import has_dossier, is_identity, is_telephone

codes = st.integers(1, 999_999).map(temporary_code)
signs = st.sampled_from(["-", "", " ", "–", "_", ".", " - ", "/"])
ways = st.sampled_from([str, str.lower, lambda code: code.replace("TAM", "Tạm"), lambda code: f" {code} "])


@given(codes, signs, ways)
def test_every_spelling_is_the_same_code_and_no_national_one(code, sign, way):
    typed = way(code.replace("-", sign))
    read = parse_code(typed)
    assert (read.base, read.suffix, read.is_national, fault_of(read)) == (code, "", False, "")
    assert not code_query(typed)
    assert not code_typed(typed)
    assert not is_internal(typed)


@given(codes, signs)
def test_it_is_nothing_else_that_people_hold(code, sign):
    typed = code.replace("-", sign)
    assert not is_well_formed(tidy_short_code(typed))
    assert not number_asked(typed)
    assert not any(is_one(typed) for is_one in (has_dossier, is_identity, is_telephone))


@pytest.mark.parametrize("other", ["1.001193", "TAM-1001193", "TAM-01", "TAM", "CCHC_01", "tam 1.001193", "XTAM-05660"])
def test_other_codes_are_none(other):
    assert not is_temporary(parse_code(other).base)


def test_figures_that_were_taken_for_letters_are_read():
    assert parse_code("TAM-O566l").base == "TAM-05661"


def test_its_page_s_address_tells_it():
    assert hyphened_code_in("/thu-tuc/tam-05660-cap-the-can-cuoc/") == "TAM-05660"
    assert hyphened_code_in("/thu-tuc/cap-the-tam-05660/") == ""


def test_people_read_that_there_is_no_national_code():
    assert said("TAM-05660") == "Chưa có mã quốc gia (mã tạm của cổng: TAM-05660)"
    assert stated("TAM-05660").endswith("Chưa có trên Cơ sở dữ liệu quốc gia về thủ tục hành chính.")
    assert (brief("TAM-05660"), brief("1.001193")) == ("Chưa có mã quốc gia", "Mã 1.001193")
    assert called("TAM-05660") == "mã tạm của cổng TAM-05660"
    assert (said("1.001193"), called("1.001193"), stated("1.001193"), former("1.001193"), alone("1.001193")) == (
        "Mã 1.001193", "mã 1.001193", "1.001193", "1.001193", "1.001193",
    )  # fmt: skip

"""Short codes: a slip of the pen never leads to another procedure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.short_code import (
    ALPHABET,
    LENGTH,
    check_character,
    is_spoiled_in_tables,
    is_well_formed,
    new_short_code,
    tidy_short_code,
)

_bodies = st.text(alphabet=ALPHABET, min_size=LENGTH, max_size=LENGTH)


def test_ten_thousand_codes_are_well_formed_and_readable():
    codes = {new_short_code() for _ in range(10_000)}
    assert len(codes) > 9_900
    assert all(map(is_well_formed, codes))
    assert not set("".join(codes)) & set("01OIL")
    assert not any(map(is_spoiled_in_tables, codes))


SPOILED = ["2345E67", "23E4567", "2E34567", "23456E7", "JUN2345", "MAR2222", "SEP2345", "MARCH23", "2DEC345", "23MAY45"]


@pytest.mark.parametrize("code", SPOILED)
def test_what_a_spreadsheet_program_takes_for_a_number_or_a_day_is_told(code):
    assert is_spoiled_in_tables(code)


@pytest.mark.parametrize(
    "code", ["D5U5EM8", "2345678", "E234567", "234567E", "2E3E456", "JUNE2A3", "ABCDEFG", "2JUNABC"]
)
def test_what_stays_as_it_is_in_a_table_is_left(code):
    assert not is_spoiled_in_tables(code)


@given(_bodies)
def test_every_single_mistyped_character_is_refused(body):
    code = body + check_character(body)
    typos = (code[:i] + other + code[i + 1 :] for i in range(LENGTH + 1) for other in ALPHABET if other != code[i])
    assert not any(map(is_well_formed, typos))


@given(_bodies)
def test_every_exchange_of_two_different_characters_is_refused(body):
    code = body + check_character(body)
    for i in range(LENGTH + 1):
        for j in range(i + 1, LENGTH + 1):
            swapped = code[:i] + code[j] + code[i + 1 : j] + code[i] + code[j + 1 :]
            assert is_well_formed(swapped) == (swapped == code)


@given(_bodies, st.sampled_from("01OILoil!é \0"))
def test_a_character_outside_the_alphabet_is_refused(body, stranger):
    assert not is_well_formed(stranger + body)


@given(_bodies)
def test_a_code_of_another_length_is_refused(body):
    code = body + check_character(body)
    assert is_well_formed(code)
    assert not is_well_formed(body)
    assert not is_well_formed(code + "2")
    assert not is_well_formed("")


def test_what_people_type_is_tidied():
    assert tidy_short_code(" abc-23.4 k\t") == "ABC234K"

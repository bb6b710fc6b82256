"""How procedures to print are asked for: kept as JSON, refused in plain words."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posting.rules.refusal import CannotPrintError
from posting.rules.selection import LONGEST_WORD, MOST_CODES, Selection
from procedures_catalog.facts.vocabulary import LEVELS

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30).map(str.strip)
SELECTIONS = st.builds(
    Selection,
    codes=st.lists(WORDS.filter(bool), max_size=4, unique=True).map(tuple),
    sector=WORDS,
    agency=WORDS,
    level=st.sampled_from(["", *LEVELS]),
    commune=WORDS,
    executing=WORDS,
    listed=st.booleans(),
    everything=st.booleans(),
    changed_since=st.none() | st.dates(datetime.date(1000, 1, 1)),
)


@given(SELECTIONS)
def test_a_selection_is_read_back_from_what_it_keeps(selection):
    assert Selection.from_json(selection.as_json()) == selection


def test_only_what_is_given_is_kept():
    assert Selection(sector="ho-tich", changed_since=datetime.date(2026, 11, 1)).as_json() == {
        "sector": "ho-tich",
        "changed_since": "2026-11-01",
    }


def test_a_day_may_be_written_as_people_write_it():
    assert Selection.from_json({"changed_since": "1/7/2026"}).changed_since == datetime.date(2026, 7, 1)


def test_names_that_a_selection_does_not_know_are_left_aside():
    assert Selection.from_json({"sector": "ho-tich", "columns": 4}) == Selection(sector="ho-tich")


def test_a_selection_that_was_kept_when_sectors_were_called_fields_chooses_the_same():
    assert Selection.from_json({"field": "ho-tich"}) == Selection(sector="ho-tich")


def test_an_empty_selection_says_so():
    assert Selection().is_empty
    assert not Selection(everything=True).is_empty


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({"level": "galaxy"}, "Không có cấp “galaxy”. Có: ministry"),
        ({"changed_since": "hôm qua"}, "Ngày “hôm qua” không đúng; viết như 22/11/2026."),
        ({"changed_since": "31/02/2026"}, "không đúng"),
        ({"changed_since": 20261122}, "không đọc được"),
        ({"codes": "1.001193"}, "không đọc được"),
        ({"codes": [{"a": 1}]}, "không đọc được"),
        ({"sector": ["ho-tich"]}, "không đọc được"),
        ({"sector": "a" * (LONGEST_WORD + 1)}, "quá dài"),
        ({"commune": "a\0b"}, "ký tự lạ"),
        ({"codes": [str(n) for n in range(MOST_CODES + 1)]}, f"nhiều nhất {MOST_CODES} mã"),
        (["1.001193"], "không đọc được"),
    ],
)
def test_what_nobody_can_have_meant_is_refused_in_plain_words(raw, said):
    with pytest.raises(CannotPrintError, match=said):
        Selection.from_json(raw)

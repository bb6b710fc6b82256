"""What an agency's name alone says of its kind and its level."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.agencies.judging import judge
from procedures_catalog.facts.agencies.kinds import KINDS, Judged
from tests.procedures_catalog.facts.agencies.judged_by_hand import JUDGED


def _names(text: str) -> list[str]:
    return [" ".join(name.split()) for name in text.split("|")]


def test_more_than_three_hundred_names_were_judged_by_hand():
    assert sum(len(_names(text)) for text in JUDGED.values()) > 300


@pytest.mark.parametrize(("told", "text"), JUDGED.items(), ids=lambda each: "-".join(each) if len(each) == 2 else "")
def test_a_name_says_what_a_person_reads_in_it(told, text):
    found = {name: judge(name) for name in _names(text)}
    assert {name: at for name, at in found.items() if at != Judged(*told)} == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban nhân dân cấp xã", "UỶ BAN NHÂN DÂN CẤP XÃ."),
        ("Công an cấp xã", "công an  cấp Xã"),
        ("Toà án nhân dân khu vực", "Tòa án nhân dân khu vực"),
    ],
)
def test_spelling_makes_no_difference(one, other):
    assert judge(one) == judge(other)


@given(st.text(max_size=80))
def test_any_text_is_of_some_kind_and_level(name):
    at = judge(name)
    assert at.kind in KINDS
    assert at.level in {"commune", "district", "province", "region", "central", ""}

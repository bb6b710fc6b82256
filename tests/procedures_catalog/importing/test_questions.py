"""Questions: what looks wrong in a change or a list, and what does not."""

import dataclasses

import pytest

from procedures_catalog.importing.questions import PARTS, REASONS, about_change, about_list, is_whole, kept_share
from procedures_catalog.record import Case
from tests.procedures_catalog.factories import national_row

RECORD = national_row().record


def _reasons(**changes) -> list[str]:
    return [question.reason for question in about_change(RECORD, dataclasses.replace(RECORD, **changes))]


@pytest.mark.parametrize("name", ["xxx", "Cấp thẻ", "Thủ tục khác hẳn về cáp treo", "?"])
def test_a_name_of_which_little_stays_is_destroyed(name):
    assert _reasons(name=name) == ["name"]


@pytest.mark.parametrize(
    "name",
    ["Thủ tục cấp thẻ thả diều số 1.100001", "CẤP THẺ THẢ DIỀU SỐ 1.100001", "Cấp lại thẻ thả diều số 2", RECORD.name],
)
def test_a_name_that_is_only_changed_is_not(name):
    assert _reasons(name=name) == []


def test_how_much_stays_of_a_name():
    assert kept_share("Cấp thẻ diều to", "cap the") == 0.5
    assert kept_share("", "Cấp") == 1


@pytest.mark.parametrize("part", PARTS)
def test_each_part_that_is_emptied_is_asked_about_once(part):
    assert _reasons(**{part: ()}) == ["emptied"]


def test_cases_without_papers_are_empty_and_fewer_of_them_are_not():
    assert _reasons(cases=(Case(None),)) == ["emptied"]
    assert _reasons(cases=(Case(None, RECORD.cases[0].papers[:1]),)) == []


def test_a_part_that_was_empty_before_is_not_asked_about():
    bare = dataclasses.replace(RECORD, cases=())
    assert about_change(bare, dataclasses.replace(bare, field="Gió")) == []


def test_a_list_is_asked_about_each_code_it_lacks_but_for_those_that_were_accepted_before():
    held = {f"1.{number}": f"Diều {number}" for number in range(10)}
    asked = about_list(held, held.keys() - {"1.3", "1.5"}, {"1.3"})
    assert [(question.reason, question.code, question.name) for question in asked] == [("vanished", "1.5", "Diều 5")]
    assert about_list(held, held.keys() - {"1.3"}, {"1.3"}) == []


def test_a_list_that_lacks_thirty_per_cent_is_asked_about_as_a_whole_too():
    held = {f"1.{number}": "Diều" for number in range(10)}
    assert [question.reason for question in about_list(held, set(list(held)[3:]), set())] == ["vanished"] * 3 + [
        "shrunk"
    ]
    assert "shrunk" not in {question.reason for question in about_list(held, set(list(held)[2:]), set())}


def test_a_list_is_taken_for_whole_when_it_names_half_of_a_hundred_or_more():
    held = {str(number) for number in range(100)}
    assert is_whole(held, set(sorted(held)[:50]) | {"new"})
    assert not is_whole(held, set(sorted(held)[:49]))
    assert not is_whole(set(sorted(held)[:99]), held)


def test_every_reason_says_what_it_accepts():
    assert all(meaning and meaning[0].islower() for meaning in REASONS.values())

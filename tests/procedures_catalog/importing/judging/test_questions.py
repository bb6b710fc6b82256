"""Questions: what looks wrong in a change or a list, and what does not."""

import dataclasses

import pytest

from procedures_catalog.facts.record import Case, Channel, Step, TimeLimit
from procedures_catalog.importing.judging.places import PLACES
from procedures_catalog.importing.judging.questions import (
    LONG,
    MANY,
    REASONS,
    Cut,
    Question,
    about_change,
    about_cuts,
    about_list,
    about_part,
    cuts,
    is_whole,
    kept_share,
)
from tests.procedures_catalog.factories import national_row
from tests.procedures_catalog.importing.full_record import FULL, without

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


@pytest.mark.parametrize("place", PLACES)
def test_each_place_of_a_record_that_is_emptied_is_asked_about_once(place):
    asked = about_change(FULL, without(FULL, place))
    assert [(question.reason, question.text) for question in asked] == [("emptied", f"“{PLACES[place]}” sẽ để trống")]


def test_cases_without_papers_are_empty_and_fewer_of_them_are_not():
    assert _reasons(cases=(Case(None),)) == ["emptied"]
    assert _reasons(cases=(Case("Trường hợp cấp lại"),)) == ["emptied"]
    assert _reasons(cases=(Case(None, RECORD.cases[0].papers[:1]),)) == []


def test_one_row_that_loses_what_another_still_states_is_not_asked_about():
    stripped = dataclasses.replace(FULL.channels[0], fees=(), notes=(), time_limit=TimeLimit())
    before = dataclasses.replace(FULL, channels=FULL.channels * 2)
    assert about_change(before, dataclasses.replace(FULL, channels=(stripped, *FULL.channels))) == []


def test_a_limit_that_moves_into_the_notes_is_not_lost():
    moved = dataclasses.replace(
        FULL.channels[0], time_limit=TimeLimit("", "other"), notes=("Trường hợp cấp mới: 5 ngày", "Cấp lại: 3 ngày")
    )
    assert about_change(FULL, dataclasses.replace(FULL, channels=(moved,))) == []


def test_a_description_that_repeats_the_conditions_is_not_lost():
    assert about_change(FULL, dataclasses.replace(FULL, description=None)) == []
    repeating = dataclasses.replace(FULL, description=None)
    assert len(about_change(repeating, dataclasses.replace(repeating, conditions=""))) == 1


def _cuts(count: int, before, after) -> list[str]:
    return [question.text for question in about_cuts([cut for _ in range(count) for cut in cuts(before, after)])]


def test_a_list_that_loses_most_of_its_rows_is_asked_about_where_ten_procedures_lose_them():
    three = tuple(Channel(kind, TimeLimit("5", "day")) for kind in ("direct", "online", "postal"))
    before = dataclasses.replace(RECORD, channels=three)
    after = dataclasses.replace(RECORD, channels=three[:1])
    assert _cuts(MANY - 1, before, after) == []
    assert _cuts(MANY, before, after) == ["“Cách thức thực hiện” còn 1 trong 3 mục"] * MANY
    assert _cuts(MANY, before, dataclasses.replace(RECORD, channels=three[:2])) == []


def test_a_long_text_that_loses_most_of_its_words_in_ten_procedures_is_asked_about():
    before = dataclasses.replace(RECORD, conditions="diều " * LONG)
    after = dataclasses.replace(RECORD, conditions="diều " * 20)
    assert _cuts(MANY, before, after) == ["“Yêu cầu, điều kiện thực hiện” còn 20 trong 50 chữ"] * MANY
    assert _cuts(MANY, before, dataclasses.replace(RECORD, conditions="diều " * 25)) == []


def test_a_name_that_others_replace_is_not_cut_however_many_procedures_it_stands_in():
    assert _cuts(MANY, FULL, dataclasses.replace(FULL, sector="Gió", executing=("Sở Gió",))) == []


def test_steps_that_are_only_cut_anew_lose_nothing():
    apart = tuple(Step("Nộp đơn", "Mang đơn đến quầy.") for _ in range(4))
    together = (Step("Nộp đơn", "\n".join("Mang đơn đến quầy." for _ in range(8))),)
    assert _cuts(MANY, dataclasses.replace(RECORD, steps=apart), dataclasses.replace(RECORD, steps=together)) == []


def test_different_losses_are_not_added_up():
    few = [Cut(place, Question("cut", "1", "Diều", "")) for place in PLACES]
    assert about_cuts(few) == []


def test_a_part_that_was_empty_before_is_not_asked_about():
    bare = dataclasses.replace(RECORD, cases=())
    assert about_change(bare, dataclasses.replace(bare, sector="Gió")) == []


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


def test_a_list_that_names_a_good_part_and_does_not_say_what_it_is_is_asked_about():
    held = sorted(f"1.{number:06}" for number in range(200))
    asked = {
        size: [question.reason for question in about_part(set(held), set(held[:size]))] for size in (19, 20, 99, 100)
    }
    assert asked == {19: [], 20: ["part"], 99: ["part"], 100: []}
    assert about_part(set(held[:99]), set(held[:30])) == []

"""Streams: a part keeps its permanent address through changes to its neighbours."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts import streams
from procedures_catalog.facts.record import Case, Channel, Fee, RequiredDocument, Step, TimeLimit

_word = st.sampled_from(["", "diều", "sáo", "gió"])
_day = st.none() | st.dates().map(datetime.date.isoformat)
_fees = st.builds(Fee, st.none() | st.integers(0, 9), _word, _word, st.booleans(), _word, _day, _day)
_limits = st.builds(TimeLimit, _word, st.sampled_from(["", "day"]), _word)
_steps = st.lists(st.builds(Step, _word, _word, _word), max_size=5)
_channels = st.lists(
    st.builds(
        Channel,
        st.sampled_from(["direct", "online"]),
        _limits,
        st.lists(_fees, max_size=3).map(tuple),
        st.lists(_word, max_size=2).map(tuple),
        _limits,
    ),
    max_size=4,
)
_papers = st.builds(RequiredDocument, _word, st.integers(0, 2), st.integers(0, 2), st.none() | st.integers(1, 3))
_cases = st.lists(st.builds(Case, st.none() | _word, st.lists(_papers, max_size=4).map(tuple)), max_size=4)


def _ids(children) -> list[str]:
    """Every id in raw children, inner lists included."""
    found = []
    for child in children:
        found.append(child["id"])
        value = child["value"]
        if isinstance(value, dict):
            found += [i for inner in value.values() if isinstance(inner, list) for i in _ids(inner)]
    return found


@given(_steps)
def test_steps_come_back(steps):
    assert streams.steps_from_stream(streams.steps_to_stream(steps)) == tuple(steps)


@given(_channels)
def test_channels_come_back_with_their_fees_and_notes(channels):
    assert streams.channels_from_stream(streams.channels_to_stream(channels)) == tuple(channels)


@given(_cases)
def test_cases_come_back_with_their_papers(cases):
    assert streams.cases_from_stream(streams.cases_to_stream(cases)) == tuple(cases)


@given(st.lists(_word))
def test_texts_come_back(texts):
    assert streams.texts_from_stream(streams.texts_to_stream(texts)) == tuple(texts)


@given(_cases)
def test_ids_travel_with_the_parts_and_back(cases):
    stream = streams.cases_to_stream(cases)
    again = streams.cases_to_stream(streams.cases_from_stream(stream))
    assert _ids(again) == _ids(stream)


def test_an_unnamed_case_that_an_editor_names_is_named():
    [child] = streams.cases_to_stream([Case(None)])
    child["value"]["name"] = "Diều lớn"
    assert streams.cases_from_stream([child]) == (Case("Diều lớn"),)


def test_dates_that_a_form_still_has_as_dates_are_read_as_iso_texts():
    [child] = streams.channels_to_stream([Channel("direct", fees=(Fee(1),))])
    child["value"]["fees"][0]["value"]["valid_from"] = datetime.date(2025, 7, 1)
    [channel] = streams.channels_from_stream([child])
    assert channel.fees[0].valid_from == "2025-07-01"


# --- Keeping ids ----------------------------------------------------------------------------------


def _three() -> list[Step]:
    return [Step("Nộp đơn"), Step("Chờ gió"), Step("Nhận thẻ")]


def test_unchanged_parts_keep_their_ids_when_one_is_inserted_before_them():
    held = streams.steps_to_stream(_three())
    new = streams.with_kept_ids(streams.steps_to_stream([Step("Mới"), *_three()]), held)
    assert _ids(new)[1:] == _ids(held)
    assert _ids(new)[0] not in _ids(held)


def test_unchanged_parts_keep_their_ids_when_one_is_removed():
    held = streams.steps_to_stream(_three())
    new = streams.with_kept_ids(streams.steps_to_stream(_three()[1:]), held)
    assert _ids(new) == _ids(held)[1:]


def test_parts_that_change_places_take_their_ids_along():
    held = streams.steps_to_stream(_three())
    new = streams.with_kept_ids(streams.steps_to_stream(_three()[::-1]), held)
    assert _ids(new) == _ids(held)[::-1]


def test_a_part_that_was_reworded_in_its_place_keeps_its_id():
    held = streams.steps_to_stream(_three())
    new = streams.with_kept_ids(streams.steps_to_stream([Step("Nộp đơn"), Step("Chờ gió to"), Step("Nhận thẻ")]), held)
    assert _ids(new) == _ids(held)


def test_papers_keep_their_ids_when_their_case_gets_another_paper():
    papers = (RequiredDocument("Đơn", 1), RequiredDocument("Ảnh", 0, 2))
    held = streams.cases_to_stream([Case(None, papers)])
    new = streams.with_kept_ids(streams.cases_to_stream([Case(None, (RequiredDocument("Dây", 1), *papers))]), held)
    assert _ids(new)[0] == _ids(held)[0]
    assert _ids(new)[2:] == _ids(held)[1:]


@given(_cases, _cases)
def test_no_id_is_ever_given_twice_and_each_part_has_one(before, after):
    held = streams.cases_to_stream(before)
    ids = _ids(streams.with_kept_ids(streams.cases_to_stream(after), held))
    assert len(set(ids)) == len(ids)
    assert all(ids)


@given(_channels)
def test_what_did_not_change_keeps_every_id(channels):
    held = streams.channels_to_stream(channels)
    assert sorted(_ids(streams.with_kept_ids(streams.channels_to_stream(channels), held))) == sorted(_ids(held))


def test_parts_that_were_held_without_an_id_get_one():
    held = [{"type": "step", "value": {"marker": "", "name": "Nộp đơn", "text": ""}}]
    assert all(_ids(streams.with_kept_ids(streams.steps_to_stream([Step("Nộp đơn"), Step("Nhận thẻ")]), held)))

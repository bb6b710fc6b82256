"""Succession: who stands today in the place of one that ended."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agencies.reform.lineage import BECAME, CAME_FROM, ENDING_KINDS, Edge, kind_of, onward, successors, what_happened

DAY = date(2025, 7, 1)

edges = st.lists(
    st.builds(
        Edge,
        st.integers(0, 8),
        st.one_of(st.none(), st.integers(0, 8)),
        st.sampled_from(sorted(BECAME)),
        st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    ),
    max_size=30,
)
living = st.sets(st.integers(0, 8))


def heirs(steps: list[Edge], in_force: set[int], start: int = 1, on: date = DAY) -> tuple[int, ...]:
    return successors(start, onward(steps, on), in_force)


def test_a_chain_leads_to_its_end():
    chain = [Edge(1, 2, "renamed", date(2020, 1, 1)), Edge(2, 3, "merged", DAY)]
    assert heirs(chain, {3}) == (3,)


def test_a_step_counts_from_its_own_day():
    steps = [Edge(1, 2, "merged", DAY)]
    assert heirs(steps, {2}, on=date(2025, 6, 30)) == ()
    assert heirs(steps, {2}, on=DAY) == (2,)


def test_a_split_leads_to_all_its_parts():
    assert heirs([Edge(1, 2, "split", DAY), Edge(1, 3, "split", DAY)], {2, 3}) == (2, 3)


def test_two_ways_to_one_heir_give_it_once():
    steps = [
        Edge(1, 2, "split", DAY),
        Edge(1, 3, "split", DAY),
        Edge(2, 4, "merged", DAY),
        Edge(3, 4, "merged", DAY),
    ]
    assert heirs(steps, {4}) == (4,)


def test_abolished_leads_nowhere():
    assert heirs([Edge(1, None, "abolished", DAY)], {2}) == ()


def test_what_a_living_heir_gave_away_is_not_followed():
    steps = [Edge(1, 2, "merged", DAY), Edge(2, 3, "function_moved", DAY)]
    assert heirs(steps, {2, 3}) == (2,)


def test_a_moved_function_of_one_that_ended_later_is_not_its_end():
    steps = [Edge(1, 2, "merged", DAY), Edge(2, 3, "function_moved", DAY), Edge(2, 4, "merged", DAY)]
    assert heirs(steps, {3, 4}) == (4,)


def test_a_circle_ends():
    assert heirs([Edge(1, 2, "renamed", DAY), Edge(2, 1, "renamed", DAY)], {3}) == ()


@given(edges, living)
def test_heirs_are_in_force_distinct_and_others(steps, in_force):
    found = heirs(steps, in_force)
    assert set(found) <= in_force - {1}
    assert len(found) == len(set(found))


@given(edges, living, st.randoms())
def test_the_order_of_the_data_does_not_matter(steps, in_force, random):
    shuffled = random.sample(steps, len(steps))
    assert set(heirs(steps, in_force)) == set(heirs(shuffled, in_force))


@given(edges, living)
def test_every_heir_of_an_ended_middle_is_an_heir(steps, in_force):
    """Whoever stands in for somebody on the way stands in for the first one too."""
    found = set(heirs(steps, in_force))
    for step in onward(steps, DAY).get(1, ()):
        if step.successor not in in_force | {1} and step.kind in ENDING_KINDS:
            ended = [edge for edge in steps if edge.predecessor != step.successor or edge.kind in ENDING_KINDS]
            assert set(heirs(ended, in_force, start=step.successor)) - {1} <= found


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ((1, 1, True), "reparented"),
        ((1, 1, False), "renamed"),
        ((3, 1, True), "merged"),
        ((3, 2, False), "split"),
    ],
)
def test_kind_follows_from_the_numbers(facts, kind):
    assert kind_of(*facts) == kind


def test_a_part_is_a_split_even_when_alone():
    assert kind_of(1, 1, same_name=True, in_part=True) == "split"


def test_sentences():
    assert what_happened("merged", "Xã X", DAY) == "Sáp nhập vào Xã X từ 01/07/2025"
    assert what_happened("abolished", "", DAY) == "Chấm dứt hoạt động từ 01/07/2025"


def test_every_kind_has_words_both_ways():
    assert BECAME.keys() == CAME_FROM.keys()

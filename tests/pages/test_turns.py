"""Turns: all is written in its order, never so much at a time that others wait long, and not before who waits."""

import sqlite3
from contextlib import closing

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from pages.turns import LEAST, LOCKED, MOST, RESTS, Turns

FIRST = 25


class _Machine(Turns):
    """A clock that each portion moves on by what its items cost."""

    def __init__(self, seconds_each: float) -> None:
        super().__init__(clock=lambda: 0.0)
        self._each, self.sizes = seconds_each, []

    def writes(self, items: list[int]) -> list[int]:
        written = []
        for portion in self.portions(items, FIRST):
            self.sizes.append(len(portion))
            self._held = self._each * len(portion)
            written += portion
        return written


@given(st.integers(0, 400), st.floats(0.0001, 2))
def test_everything_is_written_once_in_its_order(count, seconds_each):
    assert _Machine(seconds_each).writes(list(range(count))) == list(range(count))


@given(st.floats(0.0001, 2))
def test_after_the_first_portion_others_wait_no_longer_than_they_should(seconds_each):
    machine = _Machine(seconds_each)
    machine.writes(list(range(1000)))
    first, *later = machine.sizes
    assert first == FIRST
    assert all(size <= max(LOCKED / seconds_each + 1, LEAST) for size in later[:-1])
    assert max(machine.sizes) <= MOST


def test_a_quick_machine_writes_more_at_a_time():
    machine = _Machine(0.001)
    machine.writes(list(range(1000)))
    assert MOST in machine.sizes


@pytest.mark.django_db(transaction=True)
def test_what_follows_the_commit_does_not_make_the_next_portion_smaller():
    now, sizes = [0.0], []
    turns = Turns(clock=lambda: now[0], rest=lambda _seconds: None)

    def slow_index() -> None:
        now[0] += 60

    for portion in turns.portions(list(range(2 * MOST)), FIRST):
        sizes.append(len(portion))
        with turns.turn():
            now[0] += 0.001 * len(portion)
            transaction.on_commit(slow_index)
    assert sizes == [FIRST, 2 * FIRST, 4 * FIRST, MOST, 25]


class TestOthers:
    """Another connection that writes to the same file."""

    @pytest.fixture
    def other(self, transactional_db):
        if connection.vendor != "sqlite":
            pytest.skip("chỉ SQLite có một chỗ ghi duy nhất")
        file = connection.settings_dict["NAME"]
        with closing(sqlite3.connect(file, uri=True, isolation_level=None, timeout=0)) as other:
            yield other

    def test_an_import_rests_until_nobody_writes(self, other):
        rests = []

        def rest(_seconds: float) -> None:
            rests.append("rest")
            if len(rests) == 1:
                other.execute("BEGIN IMMEDIATE")
            elif len(rests) == 4:
                other.execute("COMMIT")

        with Turns(rest=rest).turn():
            assert len(rests) == 4

    def test_it_comes_at_last_though_others_write_all_the_time(self, other):
        rests = []

        def rest(_seconds: float) -> None:
            rests.append("rest")
            if len(rests) == 1:
                other.execute("BEGIN IMMEDIATE")
            elif len(rests) == RESTS:
                other.execute("COMMIT")

        with Turns(rest=rest).turn():
            assert len(rests) == RESTS

    def test_inside_a_transaction_of_its_caller_it_does_not_rest(self, transactional_db):
        def never(_seconds: float) -> None:
            raise AssertionError

        with transaction.atomic(), Turns(rest=never).turn():
            pass

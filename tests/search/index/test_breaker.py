"""When a failing engine is left alone, and when it is tried again; on a clock that only the test moves."""

import pytest

from search.index.breaker import Breaker


class Clock:
    """Shows what it is set to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def breaker(clock):
    return Breaker(15.0, clock)


def test_as_long_as_all_is_well_everybody_may_ask(breaker):
    assert [breaker.allows() for _ in range(3)] == [True] * 3
    assert breaker.seconds_open() is None
    assert breaker.succeeded() is False


def test_after_one_failure_nobody_asks_until_the_pause_is_over(breaker, clock):
    breaker.failed()
    assert not breaker.allows()
    clock.now += 14.9
    assert not breaker.allows()
    clock.now += 0.1
    assert breaker.allows()


def test_only_one_tries_and_the_others_go_on_without(breaker, clock):
    breaker.failed()
    clock.now += 15
    assert [breaker.allows() for _ in range(3)] == [True, False, False]


def test_who_got_leave_and_never_came_back_holds_nobody_up(breaker, clock):
    breaker.failed()
    clock.now += 15
    assert breaker.allows()
    clock.now += 15
    assert breaker.allows()


def test_a_try_that_fails_begins_another_pause(breaker, clock):
    breaker.failed()
    clock.now += 20
    assert breaker.allows()
    breaker.failed()
    clock.now += 14
    assert not breaker.allows()


def test_a_try_that_succeeds_is_news_once_and_lets_everybody_ask(breaker, clock):
    breaker.failed()
    clock.now += 15
    assert breaker.allows()
    assert breaker.succeeded() is True
    assert breaker.succeeded() is False
    assert breaker.allows()
    assert breaker.allows()


def test_it_tells_since_when_however_often_it_failed(breaker, clock):
    breaker.failed()
    clock.now += 20
    breaker.failed()
    clock.now += 10
    assert breaker.seconds_open() == 30
    breaker.succeeded()
    assert breaker.seconds_open() is None

"""An engine that fails, hangs or has not got everything: the one beside it answers."""

import threading

import pytest

from search.index.breaker import Breaker
from search.index.embedded import EmbeddedIndex
from search.index.guarded import GuardedIndex
from search.index.port import IndexMissingError, IndexUnavailableError
from search.question.query import Query
from search.ranking.results import Results
from tests.search.index.contract import BIRTH, DEATH, EVERYTHING, keys

QUERY = Query("khai sinh")


class Moody:
    """An engine that answers out of another, as it is told."""

    def __init__(self, index: EmbeddedIndex) -> None:
        self.index = index
        self.mood = lambda: None
        self.asked = 0

    def _feel(self) -> None:
        self.asked += 1
        self.mood()

    def search_or_fail(self, query):
        self._feel()
        return self.index.search(query)

    def suggest_or_fail(self, text, limit):
        self._feel()
        return self.index.suggest(text, limit)

    def count_or_fail(self):
        self._feel()
        return self.index.count()


def failing():
    raise IndexUnavailableError("đứt cáp")


def broken():
    raise KeyError("hits")


@pytest.fixture
def main(tmp_path):
    index = EmbeddedIndex(tmp_path / "main.sqlite3")
    index.rebuild([BIRTH])
    return Moody(index)


@pytest.fixture
def spare(tmp_path):
    index = EmbeddedIndex(tmp_path / "spare.sqlite3")
    index.rebuild(EVERYTHING)
    return index


@pytest.fixture
def recoveries():
    return []


@pytest.fixture
def now():
    return [0.0]


@pytest.fixture
def guarded(main, spare, recoveries, now):
    return GuardedIndex(main, spare, Breaker(15.0, lambda: now[0]), lambda: recoveries.append(1), patience=5.0)


def test_all_is_asked_of_the_first_while_it_answers(guarded, main):
    assert keys(guarded.search(QUERY)) == [BIRTH.key]
    assert [line.title for line in guarded.suggest("khai", 5)] == [BIRTH.title]
    assert guarded.count() == 1
    assert main.asked == 3
    assert guarded.seconds_failing() is None


@pytest.mark.parametrize("mood", [failing, broken])
def test_the_other_answers_when_it_fails_in_whatever_way(guarded, main, spare, mood):
    main.mood = mood
    assert guarded.search(QUERY) == spare.search(QUERY)
    assert guarded.suggest("khai", 5) == spare.suggest("khai", 5)
    assert guarded.count() == len(EVERYTHING)


def test_after_a_failure_it_is_left_alone(guarded, main):
    main.mood = failing
    for _ in range(5):
        guarded.search(QUERY)
    assert main.asked == 1


def test_it_is_tried_again_and_its_recovery_is_told_once(guarded, main, recoveries, now):
    main.mood = failing
    guarded.search(QUERY)
    main.mood = lambda: None
    assert len(keys(guarded.search(QUERY))) > 1
    now[0] = 15.0
    assert keys(guarded.search(QUERY)) == keys(guarded.search(QUERY)) == [BIRTH.key]
    assert recoveries == [1]


def test_one_that_hangs_is_not_waited_for(main, spare):
    hangs = threading.Event()
    main.mood = hangs.wait
    guarded = GuardedIndex(main, spare, Breaker(15.0), lambda: None, patience=0.05)
    assert guarded.search(QUERY) == spare.search(QUERY)
    assert guarded.count() == len(EVERYTHING)
    assert main.asked == 1
    hangs.set()


def test_one_that_has_not_got_everything_is_not_relied_on(guarded, main, spare):
    main.search_or_fail = lambda query: Results(incomplete=True)
    assert guarded.search(QUERY) == spare.search(QUERY)
    assert not guarded.main_answers()
    assert guarded.seconds_failing() is None


def test_a_part_is_better_than_nothing(main, tmp_path):
    main.search_or_fail = lambda query: Results(total=1, incomplete=True)
    guarded = GuardedIndex(main, EmbeddedIndex(tmp_path / "none"), Breaker(15.0), lambda: None, patience=5.0)
    assert guarded.search(QUERY).total == 1


def test_without_either_the_answer_says_so(main, tmp_path):
    main.mood = failing
    guarded = GuardedIndex(main, EmbeddedIndex(tmp_path / "none"), Breaker(15.0), lambda: None, patience=5.0)
    assert guarded.search(QUERY).unavailable
    assert guarded.suggest("khai", 5) == []
    assert guarded.count() == 0


def test_whoever_asks_whether_it_answers_tries_it_when_it_is_time(guarded, main, now):
    assert guarded.main_answers()
    main.mood = failing
    assert not guarded.main_answers()
    now[0] = 10.0
    assert not guarded.main_answers()
    assert guarded.seconds_failing() == 10.0
    main.mood = lambda: None
    now[0] = 20.0
    assert guarded.main_answers()
    assert guarded.seconds_failing() is None


def test_many_at_once_are_all_answered_while_it_fails(guarded, main, spare):
    main.mood = failing
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(guarded.search(QUERY))) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [spare.search(QUERY)] * 20
    assert DEATH.key not in keys(answers[0])


@pytest.fixture
def shortages():
    return []


@pytest.fixture
def demanding(main, spare, recoveries, shortages):
    """One that wants at least as many entries as there are."""
    return GuardedIndex(
        main,
        spare,
        Breaker(15.0),
        lambda: recoveries.append(1),
        patience=5.0,
        suffices=lambda held: held >= len(EVERYTHING),
        short=lambda: shortages.append(1),
    )


def test_one_that_answers_and_has_too_few_entries_is_not_trusted(demanding, shortages):
    assert demanding.search(QUERY).held == len(EVERYTHING)
    assert shortages
    assert not demanding.main_answers()
    assert demanding.seconds_failing() is None


def test_one_whose_index_is_gone_is_no_failing_server(demanding, main, shortages):
    def missing():
        raise IndexMissingError("deleted")

    main.mood = missing
    assert demanding.search(QUERY).held == len(EVERYTHING)
    assert demanding.suggest("khai", 3)
    assert shortages
    assert demanding.seconds_failing() is None

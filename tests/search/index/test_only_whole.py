"""An index that has not got everything answers nothing, and whoever can mend it hears of it."""

import pytest

from search.index.embedded import EmbeddedIndex
from search.index.only_whole import OnlyWhole
from search.question.query import Query
from tests.search.index.contract import BIRTH, EVERYTHING

QUERY = Query("khai sinh")


@pytest.fixture
def index(tmp_path):
    return EmbeddedIndex(tmp_path / "search.sqlite3")


@pytest.fixture
def heard():
    return []


@pytest.fixture
def only_whole(index, heard):
    return OnlyWhole(index, lambda held: held >= len(EVERYTHING), lambda: heard.append(1))


def test_a_whole_index_is_asked(index, only_whole, heard):
    index.rebuild(EVERYTHING)
    assert only_whole.search(QUERY).hits == index.search(QUERY).hits
    assert only_whole.suggest("khai", 3) == index.suggest("khai", 3)
    assert only_whole.count() == len(EVERYTHING)
    assert not heard


def test_one_that_is_too_short_answers_nothing(index, only_whole, heard):
    index.rebuild(EVERYTHING[1:])
    assert only_whole.search(QUERY).unavailable
    assert heard


def test_one_that_was_never_built_answers_nothing(index, heard):
    index.put([BIRTH])
    lenient = OnlyWhole(index, lambda held: True, lambda: heard.append(1))
    assert lenient.search(QUERY).unavailable
    assert heard


def test_one_that_cannot_be_asked_is_heard_of(only_whole, heard):
    assert only_whole.search(QUERY).unavailable
    assert heard

"""On the real catalogue a name that is pasted whole finds itself, and a decision's number all that it published."""

from collections import Counter

import pytest

from search.index.embedded import EmbeddedIndex
from search.question.query import MAX_WORDS, Query
from search.question.terms import known_words, name_form
from tests.search.national_entries import national_entries

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def entries(shared_data):
    """The entries of all real procedures."""
    return list(national_entries(shared_data))


@pytest.fixture(scope="module")
def index(entries, tmp_path_factory):
    """The embedded engine with them."""
    index = EmbeddedIndex(tmp_path_factory.mktemp("index") / "search.sqlite3")
    index.rebuild(entries)
    return index


def test_every_name_of_more_words_than_are_looked_for_is_first_for_itself(index, entries):
    long = [entry.title for entry in entries if len(known_words(entry.title)) > MAX_WORDS]
    assert len(long) > 250
    first = {name: index.search(Query(name, limit=1)).hits[0].title for name in long}
    assert [name for name, title in first.items() if name_form(name) != name_form(title)] == []


@pytest.mark.slow
def test_every_name_is_first_as_it_is_pasted_from_a_document(index, entries):
    names = [entry.title for entry in entries]
    first = {name: index.search(Query(pasted(name), limit=1)).hits[0].title for name in names}
    assert [name for name, title in first.items() if name_form(name) != name_form(title)] == []


def pasted(name: str) -> str:
    """The name in quotes, with spaces that do not break and a line that does."""
    words = name.split()
    middle = len(words) // 2
    return "“{}\r\n{}”.".format("\u00a0".join(words[:middle]), " ".join(words[middle:]))


def test_a_name_is_first_behind_a_lead_and_among_signs_too(index, entries):
    long = [entry.title for entry in entries if len(known_words(entry.title)) > MAX_WORDS][::20]
    for written in ("Thủ tục {}", "{}.", "  {}\n"):
        first = [index.search(Query(written.format(name), limit=1)).hits[0].title for name in long]
        assert list(map(name_form, first)) == list(map(name_form, long))


def test_the_number_of_a_decision_finds_each_procedure_that_names_it(index, entries):
    keys = Counter(key for entry in entries for key in entry.codes[1:])
    for key, count in keys.most_common(30):
        found = index.search(Query("?", codes=(key,), limit=100))
        holders = {entry.key for entry in entries if any(f"{code}-".startswith(f"{key}-") for code in entry.codes)}
        assert (found.total, {hit.key for hit in found.hits} <= holders) == (len(holders), True)
        assert count <= len(holders)

"""The words by which a thing is found, and those that are asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from modelsearch.index import AutocompleteField, FilterField, RelatedFields, SearchField

from search.desk.words import MAX_NAME, MAX_TEXT, MAX_WORD, asked_words, name_and_text


class Plain(SearchField):
    """A search field of something that is no row of a database."""

    def get_value(self, thing):
        return getattr(thing, self.field_name)


class Others(RelatedFields):
    """The same for what belongs to it."""

    get_value = Plain.get_value


class Thing:
    """Anything with search fields."""

    def __init__(self, fields=("title", "note"), **values):
        self.fields = [Plain(name) for name in fields]
        self.__dict__ |= {"title": "", "note": ""} | values

    def get_search_fields(self):
        return self.fields


def texts(**values) -> str:
    return name_and_text(Thing(**values))[1]


def test_the_name_is_the_first_field_and_stands_first_among_the_words():
    assert name_and_text(Thing(title="Sổ ĐỎ", note="Đất đai")) == (" so do ", " so do | dat dai ")


def test_what_two_fields_both_say_is_kept_once():
    assert texts(title="Sổ đỏ", note="sổ đỏ") == " so do "


def test_without_a_name_the_next_field_names_the_thing():
    assert name_and_text(Thing(note="Sơ đồ"))[0] == " so do "
    assert name_and_text(Thing()) == ("", "")


@pytest.mark.parametrize("value", [["một", "hai"], {"a": "một", "b": ["hai"]}, ("một", {"hai"})])
def test_a_field_may_hold_lists_and_mappings(value):
    assert texts(note=value) == " mot hai "


def test_a_field_may_hold_a_number_or_nothing():
    assert texts(title=None, note=2025) == " 2025 "


def test_words_of_what_belongs_to_it_are_found_and_filters_are_not():
    thing = Thing(title="Ảnh", tag=Thing(fields=("title",), title="Lễ hội"), none=None)
    thing.fields = [Plain("title"), Others("tag", [Plain("title")]), Others("none", []), FilterField("tag")]
    assert name_and_text(thing)[1] == " anh | le hoi "


def test_fields_for_typing_ahead_count_like_the_others():
    assert issubclass(AutocompleteField, FilterField.__bases__[0])
    thing = Thing(title="Một")
    thing.fields = [type("Ahead", (AutocompleteField,), {"get_value": Plain.get_value})("title")]
    assert name_and_text(thing)[1] == " mot "


@pytest.mark.parametrize("typed", ["1.001193", "1001193", "1.001193.000.00.00.H37", "1.001193."])
def test_a_code_in_any_spelling_is_asked_for_as_the_same_word(typed):
    assert asked_words(typed, 20) == ["1001193"]
    assert " 1001193 " in texts(title="Khai sinh", note=typed)


def test_a_code_begun_finds_both_spellings():
    text = texts(note="1.001193")
    assert all(f" {word}" in text for word in [*asked_words("1.0011", 20), *asked_words("10011", 20)])


@given(st.text())
def test_whatever_is_typed_of_a_thing_finds_it(text):
    kept = texts(title="", note=text)
    assert all(f" {word}" in kept for word in asked_words(text, 20))


@given(st.text(st.characters(codec="utf-8")))
def test_a_word_of_a_thing_stands_between_spaces(text):
    kept = texts(note=text)
    assert kept == "" or (kept[0], kept[-1]) == (" ", " ")
    assert "  " not in kept


def test_what_is_kept_is_bounded():
    name, text = name_and_text(Thing(title="chữ " * 9_000, note="dài" * 9_000))
    assert len(name) <= MAX_NAME + 2
    assert len(text) <= MAX_TEXT + 2
    assert max(map(len, texts(note="dài" * 9_000).split())) == MAX_WORD


def test_only_the_first_words_are_asked_for():
    assert asked_words("một hai ba bốn", 3) == ["mot", "hai", "ba"]

"""The hash of a row covers each of its columns, in one spelling that anybody can write."""

import hashlib
import json

import pytest

from audit.chain.links import COLUMNS, GENESIS, canonical, key_of, linked, sealed

VALUES = [
    *("pages.edit", 7, None, "Lê Lan", "192.0.2.1", 3, "2026-11-30T02:15:00.123Z", '{"title":["Cũ","Mới"]}'),
    *("", "{}", "12", "pages.newspage", 'Tin "nóng"', 5),
]


def test_a_row_is_one_object_with_sorted_keys_no_spaces_and_plain_letters():
    text = canonical(VALUES)
    assert json.loads(text) == dict(zip(COLUMNS, VALUES, strict=True))
    assert text == json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert text.startswith('{"action":"pages.edit","actor":7,"actor_agency":null,"actor_name":"Lê Lan",')


def test_the_hash_is_that_of_the_previous_hash_and_the_row():
    assert linked(GENESIS, VALUES) == hashlib.sha256(b"0" * 64 + canonical(VALUES).encode()).hexdigest()


@pytest.mark.parametrize("place", range(len(COLUMNS)), ids=COLUMNS)
def test_each_column_counts(place):
    other = [*VALUES]
    other[place] = 99 if other[place] is None or isinstance(other[place], int) else f"{other[place]} "
    assert linked(GENESIS, other) != linked(GENESIS, VALUES)


def test_a_text_and_the_same_number_differ():
    assert canonical([*VALUES[:1], "7", *VALUES[2:]]) != canonical(VALUES)


def test_a_seal_is_made_with_the_portals_key_alone():
    digest = linked(GENESIS, VALUES)
    assert sealed(key_of("một"), digest) == sealed(key_of("một"), digest) != sealed(key_of("hai"), digest)

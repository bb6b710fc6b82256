"""Keys of things without an address, made and taken apart."""

from consequences.keys import agency_key, form_key, numbers, page_key


def test_the_numbers_of_one_kind_are_found_among_all_keys():
    keys = [page_key(3), agency_key(3), page_key(1), form_key(7)]
    assert numbers(keys, "page") == [3, 1]
    assert numbers(keys, "form") == [7]


def test_what_is_no_key_is_left_out():
    assert numbers(["page:", "page:x", "page", "page:-1", "lạ", "pages:4"], "page") == []

"""Names for headings and addresses, made from names of any length."""

from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.naming import LONGEST_TITLE, page_slug, short_name


def test_a_short_name_is_the_name_itself_on_one_line():
    assert short_name("  Cấp thẻ\n thả  diều ") == "Cấp thẻ thả diều"


def test_a_long_name_ends_after_a_whole_word():
    short = short_name("Cấp thẻ thả diều, sáo, dây và gió", 20)
    assert short == "Cấp thẻ thả diều…"


@given(st.text(max_size=1_200), st.integers(10, LONGEST_TITLE))
def test_a_heading_is_never_longer_than_asked_and_begins_like_the_name(name, longest):
    short = short_name(name, longest)
    assert len(short) <= longest
    assert " ".join(name.split()).startswith(short.removesuffix("…"))


@given(st.text(max_size=2_000))
def test_an_address_always_fits_and_has_only_plain_letters(name):
    address = page_slug("1.100001", name)
    assert len(address) <= 80
    assert address.startswith("1-100001")
    assert set(address) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")

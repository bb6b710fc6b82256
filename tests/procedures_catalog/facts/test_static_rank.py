"""How likely a procedure is meant before anybody asks."""

from procedures_catalog.facts.static_rank import standing


def test_the_commune_stands_above_the_province_and_the_ministry_below():
    assert standing("1.013000", ["commune"]) > standing("1.013000", ["province"]) > standing("1.013000", ["ministry"])


def test_a_level_stated_twice_counts_once():
    assert standing("1.013000", ["commune", "commune"]) == standing("1.013000", ["commune"])


def test_the_first_numbers_stand_above_later_ones():
    assert standing("1.001193", ["province"]) > standing("1.013000", ["province"])


def test_a_code_of_the_provinces_own_says_nothing():
    assert standing("", ["province"]) == standing("TTHC-01", ["province"]) == 0.0

"""The pairs of real documents of which it is known who does what to whom are read in that direction, and no other."""

import csv
import re
from pathlib import Path

import pytest

from legal_documents.facts.mentions import mentions
from legal_documents.facts.numbers import number_key
from legal_documents.facts.relations import REPEALS, REPLACES, said_of
from vietnamese.spelling import clean

VERB = re.compile(r"thay thế|bãi bỏ|(?:hết|chấm dứt|không còn) hiệu lực|được sửa đổi|được bổ sung|được bãi bỏ")


def pairs(shared: Path, name: str) -> list[tuple[str, str, str]]:
    """Acting and target number of each pair, and the sentence, where that sentence says it whole: some end in their
    midst, and some numbers were cut."""
    with (shared / "relations" / name).open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = [tuple(clean(row[key]) for key in ("acting_number", "target_number", "evidence")) for row in rows]
    return [
        (number_key(acting), number_key(target), text)
        for acting, target, text in found
        if VERB.search(text) and number_key(target) in {one.key for one in mentions(text)}
    ]


@pytest.mark.shared
def test_what_replaces_or_ends_another_does_so_in_ninety_nine_of_a_hundred(shared_data) -> None:
    known = pairs(shared_data, "replaces.tsv")
    missed = [
        (acting, target)
        for acting, target, text in known
        if not any(
            said.target == target and said.acting in ("", acting) and said.relation in (REPLACES, REPEALS)
            for said in said_of(text)
        )
    ]
    assert len(known) > 700
    assert len(missed) <= 0.01 * len(known), missed


@pytest.mark.shared
def test_whoever_amends_another_is_told_from_it_every_time(shared_data) -> None:
    known = pairs(shared_data, "amended-by.tsv")
    whole = [(acting, target, text) for acting, target, text in known if acting in {one.key for one in mentions(text)}]
    missed = [
        (acting, target)
        for acting, target, text in whole
        if not any((said.acting, said.target) == (acting, target) for said in said_of(text))
    ]
    assert len(whole) > 560
    assert missed == []


@pytest.mark.shared
@pytest.mark.parametrize("name", ["replaces.tsv", "amended-by.tsv"])
def test_no_pair_is_read_the_other_way_round(shared_data, name: str) -> None:
    turned = [
        (acting, target)
        for acting, target, text in pairs(shared_data, name)
        if any(said.acting == target and said.target in ("", acting) for said in said_of(text))
    ]
    assert turned == []

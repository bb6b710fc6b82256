"""Six real codes are divided as their makers divided them."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from legal_documents.articles.reading import read
from legal_documents.articles.unit import ARTICLE, Placed, placed
from vietnamese.spelling import clean

#: Articles that the list of the code's own parts leaves out; they stand in its text.
MISSING = {"bo-luat-hinh-su-2015": 2, "bo-luat-to-tung-hinh-su-2015": 20}


def codes(shared: Path) -> Iterator[tuple[str, dict[str, Any], list[Placed]]]:
    for path in sorted((shared / "legal").glob("bo-luat-*.json.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            code = json.load(file)
        yield path.name.partition(".")[0], code, list(placed(read(clean(code["raw_text"]))))


def articles_of(node: dict[str, Any]) -> Iterator[str]:
    if node["node_type"] == "điều":
        yield node["node_id"]
    for child in node["children"]:
        yield from articles_of(child)


@pytest.mark.shared
def test_every_article_of_six_codes_has_its_address(shared_data) -> None:
    for name, code, units in codes(shared_data):
        ours = [each.unit.number for each in units if each.unit.kind == ARTICLE]
        theirs = list(articles_of(code["tree"]))
        assert Counter(ours) >= Counter(theirs), name
        assert len(ours) == len(theirs) + MISSING.get(name, 0), name
        assert ours == [str(number) for number in range(1, len(ours) + 1)], name
        assert all(each.address for each in units), name


@pytest.mark.shared
def test_no_word_of_a_code_is_lost(shared_data) -> None:
    for name, code, units in codes(shared_data):
        said = sum(len(f"{each.unit.title}{each.unit.text}".replace("\n", "").replace(" ", "")) for each in units)
        whole = len(clean(code["raw_text"]).replace("\n", "").replace(" ", ""))
        assert 0.95 * whole < said < whole, name

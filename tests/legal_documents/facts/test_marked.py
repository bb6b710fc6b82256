"""Citations in real lines of law, marked by hand, are found and nothing else is.

`marked.tsv` has for each line of the set its name and where numbers of documents stand in the cleaned text: of
standards too, not of forms ("Mẫu số 01/…") nor of articles in the codification ("Điều 34.4.TT.8.3").
"""

import json
from pathlib import Path

import pytest

from legal_documents.facts.mentions import mentions
from legal_documents.facts.numbers import numbers_at
from vietnamese.spelling import clean

MARKED = Path(__file__).with_name("marked.tsv")


@pytest.mark.shared
def test_precision_and_recall_on_lines_marked_by_hand(shared_data) -> None:
    marks = dict(line.split("\t") for line in MARKED.read_text("utf-8").splitlines())
    lines = (shared_data / "citations" / "to-mark.jsonl").read_text("utf-8").splitlines()
    texts = {row["id"]: clean(row["text"]) for row in map(json.loads, lines)}
    marked = {(name, span) for name, spans in marks.items() for span in spans.split()}
    found = {(name, span) for name, text in texts.items() for span in _spans(text)}
    right = len(marked & found)
    assert texts.keys() == marks.keys()
    assert len(marked) >= 300
    assert right / len(found) >= 0.98, sorted(found - marked)
    assert right / len(marked) >= 0.95, sorted(marked - found)


def _spans(text: str) -> set[str]:
    ends = {one.end for one in mentions(text)}
    return {f"{number.begin}-{number.end}" for number in numbers_at(text) if number.end in ends}

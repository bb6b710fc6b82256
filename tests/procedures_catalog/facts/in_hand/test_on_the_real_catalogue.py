"""The real catalogue: each of its codes and decisions is read in every spelling, and none of its names is a number."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from procedures_catalog.facts.in_hand.decisions import decision_keys
from procedures_catalog.facts.in_hand.reading import read
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.files.read_national import read_national

pytestmark = pytest.mark.shared
SPELLINGS = [
    "{}", "{hyphen}", "{bare}", "{comma}", "{}.000.00.00.H29", "Mã TTHC: {}", "TTHC {bare}", "({})",
    "Thủ tục {}: xin hỏi", "https://dvc.gov.vn/x.html?ma_thu_tuc={}", "https://x.vn/#/chi-tiet?ma={}",
    "/thu-tuc/{hyphen}-ten/", "{o}", "{l}", "{wide}",
]  # fmt: skip
#: Of 5,652 codes those that are longer than all others; in their bare spellings they are not certain.
ODD = {"1.0133611", "1.014955-Xoa", "2.009182739"}


@pytest.fixture(scope="module")
def records(shared_data) -> list[ProcedureRecord]:
    """All procedures of the national file."""
    rows = read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz")
    return [row.record for row in rows if isinstance(row, ReadRow)]


def spelt(code: str) -> Iterator[str]:
    """A code in all spellings."""
    words = {
        "hyphen": code.replace(".", "-"), "bare": code.replace(".", ""), "comma": code.replace(".", ","),
        "wide": "".join(chr(ord(sign) + 0xFEE0) for sign in code), "o": code[:-1] + code[-1].replace("0", "O"),
        "l": code[:-1] + code[-1].replace("1", "l"),
    }  # fmt: skip
    return (spelling.format(code, **words) for spelling in SPELLINGS)


def test_every_code_is_itself_in_every_spelling(records):
    codes = {record.code for record in records} - ODD
    assert len(codes) > 5_600
    assert [text for code in codes for text in spelt(code) if read(text).code != code] == []


def test_no_name_is_taken_for_a_number(records):
    taken = [record.name for record in records if (held := read(record.name)).kind != "words" and held.alone]
    assert taken == []


def test_every_decision_is_read_as_it_is_kept(records):
    numbers = {record.decision_number for record in records}
    kept = {
        number: keys for number in numbers if (keys := decision_keys(number)) and keys[0].startswith(("qd-", "ttr-"))
    }
    assert len(kept) > 850
    asked = {number: read(f"Quyết định số {number} ngày 01/02/2026").code for number in kept}
    assert [
        number for number, code in asked.items() if not f"{kept[number][-1]}-".startswith(f"{code}-") or not code
    ] == []


def test_no_question_that_people_asked_is_taken_for_a_number(shared_data):
    files: list[Path] = sorted((shared_data / "search").glob("*.jsonl"))
    questions = [json.loads(line)["q"] for file in files for line in file.read_text("utf-8").splitlines()]
    assert len(questions) > 500
    assert [question for question in questions if read(question).kind != "words"] == []

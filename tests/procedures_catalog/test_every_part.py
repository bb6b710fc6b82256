"""Every part of a procedure travels the whole way: file, page, version, export, sheet, API, words to search in.

The record says something in every part that nothing else says, so a part that is forgotten anywhere is missed there.
"""

import dataclasses
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.national_shape import to_national
from procedures_catalog.facts.parts.table import GROUPS, HELD, OVERLAID, PARTS, RECORD_COLUMNS, UNSHOWN, Part, parts_of
from procedures_catalog.facts.record import ProcedureRecord, Step
from procedures_catalog.files.exporting import write_jsonl
from procedures_catalog.files.read_national import read_national, read_object
from procedures_catalog.models import ProcedurePage, PublishedVersion
from tests.planted import planted
from tests.posting.printing.texts import comparable, pdf_text
from tests.procedures_catalog.factories import DAY, bring, page_of
from tests.procedures_catalog.importing.full_record import FULL

pytestmark = pytest.mark.django_db

RECORD = dataclasses.replace(
    FULL,
    kind="delegated",
    steps=(Step("Bước 1: Nộp đơn", "Mang đơn đến quầy.", "*"),),
    online_level="partial",
    filing_url="https://nop.example/q9",
)
#: Another value, for parts that take only some; another code would be another procedure.
OTHERS = {"levels": ("province",), "kind": "local", "online_level": "full", "reason_partial": "presence"}
OTHERS["blanks"] = ("forms.later",)
OTHERS["filing_url"] = "https://nop.example/r1"
#: How each part can be seen where people read it: words that stand in no other part.
SIGNS = {
    "code": "1.100001",
    "name": "Cấp thẻ thả diều",
    "sector": "Diều, sáo",
    "decision_number": "12/QĐ-BVC",
    "levels": "Cấp xã",
    "kind": "Thủ tục được luật giao quy định chi tiết",
    "steps": "Mang đơn đến quầy.",
    "applicants": "Công dân Việt Nam",
    "executing": "Ủy ban nhân dân cấp xã",
    "competent": "Sở Gió",
    "authorised": "Trung tâm Diều",
    "cooperating": "Công an cấp xã",
    "receiving_address": "Số 1 phố Diều",
    "results": "Thẻ thả diều",
    "conditions": "Có diều.",
    "keywords": "diều, gió",
    "description": "Thả diều là thú vui.",
    "channels": "Trừ ngày lễ",
    "cases": "Đơn đề nghị",
    "legal_bases": "99/2020/QH99",
    "everyday_names": "làm thẻ diều",
    "online_level": "Trực tuyến một phần",
    "filing_url": "https://nop.example/q9",
    "reason_partial": "Cơ quan nhà nước phải thẩm tra, xác minh tại hiện trường",
    "reason_partial_basis": "Điều 7 Luật Diều",
    "blanks": "Mẫu đơn, mẫu tờ khai: không có",
}
#: What the API gives under a key of the vocabulary, not in words.
KEYS = {"levels", "kind", "online_level", "reason_partial", "blanks"}
#: A link cannot be followed on paper.
NO_PAPER = {"filing_url"}
FACTS = [part for part in PARTS if part.name not in ("source_was_nfc", "original_wordings")]
by_part = pytest.mark.parametrize("part", FACTS, ids=lambda part: part.name)


@pytest.fixture
def page(portal) -> ProcedurePage:
    planted("a procedure with something in every part", lambda: bring(read_object(2, to_national(RECORD))))
    return page_of("1.100001")


def words(value: Any) -> Iterator[str]:
    """Every text inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from words(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from words(inner)


def test_the_table_has_a_row_for_each_fact_of_the_record_and_each_is_told_in_a_group_that_has_a_name():
    assert {part.name for part in PARTS} == {field.name for field in dataclasses.fields(ProcedureRecord)}
    assert {part.key for part in FACTS} == set(GROUPS)
    assert len(RECORD_COLUMNS) == len(set(RECORD_COLUMNS)) == len(HELD)
    assert {block for block, _ in ProcedurePage.overlay.field.stream_block.child_blocks.items()} == set(OVERLAID)


def test_the_record_of_these_tests_says_something_else_in_every_part():
    nothing = ProcedureRecord(RECORD.code, RECORD.name)
    silent = {part.name for part in FACTS if getattr(RECORD, part.name) == getattr(nothing, part.name)}
    assert silent == {"code", "name"}
    assert SIGNS.keys() == {part.name for part in FACTS}


@by_part
def test_the_page_holds_what_the_file_said(page, part: Part):
    assert getattr(official_record(page), part.name) == getattr(RECORD, part.name)


@by_part
def test_a_file_that_is_written_says_it_again(page, part: Part, tmp_path):
    write_jsonl(tmp_path / "xuat.jsonl", [official_record(page)])
    (row,) = read_national(tmp_path / "xuat.jsonl")
    assert getattr(row.record, part.name) == getattr(RECORD, part.name)


@by_part
def test_its_readers_find_it_on_the_page(page, part: Part, client):
    html = unescape(client.get(page.get_url()).text)
    assert (SIGNS[part.name] in html) == (part.key not in UNSHOWN)


@by_part
def test_the_full_sheet_prints_it(page, part: Part, client):
    pdf = client.get(reverse("procedure_sheet", args=[page.slug]), {"loai": "full"}).content
    is_printed = part.key not in UNSHOWN and part.name not in NO_PAPER
    assert (comparable(SIGNS[part.name]) in comparable(pdf_text(pdf))) == is_printed


@by_part
def test_the_api_answers_it(page, part: Part, client):
    told = client.get("/api/v1/procedures/1.100001").json()
    if part.key not in UNSHOWN - {"kind"}:
        sign = getattr(RECORD, part.name) if part.name in KEYS else SIGNS[part.name]
        assert (sign[0] if isinstance(sign, tuple) else sign) in list(words(told)), told


@pytest.mark.parametrize("part", FACTS[1:], ids=lambda part: part.name)
def test_a_change_of_it_makes_another_version_if_readers_see_it(page, part: Part):
    before = PublishedVersion.objects.get(is_current=True)
    other = OTHERS.get(part.name) or _other(getattr(RECORD, part.name))
    bring(read_object(2, to_national(dataclasses.replace(RECORD, **{part.name: other}))))
    after = PublishedVersion.objects.get(is_current=True)
    assert (after.pk != before.pk) == (part.key not in UNSHOWN), part


def _other(value: Any) -> Any:
    if isinstance(value, tuple):
        return value[:0] if value and not isinstance(value[0], str) else ("Bộ Trời",)
    return f"{value} khác" if value else "khác"


@by_part
def test_its_words_are_looked_for(page, part: Part):
    if part.searched:
        assert SIGNS[part.name] in page.search_text(DAY)


def test_every_group_has_facts():
    assert all(parts_of(group) for group in GROUPS)

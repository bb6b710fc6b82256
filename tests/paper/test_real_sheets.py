"""Sheets of real procedures: how long they get, and that none stops the printer."""

from dataclasses import replace
from itertools import islice
from statistics import median

import pytest

from paper.contents import Answer, Case, ChannelRow, FeeLine, PaperLine, Sheet
from paper.make import sheets_pdf
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.temporary_code import said
from procedures_catalog.files.read_national import read_national
from procedures_catalog.presenting import papers, parts
from procedures_catalog.presenting.answers import five_answers
from tests.paper.reading import reader
from tests.paper.samples import BLANK

SAMPLE = 60


def _sheet(record: ProcedureRecord) -> Sheet:
    """What a short sheet prints of a national record."""
    return replace(
        BLANK,
        name=record.name,
        procedure_code=said(record.code),
        answers=tuple(Answer(one.question, one.text, one.detail) for one in five_answers(record, ())),
        cases=tuple(map(_case, papers.case_items(record.cases, {}))),
        channels=tuple(map(_channel, parts.channel_items(record.channels))),
        results=record.results,
        receiving_place=tuple(parts.paragraphs(record.receiving_address)),
    )


def _case(item):
    lines = (
        PaperLine(paper["name"], paper["count_label"], "", paper["is_note"], paper["is_conditional"])
        for paper in item["papers"]
    )
    return Case(tuple(lines), item["short_name"], item["count_label"])


def _channel(item):
    fees = (FeeLine(fee["text"], fee["note"]) for fee in item["fees"])
    return ChannelRow(item["label"], item["time"]["text"], tuple(fees), tuple(item["notes"]))


@pytest.mark.shared
def test_half_of_the_real_procedures_fit_on_one_sheet_of_paper(shared_data):
    rows = read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz")
    records = [row.record for row in islice(rows, 0, None, 5652 // SAMPLE)]
    pages = [len(reader(sheets_pdf([_sheet(record)])).pages) for record in records]
    assert median(pages) <= 2

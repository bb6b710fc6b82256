"""Comparing: only what a reader would notice is a difference."""

import dataclasses

import pytest

from procedures_catalog.facts.record import (
    Case,
    Channel,
    Fee,
    LegalBasis,
    ProcedureRecord,
    RequiredDocument,
    Step,
    TimeLimit,
)
from procedures_catalog.importing.judging.compare import differences, merged

RECORD = ProcedureRecord(
    "1.100001",
    "Cấp thẻ thả diều",
    steps=(Step("Nộp đơn", "Ở quầy.\nSố ba.", id="a"),),
    channels=(Channel("direct", TimeLimit("5", "day"), (Fee(5_000, "mỗi thẻ", id="f"),), id="c"),),
    cases=(Case(None, (RequiredDocument("Đơn", 1, id="p"),), id="k"),),
    legal_bases=(LegalBasis("Luật Diều", "1"),),
)
ALL = frozenset(field.name for field in dataclasses.fields(ProcedureRecord))


def _with(**changes):
    return dataclasses.replace(RECORD, **changes)


SAME = [
    _with(name="Cấp  thẻ\nthả diều "),
    _with(steps=(Step("Nộp đơn", "Ở quầy. Số ba.", id="other"),)),
    _with(channels=(Channel("direct", TimeLimit("5", "day"), (Fee(5_000, "mỗi  thẻ"),)),)),
    _with(cases=(Case(None, (RequiredDocument("Đơn", 1, id="q"),), id="l"),)),
]
DIFFERENT = [
    (_with(name="Cấp thẻ thả diều sáo"), ("name",)),
    (_with(steps=(Step("Nộp đơn", "Ở quầy."),)), ("steps",)),
    (_with(channels=(Channel("direct", TimeLimit("5", "day"), (Fee(5_001, "mỗi thẻ"),)),)), ("channels",)),
    (_with(cases=(Case("", (RequiredDocument("Đơn", 1),)),)), ("cases",)),
    (_with(legal_bases=(LegalBasis("Luật Diều", None),)), ("legal_bases",)),
    (_with(code="1.100002", levels=("commune",), legal_bases=()), ("code", "levels", "legal_bases")),
]


@pytest.mark.parametrize("read", SAME)
def test_white_space_and_ids_alone_make_no_difference(read):
    assert differences(RECORD, read, ALL) == ()


@pytest.mark.parametrize(("read", "names"), DIFFERENT)
def test_a_difference_is_named(read, names):
    assert differences(RECORD, read, ALL) == names


def test_what_the_file_does_not_speak_of_is_no_difference():
    assert differences(RECORD, _with(name="khác", sector="khác"), frozenset({"sector"})) == ("sector",)


def test_merging_takes_what_is_known_and_leaves_the_rest():
    one = merged(RECORD, ProcedureRecord("x", "Tên mới", sector="Gió"), ("name", "sector"))
    assert one == _with(name="Tên mới", sector="Gió")

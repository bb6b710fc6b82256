"""Who is asked of what is not published: the office that takes the papers."""

import pytest

from procedures_catalog.facts.agencies.filing import filing_of
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.presenting.answering.asking import desk_to_ask


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ({}, "bộ phận một cửa"),
        ({"levels": ("commune",)}, "bộ phận một cửa"),
        ({"executing": ("Bảo hiểm xã hội cơ sở",)}, "Bảo hiểm xã hội cơ sở"),
        ({"receiving_address": "Cục Hải quan Sông Gió, số 54 phố Gió"}, "Cục Hải quan Sông Gió"),
        ({"receiving_address": "Nhà Gió (cổng sau), tầng 2"}, "Nhà Gió"),
        ({"receiving_address": "Văn phòng đại diện " + "của nhà gió " * 8}, "nơi nộp hồ sơ"),
    ],
)
def test_the_office_that_takes_the_papers_is_asked(facts, asked):
    assert desk_to_ask(filing_of(ProcedureRecord("1.100001", "Thả diều", **facts))) == asked

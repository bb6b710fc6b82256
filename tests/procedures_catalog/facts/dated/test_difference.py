"""Dated differences laid over what stands: each from its day on, of one part alone."""

from datetime import date

from procedures_catalog.facts.dated.difference import Difference, layer_with, record_with
from procedures_catalog.facts.overlay import with_overlay
from procedures_catalog.facts.record import ProcedureRecord

FIRST, SECOND = date(2027, 1, 1), date(2027, 3, 1)
RECORD = ProcedureRecord("1.1", "Thả diều", conditions="Có diều.", filing_url="https://cu.example")


def _on(day: date, *differences: Difference) -> ProcedureRecord:
    return with_overlay(record_with(RECORD, differences, day), layer_with((), differences), day)


def test_several_differences_of_one_part_hold_one_after_the_other():
    both = [Difference("conditions", SECOND, "Có sáo."), Difference("conditions", FIRST, "Có dây.")]
    told = [_on(day, *both).conditions for day in (date(2026, 12, 31), FIRST, date(2027, 2, 28), SECOND)]
    assert told == ["Có diều.", "Có dây.", "Có dây.", "Có sáo."]


def test_what_no_layer_holds_is_replaced_from_its_day_on():
    difference = Difference("filing_url", FIRST, "https://moi.example")
    assert _on(date(2026, 12, 31), difference).filing_url == "https://cu.example"
    assert _on(FIRST, difference).filing_url == "https://moi.example"

"""What changes, in words: the place, before and after, cut around the difference."""

import dataclasses

from procedures_catalog.facts.record import Fee
from procedures_catalog.importing.judging.changes import changes_between
from tests.procedures_catalog.factories import national_row

RECORD = national_row().record


def _one(**changes):
    [change] = changes_between(RECORD, dataclasses.replace(RECORD, **changes))
    return change


def test_a_change_tells_the_procedure_the_place_and_both_texts():
    change = _one(sector="Gió")
    assert change.line() == "1.100001 Cấp thẻ thả diều số 1.100001: Lĩnh vực: “Diều, sáo” → “Gió”"


def test_a_fee_is_told_with_its_channel_and_its_amount():
    dearer = dataclasses.replace(RECORD.channels[0], fees=(Fee(75_000, "mỗi thẻ"),))
    change = _one(channels=(dearer, *RECORD.channels[1:]))
    assert "Trực tiếp" in change.field
    assert ("50.000 đồng" in change.before, "75.000 đồng" in change.after) == (True, True)


def test_of_long_texts_only_what_stands_around_the_difference_is_told():
    long = "gió " * 200
    before, after = (dataclasses.replace(RECORD, conditions=f"{long}{word} {long}") for word in ("bắc", "nam"))
    [change] = changes_between(before, after)
    assert len(change.before) < 200
    assert ("bắc" in change.before, "nam" in change.after) == (True, True)
    assert change.before.startswith("… gió")


def test_what_was_empty_or_is_emptied_is_told_as_empty():
    change = _one(conditions="")
    assert (change.before, change.after) == ("Có diều.", "")


def test_a_line_is_bounded():
    assert len(_one(name="diều " * 300).line(100)) < 350


def test_nothing_changed_is_nothing_told():
    assert changes_between(RECORD, RECORD) == ()

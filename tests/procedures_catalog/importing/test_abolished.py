"""What a list calls abolished is named with what the catalogue has of it, and changes nothing."""

import pytest

from procedures_catalog.files.issues import Refused, complain
from procedures_catalog.importing.apply import Stopped
from procedures_catalog.importing.judging import said
from tests.procedures_catalog.factories import bring, local_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def ended(code, number=9):
    return Refused(number, complain(number, "Tên", "Thả diều", "nói là đã bãi bỏ", code=code, name="Thả diều"), True)


def test_it_is_counted_aside_and_told_with_what_the_portal_holds():
    published("1.100001")
    report = bring(ended("1.100001.000.00.00.H36"), ended("1.100002"))
    assert (report.counts["read"], report.counts["refused"], report.counts["abolished"]) == (2, 0, 2)
    held = [row.held for _, row in report.abolished]
    assert held[0].startswith("cổng đang công bố, chưa đổi gì")
    assert held[1] == "cổng không có thủ tục này"
    assert page_of("1.100001").live
    heading, first, _ = said.abolished(report)
    assert "(2)" in heading
    assert "1.100001" in first
    assert len(report.as_json()["abolished_list"]) == 2


def test_a_code_that_another_row_names_as_in_force_is_asked_about():
    with pytest.raises(Stopped) as stopped:
        bring(local_row("1.100001"), ended("1.100001"), accept=set())
    [(_, question)] = stopped.value.report.questions
    assert question.reason == "abolished"
    assert "dòng 9 ghi là bãi bỏ, tep dòng 2 thì không" in question.text


def test_a_row_without_a_code_is_named_by_its_name():
    [(_, row)] = bring(ended("Không có mã số")).abolished
    assert (row.code, row.name, row.held) == ("", "Thả diều", "không có mã nên không đối chiếu được với cổng")

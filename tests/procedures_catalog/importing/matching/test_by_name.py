"""Rows without a code: the same procedure is recognised, another is told apart, nothing is guessed."""

import pytest

from procedures_catalog.importing.apply import import_rows
from procedures_catalog.models import ProcedurePage
from tests.procedures_catalog.factories import DAY, bring, local_row, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
NAME = "Cấp thẻ thả diều"


def bare(number=2, name=NAME, **values):
    """A row of a list that has no code."""
    return local_row("", number, name=name, **values)


def refusals(report):
    return [complaint.reason for _, complaint in report.refused]


def only() -> ProcedurePage:
    """The one page that there is."""
    return ProcedurePage.objects.get()


def test_a_row_without_a_code_gets_the_portal_s_own():
    report = bring(bare())
    assert report.counts["created"] == 1
    page = only()
    assert page.code == page.identity.temporary_code() == page.identity.codes.get().raw
    assert (page.live, page.slug) == (True, f"{page.code.lower()}-cap-the-tha-dieu")


def test_a_draft_of_former_days_that_has_no_code_at_all_is_nobody_s(portal):
    published("1.100001")
    ProcedurePage.objects.update(code="", code_base="", live=False)
    assert bring(bare()).counts["created"] == 1


def test_a_second_run_changes_nothing():
    bring(bare(2), bare(3, name="Cấp thẻ thổi sáo"))
    report = bring(bare(2), bare(3, name="Cấp thẻ thổi sáo"))
    assert (report.counts["unchanged"], report.counts["refused"], report.rows_written) == (2, 0, 0)


def test_what_changes_is_changed_on_the_same_page():
    bring(bare())
    code = only().code
    assert bring(bare(sector="Sáo")).counts["updated"] == 1
    assert (only().code, only().listed_sector) == (code, "Sáo")


def test_twins_are_told_apart_by_level_and_by_agency():
    known = frozenset({"code", "name", "levels", "executing"})
    rows = [
        bare(2, levels=("commune",)),
        bare(3, levels=("province",), executing=("Sở Gió",), known=known),
        bare(4, levels=("province",), executing=("Sở Sáo",), known=known),
    ]
    assert bring(*rows).counts["created"] == 3
    again = bring(*rows)
    assert (again.counts["unchanged"], again.counts["refused"]) == (3, 0)


def test_twins_that_nothing_tells_apart_are_refused_by_name():
    [reason] = refusals(bring(bare(2), bare(3, sector="Sáo")))
    assert reason.startswith("không có mã và cùng tên, cùng cấp với dòng 2; giữ dòng 2")


def test_several_procedures_that_may_be_meant_are_named():
    bring(bare(2, levels=("commune",)), bare(3, levels=("province",)))
    codes = ProcedurePage.objects.order_by("pk").values_list("code", flat=True)
    [reason] = refusals(bring(bare(2, levels=())))
    assert all(code in reason for code in codes)


def test_a_name_that_has_a_code_on_the_portal_waits_for_a_person():
    published("1.100001", **{"Tên thủ tục": NAME})
    report = bring(bare(levels=("commune",)))
    [reason] = refusals(report)
    assert "mang mã 1.100001" in reason
    assert only().code == "1.100001"
    assert bring(bare(levels=("province",))).counts["created"] == 1


def test_a_name_that_has_a_code_in_the_same_file_waits_too():
    [reason] = refusals(bring(local_row("1.100001", 2, name=NAME), bare(3)))
    assert "cùng tên với dòng 2 mang mã 1.100001" in reason


def test_a_former_one_without_a_code_is_still_recognised():
    bring(bare())
    page = only()
    page.code = "1.100009"
    page.save_revision().publish()
    report = bring(bare())
    assert (report.counts["created"], report.counts["refused"]) == (0, 0)
    assert only().code == "1.100009"


def test_a_trial_says_all_of_it_and_writes_nothing():
    report = import_rows([("tep", [bare(2), bare(3)])], on=DAY, dry_run=True)
    assert (report.counts["created"], len(report.refused)) == (1, 1)
    assert not ProcedurePage.objects.exists()

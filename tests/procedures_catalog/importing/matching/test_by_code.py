"""A national code comes to a procedure that had none: it stays the same procedure, and nobody else's code is taken."""

from dataclasses import replace

import pytest

from procedures_catalog.importing.apply import Stopped, import_rows
from procedures_catalog.models import ProcedurePage
from tests.procedures_catalog.factories import DAY, bring, local_row, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
NAME = "Cấp thẻ thả diều"


@pytest.fixture
def waiting() -> ProcedurePage:
    """A published procedure without a national code."""
    bring(local_row("", name=NAME, levels=("commune",)))
    return ProcedurePage.objects.get()


def tied(code, temporary, **values):
    """A row that gives a code to a temporary one."""
    return replace(local_row(code, name=NAME, levels=("commune",), **values), temporary=temporary)


def reason_of(report):
    [(_, complaint)] = report.refused
    return complaint.reason


def test_a_row_with_both_codes_ties_them(waiting):
    report = bring(tied("1.100009", waiting.code))
    page = page_of("1.100009")
    assert (report.counts["updated"], page.pk, page.identity) == (1, waiting.pk, waiting.identity)
    assert page.identity.former_codes() == [waiting.code]
    again = bring(tied("1.100009", waiting.code))
    assert (again.counts["unchanged"], again.counts["refused"]) == (1, 0)


def test_a_code_that_another_has_is_not_taken_from_it(waiting):
    published("1.100009")
    assert "đã là của thủ tục" in reason_of(bring(tied("1.100009", waiting.code)))
    assert {page.code for page in ProcedurePage.objects.all()} == {waiting.code, "1.100009"}


def test_a_temporary_code_of_another_portal_is_refused(waiting):
    assert "không do cổng này cấp" in reason_of(bring(local_row("TAM-99999", name="Khác")))
    assert "không do cổng này cấp" in reason_of(bring(tied("1.100009", "TAM-99999")))


def test_a_temporary_code_that_was_tied_to_another_code_waits_for_a_person(waiting):
    bring(tied("1.100009", waiting.code))
    assert "nay mang mã khác" in reason_of(bring(tied("1.100008", waiting.code)))


def test_national_lists_hold_no_temporary_codes(waiting):
    assert "không có trong dữ liệu quốc gia" in reason_of(bring(national_row(waiting.code)))


def test_a_new_code_under_the_name_of_one_that_waits_is_asked_about(waiting):
    row = national_row("1.100009", **{"Tên thủ tục": NAME})
    with pytest.raises(Stopped) as stopped:
        import_rows([("tep", [row])], on=DAY, publish=True)
    [(_, asked)] = stopped.value.report.questions
    assert (asked.key(), waiting.code in asked.text) == ("same_name:1.100009", True)
    assert bring(row).counts["created"] == 1


def test_a_name_at_another_level_is_not_asked_about(waiting):
    row = national_row("1.100009", **{"Tên thủ tục": NAME, "Cấp thực hiện": "Cấp Tỉnh"})
    assert import_rows([("tep", [row])], on=DAY, publish=True).counts["created"] == 1

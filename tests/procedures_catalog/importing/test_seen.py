"""The national record as last seen: kept by every import of a national file, and marked when a whole one lacks it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from procedures_catalog.importing.apply import Stopped, import_rows
from procedures_catalog.importing.journal import finish
from procedures_catalog.importing.judging import said
from procedures_catalog.importing.seen import Seen, keep_seen
from procedures_catalog.models import ImportRun, NationalRecord, ProcedurePage
from tests.procedures_catalog.factories import DAY, bring, local_row, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]
NEXT = DAY + timedelta(days=1)
OTHER = {"Lĩnh vực": "Gió"}


def _rows(*numbers: int, **values: Any) -> list:
    return [national_row(f"1.1000{number:02}", number, **values) for number in numbers]


def _seen(code: str = "1.100001") -> NationalRecord:
    return NationalRecord.objects.get(base=code)


# --- Kept -----------------------------------------------------------------------------------------


def test_a_row_that_makes_a_page_is_kept_with_its_file_and_its_day():
    row = national_row()
    bring(row)
    seen = _seen()
    assert seen.record() == row.record
    assert (seen.file, seen.first_seen_on, seen.seen_on, seen.vanished_on) == ("tep", DAY, DAY, None)


@pytest.mark.parametrize("publish", [True, False])
def test_a_row_that_says_something_else_takes_the_place_of_what_was_seen_before(publish):
    bring(national_row())
    row = national_row(**OTHER)
    bring(row, on=NEXT, publish=publish)
    seen = _seen()
    assert (seen.record(), seen.first_seen_on, seen.seen_on) == (row.record, DAY, NEXT)
    assert NationalRecord.objects.count() == 1


def test_a_row_that_says_the_same_only_renews_the_day():
    bring(*_rows(1, 2))
    before = _seen()
    report = bring(*_rows(1, 2), on=NEXT)
    after = _seen()
    assert (report.rows_written, after.seen_on, after.first_seen_on) == (0, NEXT, DAY)
    assert (after.digest, bytes(after.kept)) == (before.digest, bytes(before.kept))


def test_the_same_file_on_the_same_day_writes_nothing():
    bring(*_rows(1, 2))
    with CaptureQueriesContext(connection) as queries:
        bring(*_rows(1, 2))
    assert [each["sql"] for each in queries if each["sql"].startswith(("INSERT", "UPDATE", "DELETE"))] == []


def test_formatting_that_changes_no_page_is_seen_all_the_same():
    published("1.100001")
    row = national_row(**{"Tên thủ tục": "CẤP THẺ THẢ DIỀU số 1.100001"})
    assert bring(row, on=NEXT).counts["unchanged"] == 1
    assert _seen().record().name == "CẤP THẺ THẢ DIỀU số 1.100001"


def test_a_portal_that_has_pages_and_no_records_keeps_them_with_its_next_import():
    bring(*_rows(1, 2, 3))
    NationalRecord.objects.all().delete()
    bring(*_rows(1, 2, 3), on=NEXT)
    assert set(NationalRecord.objects.values_list("base", "first_seen_on")) == {
        (f"1.10000{number}", NEXT) for number in (1, 2, 3)
    }


def test_what_the_desk_keeps_from_the_public_is_seen_too():
    page = published("1.100001")
    page.unpublish()
    bring(national_row(**OTHER), on=NEXT)
    assert (page_of("1.100001").live, _seen().record().sector) == (False, "Gió")


def test_a_dry_run_keeps_nothing():
    bring(national_row(), dry_run=True)
    assert not NationalRecord.objects.exists()
    bring(national_row())
    bring(national_row(**OTHER), on=NEXT, dry_run=True)
    assert (_seen().record().sector, _seen().seen_on) == ("Diều, sáo", DAY)


def test_what_was_asked_about_and_not_accepted_is_not_kept():
    bring(national_row())
    with pytest.raises(Stopped):
        import_rows([("tep", [national_row(**{"Tên thủ tục": "xxx"})])], on=NEXT)
    assert (_seen().record().name, _seen().seen_on) == ("Cấp thẻ thả diều số 1.100001", DAY)


def test_a_provinces_own_list_writes_nothing_there():
    bring(local_row("1.100001"), local_row("1.100002"))
    assert not NationalRecord.objects.exists()
    bring(national_row("1.100001"))
    bring(local_row("1.100001", name="Thẻ diều của tỉnh"), on=NEXT)
    assert (NationalRecord.objects.count(), _seen().seen_on) == (1, DAY)


def test_a_code_is_kept_under_its_base_however_it_is_written():
    bring(national_row("1.100001"))
    bring(national_row("1.100001.000.00.00.H36"), on=NEXT)
    assert [(row.base, row.raw) for row in NationalRecord.objects.all()] == [("1.100001", "1.100001.000.00.00.H36")]


def test_a_row_that_is_refused_leaves_what_was_taken_before():
    bring(national_row())
    draft = page_of("1.100001")
    draft.decision_number = "9/QĐ-BAN"
    draft.save_revision(user=None)
    ProcedurePage.objects.filter(pk=draft.pk).update(code="2.000009", code_base="2.000009")
    page_of("2.000009").identity.remember_code("2.000009", DAY)
    report = bring(national_row(**OTHER), on=NEXT)
    assert report.counts["refused"] == 1
    assert (_seen().record().sector, _seen().seen_on) == ("Diều, sáo", DAY)


def test_a_later_file_of_a_run_takes_the_place_of_an_earlier_one():
    import_rows([("mot", _rows(1)), ("hai", _rows(1, **OTHER))], on=DAY, publish=True)
    assert (_seen().file, _seen().record().sector) == ("hai", "Gió")


def test_a_portion_costs_as_many_statements_for_a_hundred_rows_as_for_two():
    def statements(numbers: range, **values: Any) -> int:
        with CaptureQueriesContext(connection) as queries:
            keep_seen(_rows(*numbers, **values), Seen("tep", DAY))
        return len(queries)

    keep_seen(_rows(1, 52), Seen("tep", DAY))
    assert statements(range(1, 3), **OTHER) == statements(range(51, 100), **OTHER)


# --- A failure in the middle ----------------------------------------------------------------------


class _PowerCut(Exception):  # noqa: N818
    pass


def test_a_record_is_never_kept_without_its_page_nor_a_page_without_its_record():
    def start(said_so, _total):
        def advance(_count):
            if said_so.startswith("Ghi"):
                raise _PowerCut

        return advance

    with pytest.raises(_PowerCut):
        import_rows([("tep", _rows(*range(60)))], on=DAY, publish=True, start=start)
    pages = set(ProcedurePage.objects.values_list("code_base", flat=True))
    assert 0 < len(pages) < 60
    assert set(NationalRecord.objects.values_list("base", flat=True)) == pages
    bring(*_rows(*range(60)))
    assert NationalRecord.objects.count() == 60


def test_a_run_that_was_cut_short_is_seen_on_the_day_on_which_it_began_and_marks_what_its_whole_list_lacked(
    settings, tmp_path
):
    settings.IMPORTS_ROOT = tmp_path
    bring(*_rows(1, 2))
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "0.jsonl").touch()
    files = [{"name": "thang-12.jsonl", "digest": "", "rows": 1}]
    run = ImportRun.objects.create(publish=True, files=files, folder="x", missing={"national": ["1.100002"]})
    ImportRun.objects.filter(pk=run.pk).update(started_at="2026-12-01T23:30:00+07:00")
    run.refresh_from_db()
    finish(run, read=lambda _path: _rows(1, **OTHER))
    assert (_seen().seen_on, _seen().file) == (date(2026, 12, 1), "thang-12.jsonl")
    assert _seen("1.100002").vanished_on == date(2026, 12, 1)


# --- Codes that vanish ----------------------------------------------------------------------------


def _absent(report) -> list[str]:
    return [absent.code for _, absent in report.absent]


def test_a_code_that_a_whole_national_file_lacks_is_listed_counted_and_marked():
    bring(*_rows(1, 2, 3))
    report = bring(*_rows(1, 3), on=NEXT, whole=True)
    [(file, absent)] = report.absent
    assert (file, absent.code, absent.name) == ("tep", "1.100002", "Cấp thẻ thả diều số 1.100002")
    assert (absent.seen_in, absent.seen_on, absent.since) == ("tep", DAY.isoformat(), NEXT.isoformat())
    marked = NationalRecord.objects.exclude(vanished_on=None)
    assert [(row.base, row.vanished_on, row.seen_on) for row in marked] == [("1.100002", NEXT, DAY)]
    assert report.summary().endswith("không nhận 0, vắng mặt 1.")
    told = report.as_json()
    assert (told["absent"], [each["code"] for each in told["absent_list"]]) == (1, ["1.100002"])
    [line] = said.absences(report)
    assert line == (
        "1.100002 Cấp thẻ thả diều số 1.100002: vắng mặt trong tep từ 03/11/2026; thấy sau cùng 02/11/2026 ở tep"
    )


def test_a_dry_run_lists_it_and_marks_nothing():
    bring(*_rows(1, 2))
    assert _absent(bring(*_rows(1), on=NEXT, whole=True, dry_run=True)) == ["1.100002"]
    assert _seen("1.100002").vanished_on is None


def test_a_part_of_the_list_lacks_nothing():
    bring(*_rows(1, 2))
    report = bring(*_rows(1), on=NEXT, whole=False)
    assert (_absent(report), _seen("1.100002").vanished_on) == ([], None)
    assert "vắng mặt" not in report.summary()


def test_nor_does_a_provinces_own_list():
    bring(*_rows(1, 2))
    bring(local_row("1.100001"), local_row("1.100002"))
    assert _absent(bring(local_row("1.100001"), on=NEXT, whole=True)) == []
    assert _seen("1.100002").vanished_on is None


def test_several_national_files_of_a_run_are_one_list():
    bring(*_rows(1, 2, 3))
    report = import_rows(
        [("mot", _rows(1)), ("hai", _rows(2))], on=NEXT, publish=True, whole=True, accept={"vanished", "shrunk"}
    )
    assert [(file, absent.code) for file, absent in report.absent] == [("mot, hai", "1.100003")]


def test_a_code_that_stays_away_keeps_the_day_on_which_it_vanished_and_comes_after_the_newer_ones():
    bring(*_rows(1, 2, 3, 4))
    bring(*_rows(1, 3, 4), on=NEXT, whole=True)
    report = bring(*_rows(1, 3), on=NEXT + timedelta(days=1), whole=True)
    assert _absent(report) == ["1.100004", "1.100002"]
    assert _seen("1.100002").vanished_on == NEXT


def test_a_code_that_comes_back_is_no_longer_marked():
    bring(*_rows(1, 2))
    bring(*_rows(1), on=NEXT, whole=True)
    bring(*_rows(1, 2), on=NEXT + timedelta(days=1), whole=False)
    assert (_seen("1.100002").vanished_on, _seen("1.100002").seen_on) == (None, NEXT + timedelta(days=1))


def test_a_code_whose_row_cannot_be_read_has_not_vanished():
    bring(*_rows(1, 2))
    bring(*_rows(1), on=NEXT, whole=True)
    unreadable = national_row("1.100002", **{"Lĩnh vực": 7})
    assert _absent(bring(*_rows(1), unreadable, on=NEXT, whole=True)) == []
    assert (_seen("1.100002").vanished_on, _seen("1.100002").seen_on) == (None, DAY)


def test_procedures_that_were_abolished_are_listed_too_for_the_national_list_had_them():
    bring(*_rows(1, 2))
    ProcedurePage.objects.filter(code="1.100002").update(valid_to=DAY)
    report = bring(*_rows(1), on=NEXT, whole=True)
    assert (_absent(report), report.questions) == (["1.100002"], [])

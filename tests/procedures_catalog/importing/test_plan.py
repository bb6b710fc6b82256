"""The plan: every row read is created, updated, left or refused, and the reason is told."""

import pytest

from procedures_catalog.importing.apply import Stopped, import_rows
from procedures_catalog.importing.judging.questions import MANY
from procedures_catalog.models import ProcedurePage
from tests.procedures_catalog.factories import DAY, bring, case, local_row, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def _counts(report):
    parts = ("created", "updated", "unchanged", "refused")
    assert report.counts["read"] == sum(report.counts[name] for name in parts)
    return tuple(report.counts[name] for name in parts)


def test_new_changed_and_unchanged_rows_are_counted():
    bring(national_row("1.100001"), national_row("1.100002"))
    report = bring(national_row("1.100001"), national_row("1.100002", **{"Lĩnh vực": "Gió"}), national_row("1.100003"))
    assert _counts(report) == (1, 1, 1, 0)


def test_of_two_rows_with_one_code_the_first_is_taken():
    report = bring(national_row("1.100001", 1), national_row("1.100001.000.00.00.H36", 2, **{"Tên thủ tục": "Khác"}))
    assert _counts(report) == (1, 0, 0, 1)
    [(file, complaint)] = report.refused
    assert (file, complaint.row, complaint.reason) == ("tep", 2, "trùng mã với dòng 1; giữ dòng 1")
    assert ProcedurePage.objects.count() == 1


def test_rows_of_a_local_list_that_differ_in_level_only_become_one():
    report = bring(local_row(number=1, levels=("province",)), local_row(number=2, levels=("commune",)))
    assert _counts(report) == (1, 0, 1, 0)
    assert sorted(row.level for row in page_of("1.100001").levels.all()) == ["commune", "province"]
    assert [complaint.row for _, complaint in report.repaired] == [2]


def test_a_code_that_was_once_another_procedures_is_refused_with_its_name():
    page = published("1.100001")
    page.code = "1.100009"
    page.save_revision().publish()
    report = bring(national_row("1.100001", 4))
    assert _counts(report) == (0, 0, 0, 1)
    [(_, complaint)] = report.refused
    assert complaint.row == 4
    assert page.title in complaint.reason
    assert ProcedurePage.objects.count() == 1


def test_a_code_in_another_spelling_is_the_same_procedure():
    before = published("1.100001")
    report = bring(national_row("1.100001.000.00.00.H36"))
    assert _counts(report) == (0, 1, 0, 0)
    assert page_of("1.100001.000.00.00.H36").pk == before.pk


def test_an_unchanged_row_beside_an_editors_draft_is_no_trouble(django_user_model):
    page = published("1.100001")
    page.save_revision(user=django_user_model.objects.create(username="hoa"))
    assert _counts(bring(national_row("1.100001"))) == (0, 0, 1, 0)


def test_a_draft_that_an_import_left_is_overwritten_by_the_next():
    published("1.100001")
    bring(national_row("1.100001", **{"Lĩnh vực": "Gió"}), publish=False)
    report = bring(national_row("1.100001", **{"Lĩnh vực": "Mây"}), publish=False)
    assert _counts(report) == (0, 1, 0, 0)
    assert page_of("1.100001").get_latest_revision_as_object().sector.name == "Mây"


def test_a_draft_that_already_says_the_same_is_left_alone():
    published("1.100001")
    row = national_row("1.100001", **{"Lĩnh vực": "Gió"})
    bring(row, publish=False)
    assert _counts(bring(row, publish=False)) == (0, 0, 1, 0)


def test_what_was_taken_away_from_the_public_is_not_published_again_by_an_import():
    published("1.100001").unpublish()
    assert _counts(bring(national_row("1.100001"))) == (0, 0, 1, 0)
    assert _counts(bring(national_row("1.100001", **{"Lĩnh vực": "Gió"}))) == (0, 1, 0, 0)
    page = page_of("1.100001")
    assert (page.live, page.sector.name) == (False, "Gió")


def test_a_draft_procedure_that_never_was_public_is_published_by_a_run_that_publishes():
    bring(national_row("1.100001"), publish=False)
    assert not page_of("1.100001").live
    assert _counts(bring(national_row("1.100001"), publish=True)) == (0, 1, 0, 0)
    assert page_of("1.100001").live


def test_many_procedures_that_lose_the_same_list_are_asked_about_file_by_file():
    codes = [f"1.1000{number:02}" for number in range(MANY)]
    papers = [("Đơn đề nghị", 1, 0), ("Ảnh cánh diều", 0, 2), ("Thẻ cũ", 1, 0)]
    bring(*(national_row(code, **{"Thành phần hồ sơ": [case(None, *papers)]}) for code in codes))
    cut = [national_row(code, **{"Thành phần hồ sơ": [case(None, papers[0])]}) for code in codes]
    report = bring(*cut, dry_run=True)
    assert {question.reason for _, question in report.questions} == {"cut"}
    assert [question.code for _, question in report.questions] == codes
    assert bring(*cut[1:], dry_run=True).questions == []


@pytest.mark.parametrize("name", ["", "  ", "Không có thông tin", None])
def test_a_refused_row_without_a_name_is_called_as_the_portal_calls_its_procedure(name):
    published("1.100001")
    rows = [
        national_row("1.100001.000.00.00.H36", **{"Tên thủ tục": name}),
        national_row("1.999999", **{"Tên thủ tục": name}),
    ]
    told = [complaint for _, complaint in bring(*rows).refused]
    assert [complaint.name for complaint in told] == ["Cấp thẻ thả diều số 1.100001", ""]
    assert {complaint.reason for complaint in told} == {"thiếu trường bắt buộc “Tên thủ tục”"}


def test_a_refused_row_keeps_the_name_that_it_gives_itself():
    published("1.100001")
    [(_, complaint)] = bring(national_row("1.100001", **{"Tên thủ tục": "Thẻ", "Cấp thực hiện": "Cấp Trời"})).refused
    assert complaint.name == "Thẻ"


def test_a_name_that_lost_letters_is_held_back_alone_whether_its_procedure_is_new_or_held():
    published("1.100001")
    broken = {"Tên thủ tục": "C?p th? th? di\ufffdu"}
    rows = (national_row("1.100001", 2, **broken), national_row("1.990003", 3, **broken), national_row("1.100002", 4))
    report = import_rows([("tep", rows)], on=DAY, publish=True)
    assert [(said.code, "tên mất chữ" in said.reason) for _, said in report.refused] == [
        ("1.100001", True),
        ("1.990003", True),
    ]
    assert set(ProcedurePage.objects.values_list("code", flat=True)) == {"1.100001", "1.100002"}
    assert page_of("1.100001").official_name == "Cấp thẻ thả diều số 1.100001"


def test_what_looks_wrong_is_accepted_for_one_code_alone():
    published("1.100001")
    published("1.100002")
    rows = [national_row(code, **{"Tên thủ tục": "Sáo"}) for code in ("1.100001", "1.100002")]
    with pytest.raises(Stopped):
        import_rows([("tep", rows)], on=DAY, publish=True, accept={"name:1.100001"})
    report = import_rows([("tep", rows)], on=DAY, publish=True, accept={"name:1.100001", "name:1.100002"})
    assert report.counts["updated"] == 2

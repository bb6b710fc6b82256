"""A list that gives a code the name of another is asked about, one that rewords is not."""

import pytest

from procedures_catalog.importing.apply import Stopped
from tests.procedures_catalog.factories import bring, local_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]

NAMES = {
    "1.100001": "Thủ tục đăng ký thả diều",
    "1.100002": "Đăng ký lại thả diều",
    "1.100003": "Cấp giấy phép thổi sáo",
}


@pytest.fixture(autouse=True)
def national(portal):
    for code, name in NAMES.items():
        published(code, **{"Tên thủ tục": name})


def asked(*rows):
    with pytest.raises(Stopped) as stopped:
        bring(*rows, accept=set())
    return [(question.reason, question.code) for _, question in stopped.value.report.questions]


def test_names_shifted_by_a_row_are_asked_about_however_alike_they_are():
    shifted = [local_row("1.100001", 2, name=NAMES["1.100002"]), local_row("1.100002", 3, name=NAMES["1.100003"])]
    assert asked(*shifted) == [("other_name", "1.100001"), ("other_name", "1.100002")]
    assert page_of("1.100001").listed_name == ""


def test_the_question_names_both_and_what_was_accepted_is_not_asked_about_again():
    row = local_row("1.100001", name=NAMES["1.100002"])
    [(_, question)] = bring(row).questions
    assert "là “Thủ tục đăng ký thả diều”" in question.text
    assert "là tên của thủ tục mang mã 1.100002" in question.text
    assert bring(row, accept=set()).questions == []
    assert bring(local_row("1.100001", name=row.record.name, sector="Mây"), accept=set()).questions == []


@pytest.mark.parametrize(
    "name", ["ĐĂNG KÝ THẢ DIỀU", "Đăng ký thả diều (cấp tỉnh)", "Đăng ký việc thả diều của tổ chức, cá nhân"]
)
def test_a_reworded_name_is_no_question(name):
    assert bring(local_row("1.100001", name=name), accept=set()).questions == []


def test_a_name_that_has_little_in_common_with_the_official_one_is_asked_about():
    assert asked(local_row("1.100003", name="Hỗ trợ học nghề múa lân")) == [("other_name", "1.100003")]

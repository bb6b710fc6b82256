"""The library knows at every moment which published procedures name which form."""

import datetime

import pytest

from pages.turns import Turns
from procedures_catalog.forms.uses import ensure_uses, renew_uses
from procedures_catalog.models import FormUse, LibraryForm, ProcedurePage
from procedures_catalog.models.form import public_uses
from tests.clock import today
from tests.procedures_catalog.factories import bring, page_of
from tests.procedures_catalog.feed.test_form_entries import form as document
from tests.procedures_catalog.feed.test_form_entries import overlaid
from tests.procedures_catalog.forms.conftest import row_naming

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]
CT01 = "Tờ khai thay đổi thông tin cư trú (Mẫu CT01 ban hành kèm theo Thông tư số 53/2025/TT-BCA)"


def uses() -> set[tuple[str, str]]:
    """(key, or "" and the number that is open; code of the procedure)."""
    rows = FormUse.objects.values_list("form__key", "written", "identity__page__code")
    return {(key or f"? {written}", code) for key, written, code in rows}


def test_a_published_procedure_puts_its_forms_into_the_library(naming):
    naming("1.100001", CT01, "Đơn đề nghị (Mẫu số 1).")
    assert uses() == {("ct01", "1.100001"), ("? Mẫu số 01", "1.100001")}
    assert [(each.key, each.number) for each in LibraryForm.objects.all()] == [("ct01", "CT01")]
    assert FormUse.objects.exclude(form=None).get().paper == CT01


def test_another_text_names_other_forms(naming):
    page = naming("1.100001", CT01)
    bring(row_naming("1.100001", "Phiếu (mẫu DC02)"))
    assert uses() == {("dc02", "1.100001")}
    page_of(page.code).unpublish()
    assert uses() == set()


def test_what_is_no_longer_public_is_named_by_nobody_whatever_the_rows_say(naming):
    naming("1.100001", CT01)
    ProcedurePage.objects.update(live=False)  # as no part of the software would do it
    assert not public_uses().exists()
    assert not LibraryForm.objects.public().exists()


def test_a_draft_names_nothing(portal):
    bring(row_naming("1.100001", CT01), publish=False)
    assert uses() == set()


def test_an_import_keeps_all_in_as_many_questions_as_one(portal, django_assert_max_num_queries):
    bring(*(row_naming(f"1.1000{number:02}", CT01, f"Phiếu (mẫu DC{number:02})") for number in range(30)))
    assert FormUse.objects.count() == 60
    FormUse.objects.all().delete()
    LibraryForm.objects.all().delete()
    with django_assert_max_num_queries(16):  # with what is told of it, and the transaction's own
        renew_uses(ProcedurePage.objects.values_list("pk", flat=True), today())
    assert FormUse.objects.count() == 60


def test_what_is_right_is_not_written_again(naming, django_assert_max_num_queries):
    naming("1.100001", CT01)
    with django_assert_max_num_queries(5) as asked:
        renew_uses(ProcedurePage.objects.values_list("pk", flat=True), today())
    assert not [each for each in asked.captured_queries if each["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


def test_the_night_brings_papers_that_begin_to_hold_and_takes_numbers_that_nobody_names(naming):
    naming("1.100001", CT01)
    LibraryForm.objects.create(key="xx99", number="XX99")
    kept = LibraryForm.objects.create(key="xx98", number="XX98", name="Tờ khai của bàn biên tập")
    FormUse.objects.all().delete()
    ensure_uses(Turns(), today())
    assert uses() == {("ct01", "1.100001")}
    assert set(LibraryForm.objects.values_list("key", flat=True)) == {"ct01", kept.key}


def test_the_papers_of_the_province_count_while_they_hold(naming):
    page = naming("1.100001", CT01)
    tomorrow = today() + datetime.timedelta(days=1)
    overlaid(page, document(), valid_from=tomorrow.isoformat())
    assert uses() == {("ct01", "1.100001")}
    ensure_uses(Turns(), tomorrow)
    assert uses() == set()  # the province's papers name no form

"""The library of forms at the desk."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from cms.models import Editor
from cms.roles import ensure_roles
from procedures_catalog.desk_screens.forms import missing_numbers
from procedures_catalog.models import FormVersion, LibraryForm, Sector
from tests.clock import today
from tests.procedures_catalog.factories import published
from tests.procedures_catalog.feed.test_form_entries import form as document
from tests.procedures_catalog.forms.conftest import papers_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
LIST = "wagtailsnippets_procedures_catalog_libraryform"


def signed_in(role: str) -> Client:
    ensure_roles()
    editor = Editor.objects.create_user(f"nguoi-{role}")
    editor.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(editor)
    return client


def made(number: str, **values) -> LibraryForm:
    form = LibraryForm(number=number, **values)
    form.full_clean()
    form.save()
    return form


def test_who_publishes_keeps_the_library_and_who_writes_sees_it():
    form = made("CT01")
    reviewer, editor = signed_in("Người duyệt"), signed_in("Biên tập viên")
    assert reviewer.get(reverse(f"{LIST}:edit", args=[form.pk])).status_code == 200
    assert reviewer.get(reverse(f"{LIST}:add")).status_code == 200
    assert reviewer.get(reverse(f"{LIST}:delete", args=[form.pk])).status_code == 302
    assert editor.get(reverse(f"{LIST}:list")).status_code == 200
    assert editor.get(reverse(f"{LIST}:edit", args=[form.pk])).status_code == 302
    assert editor.get(reverse(f"{LIST}:add")).status_code == 302


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("CT 01", "ct01"),
        ("mẫu số 1/LPTB", "1-lptb"),
        ("Mẫu số 1, Phụ lục II, Nghị định 31/2018/NĐ-CP", "31-2018-nd-cp-phu-luc-ii-mau-1"),
        ("Phụ lục 06, 57/2024/TT-NHNN", "57-2024-tt-nhnn-phu-luc-6"),
    ],
)
def test_a_form_is_made_by_its_number_as_papers_write_it(typed, key):
    form = made(typed)
    assert form.key == key
    with pytest.raises(ValidationError, match="đã có"):
        made(form.number)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("tờ khai", "Chưa đọc ra số"),
        ("Mẫu số 01", "ghi kèm số văn bản"),
        ("Mẫu số 01, 47/2026/QĐ-UBND", "lĩnh vực"),
    ],
)
def test_a_number_that_tells_no_form_is_refused_in_words(typed, said):
    with pytest.raises(ValidationError, match=said):
        made(typed)


def test_a_form_of_the_province_is_whole_with_its_sector():
    sector = Sector.objects.create(name="Đất đai")
    assert made("Mẫu số 01, 47/2026/QĐ-UBND", sector=sector).key == "47-2026-qd-ubnd-dat-dai-mau-1"


def test_the_number_is_the_address_and_stays():
    form = made("CT01")
    form.name = "Tờ khai"
    form.full_clean()
    form.number = "CT02"
    with pytest.raises(ValidationError, match="không đổi được"):
        form.full_clean()


def test_numbers_without_a_file_are_reported_the_most_used_first(admin_client):
    published("1.100001", **papers_of("Phiếu (mẫu DC02)", "Đơn (Mẫu số 1)", "Tờ khai mẫu CT01"))
    published("1.100002", **papers_of("Phiếu (mẫu DC02)", "Đơn (Mẫu số 1)"))
    FormVersion.objects.create(form=LibraryForm.objects.get(key="ct01"), label="nay", file=document())
    FormVersion.objects.create(form=LibraryForm.objects.get(key="dc02"), label="chưa có tệp")
    rows = [(row["number"], row["procedures"], row["state"]) for row in missing_numbers(today())]
    assert rows == [("DC02", 2, "chưa có tệp"), ("Mẫu số 01", 2, "chưa rõ của văn bản nào")]
    page = admin_client.get(reverse("forms_without_file")).content.decode()
    assert reverse(f"{LIST}:edit", args=[LibraryForm.objects.get(key="dc02").pk]) in page
    open_ones = admin_client.get(reverse("forms_without_file_results"), {"which": "chua-ro"}).content.decode()
    assert "Mẫu số 01" in open_ones
    assert "DC02" not in open_ones
    assert admin_client.get(reverse("forms_without_file"), {"export": "csv"}).status_code == 200


def test_the_report_is_for_those_who_see_forms():
    assert signed_in("Biên tập viên").get(reverse("forms_without_file")).status_code == 200
    assert Client().get(reverse("forms_without_file")).status_code == 302

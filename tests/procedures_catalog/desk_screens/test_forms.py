"""The library of forms at the desk."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from procedures_catalog.desk_screens.forms import add_procedures, missing_numbers
from procedures_catalog.models import FormVersion, LibraryForm, Sector
from procedures_catalog.models.form import TAKEN
from tests.clock import today
from tests.editors import signed_in
from tests.procedures_catalog.factories import published
from tests.procedures_catalog.feed.test_form_entries import form as document
from tests.procedures_catalog.forms.conftest import papers_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
LIST = "wagtailsnippets_procedures_catalog_libraryform"


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
    assert reverse(f"{LIST}:inspect", args=[form.pk]) in editor.get(reverse(f"{LIST}:list")).content.decode()
    assert editor.get(reverse(f"{LIST}:edit", args=[form.pk])).status_code == 302
    assert editor.get(reverse(f"{LIST}:add")).status_code == 302


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("CT 01", "ct01"),
        ("ct 01", "ct01"),
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
        ("Mẫu số 01, 47/2026/QĐ-UBND", "chỉ còn thiếu lĩnh vực"),
        ("Tờ khai đăng ký khai sinh", "chỉ còn thiếu lĩnh vực"),
        ("Đơn đề nghị", "Chưa đọc ra số"),
    ],
)
def test_a_number_that_tells_no_form_is_refused_in_words(typed, said):
    with pytest.raises(ValidationError, match=f"(?i){said}"):
        made(typed)


def test_a_form_of_the_province_is_whole_with_its_sector():
    sector = Sector.objects.create(name="Đất đai")
    assert made("Mẫu số 01, 47/2026/QĐ-UBND", sector=sector).key == "47-2026-qd-ubnd-dat-dai-mau-1"


def test_a_form_without_a_number_is_kept_under_its_title_and_its_sector_and_offered_where_papers_name_it(client):
    declared = papers_of("- Tờ khai đăng ký khai sinh theo mẫu (nếu nộp trực tiếp);")
    page = published("1.100001", **declared)
    other = published("1.100002", **declared, **{"Lĩnh vực": "Sáo"})
    reviewer, rows = signed_in("Người duyệt"), {"INITIAL_FORMS": 0, "TOTAL_FORMS": 1}
    rows |= {"0-label": "nay", "0-file": document("Tệp khai sinh").pk, "0-ORDER": 1}
    fields = {"number": "tờ khai Đăng ký khai sinh", "sector": page.sector.pk}
    reviewer.post(reverse(f"{LIST}:add"), fields | {f"versions-{name}": value for name, value in rows.items()})
    form = LibraryForm.objects.get()
    assert form.key == f"{page.sector.slug}-to-khai-dang-ky-khai-sinh"
    assert "Tải Mẫu Tờ khai Đăng ký khai sinh" in client.get(page.url).content.decode()
    assert form.get_absolute_url() not in client.get(other.url).content.decode()  # of another sector
    assert page.code in client.get(form.get_absolute_url()).content.decode()


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


def test_who_only_sees_forms_is_led_to_what_is_known_of_them():
    published("1.100001", **papers_of("Phiếu (mẫu DC02)"))
    form = LibraryForm.objects.get(key="dc02")
    FormVersion.objects.create(form=form, label="theo Thông tư 1/2026", file=document("Phiếu thu thập"))
    FormVersion.objects.create(form=form, label="theo Thông tư 2/2026", valid_from=today())
    editor, address = signed_in("Biên tập viên"), reverse(f"{LIST}:inspect", args=[form.pk])
    assert address in editor.get(reverse("forms_without_file")).content.decode()
    shown = editor.get(address).content.decode()
    assert "theo Thông tư 1/2026 · Phiếu thu thập" in shown
    assert "theo Thông tư 2/2026 · từ " in shown


def test_a_number_that_is_open_names_all_procedures_that_say_it(admin_client, django_assert_max_num_queries):
    pages = [published(f"1.10000{count}", **papers_of("Đơn (Mẫu số 1)")) for count in range(4)]
    report = reverse("forms_without_file")
    shown = admin_client.get(report).content.decode()
    assert all(f'<a href="/thu-tuc/{page.slug}/">{page.code}</a>' in shown for page in pages)
    (row,) = missing_numbers(today())
    with django_assert_max_num_queries(1):
        add_procedures([row, {**row}])
    assert len(row["named"]) == 4


def test_two_who_add_a_form_at_once_are_both_told(monkeypatch):
    """The second has looked before the first has saved."""
    reviewer = signed_in("Người duyệt")
    made("CT01")
    monkeypatch.setattr(LibraryForm, "_is_taken", lambda *_: False)
    rows = {f"versions-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")}
    answer = reviewer.post(reverse(f"{LIST}:add"), {"number": "CT01", **rows})
    assert answer.status_code == 200
    assert TAKEN in answer.content.decode()


def test_nothing_is_replaced_by_itself_or_in_a_circle():
    first, second, third = made("CT01"), made("CT02"), made("CT03")
    first.replaced_by, second.replaced_by = second, third
    first.save()
    second.save()
    for form, after, said in ((first, first, "chính nó"), (third, first, "một chiều"), (second, first, "một chiều")):
        form.replaced_by = after
        with pytest.raises(ValidationError, match=f"(?i){said}"):
            form.full_clean()


def test_the_report_is_for_those_who_see_forms():
    assert signed_in("Biên tập viên").get(reverse("forms_without_file")).status_code == 200
    assert Client().get(reverse("forms_without_file")).status_code == 302

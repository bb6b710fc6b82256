"""Who asks by the number of a form gets the procedures that name it, and then the form."""

import pytest

from procedures_catalog.models import LibraryForm
from search.feed.entries import all_entries, entries_for, numbers
from search.finder import Circumstances, find
from tests.clock import today
from tests.procedures_catalog.factories import page_of, published
from tests.procedures_catalog.forms.conftest import papers_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
FORM = "Tờ khai thay đổi thông tin cư trú (Mẫu CT01 ban hành kèm theo Thông tư số 53/2025/TT-BCA)"
COUNTED = "Đơn theo Mẫu số 01 Phụ lục II ban hành kèm theo Nghị định số 31/2018/NĐ-CP"


@pytest.fixture
def held(index, django_capture_on_commit_callbacks):
    """Two procedures that name CT01, one that does not, and their forms, in the index."""
    with django_capture_on_commit_callbacks(execute=True):
        published("1.100001", **papers_of(FORM), **{"Tên thủ tục": "Đăng ký tạm trú"})
        published("1.100002", **papers_of("Tờ khai (mẫu CT01)"), **{"Tên thủ tục": "Xóa đăng ký thường trú"})
        published("1.100003", **papers_of("Tờ khai hải quan", COUNTED), **{"Tên thủ tục": "Huỷ tờ khai hải quan"})
    return index


@pytest.mark.parametrize("text", ["CT01", "ct01", "mẫu CT01", "ct 01", "CT-01", "mau ct 01"])
def test_the_procedures_that_name_it_come_first(held, text):
    hits = find(text, today(), under=Circumstances(index=held)).results.hits
    assert {hit.title for hit in hits[:2]} == {"Đăng ký tạm trú", "Xóa đăng ký thường trú"}


@pytest.mark.parametrize("text", ["CT01", "ct 01", "tờ khai CT01"])
def test_page_interface_and_suggestions_lead_to_the_form(held, client, text):
    assert 'href="/bieu-mau/ct01/"' in client.get("/tim-kiem/", {"q": text}).content.decode()
    told = client.get("/api/v1/search", {"q": text}).json()["form"]
    assert (told["told"], told["url"], told["file"]) == ("Mẫu CT01", "http://testserver/bieu-mau/ct01/", "")
    suggested = client.get("/api/v1/suggest", {"q": text}).json()["results"]
    assert suggested[0]["url"].endswith("/bieu-mau/ct01/")


@pytest.mark.parametrize("text", ["đăng ký tạm trú", "5G", "1.100001", "XX99", "Mẫu số 01"])
def test_other_questions_lead_to_no_form(held, client, text):
    assert client.get("/api/v1/search", {"q": text}).json()["form"] is None


def test_the_named_form_stands_behind_the_procedures(held, django_capture_on_commit_callbacks):
    form = LibraryForm.objects.get(key="ct01")
    form.name = "Tờ khai thay đổi thông tin cư trú"
    with django_capture_on_commit_callbacks(execute=True):
        form.save()
    assert find("CT01", today(), under=Circumstances(index=held)).results.hits[2].url == "/bieu-mau/ct01/"


def test_a_form_that_has_a_name_is_found_by_it(held, django_capture_on_commit_callbacks):
    form = LibraryForm.objects.get(key="ct01")
    form.name = "Tờ khai thay đổi thông tin cư trú"
    with django_capture_on_commit_callbacks(execute=True):
        form.save()
    hits = find("thay đổi thông tin cư trú", today(), kind="form", under=Circumstances(index=held)).results.hits
    assert [hit.title for hit in hits] == ["Biểu mẫu CT01 – Tờ khai thay đổi thông tin cư trú"]


def test_a_form_goes_with_the_last_procedure_that_names_it(held, django_capture_on_commit_callbacks):
    for code in ("1.100001", "1.100002"):
        with django_capture_on_commit_callbacks(execute=True):
            page_of(code).unpublish()
    assert find("CT01", today(), under=Circumstances(index=held)).results.total == 0


def test_the_count_of_entries_is_that_of_the_entries(held):
    assert numbers(today())["form"] == 0  # nothing but numbers
    LibraryForm.objects.filter(key="ct01").update(name="Tờ khai")
    forms = [entry for entry in all_entries(today()) if entry.kind == "form"]
    assert [entry.title for entry in forms] == ["Biểu mẫu CT01 – Tờ khai"]
    assert [entry.key for entry in entries_for([forms[0].key], today())] == [forms[0].key]

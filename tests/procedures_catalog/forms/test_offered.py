"""Every door answers alike which file of a form is offered: that of the version that counts, of a form in use."""

import datetime

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from procedures_catalog.desk_screens.forms import missing_numbers
from procedures_catalog.forms.files import is_offered
from procedures_catalog.forms.library import form_asked
from procedures_catalog.models import FormVersion, LibraryForm
from tests.clock import today

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CT01 = "Tờ khai thay đổi thông tin cư trú (Mẫu CT01)"
DC02 = "Phiếu thu thập (Mẫu DC02)"
DAY = datetime.timedelta(days=1)


def stored(name: str):
    """A document whose file is there to be had."""
    document = get_document_model()(title=f"Tệp {name}")
    document.file.save(f"{name}.pdf", ContentFile(b"%PDF-1.4"), save=True)
    return document


def version(key: str, file=None, **values) -> FormVersion:
    form = LibraryForm.objects.get(key=key)
    return FormVersion.objects.create(form=form, label=values.pop("label", "nay"), file=file, **values)


def offering(client, page, key: str, document) -> set[str]:
    """The doors that hand the file out."""
    url = document.url
    doors = {
        "address": client.get(url).status_code == 200,
        "rule": is_offered(document, today()),
        "form": url in client.get(f"/bieu-mau/{key}/").content.decode(),
        "list": "có tệp để tải" in client.get("/bieu-mau/").content.decode(),
        "procedure": url in client.get(page.url).content.decode(),
        "interface": url in client.get(f"/api/v1/procedures/{page.code}").content.decode(),
        "question": (form_asked(key, today()) or {})["file"] == url,
        "report": not missing_numbers(today()).exists(),
    }
    return {door for door, offers in doors.items() if offers}


DOORS = {"address", "rule", "form", "list", "procedure", "interface", "question", "report"}


def test_the_version_that_counts_is_offered_at_every_door(naming, client):
    page, file = naming("1.100001", CT01), stored("mau")
    version("ct01", file)
    assert offering(client, page, "ct01", file) == DOORS


@pytest.mark.parametrize(
    "replacing",
    [
        {"ends": {"valid_to": today()}},
        {"newer": {"valid_from": today()}},  # the natural way to add one: the old one has no last day
        {"newer": {}},
    ],
)
def test_a_version_that_no_longer_counts_is_offered_at_none(naming, client, replacing):
    page, file = naming("1.100001", CT01), stored("cu")
    version("ct01", file, **replacing.get("ends", {}))
    if "newer" in replacing:
        version("ct01", **replacing["newer"])
    assert offering(client, page, "ct01", file) == set()


def test_a_version_to_come_is_offered_when_its_day_comes(naming, client):
    page, file = naming("1.100001", CT01), stored("sau")
    version("ct01", file, valid_from=today() + DAY)
    assert offering(client, page, "ct01", file) == set()
    assert is_offered(file, today() + DAY)


def test_a_form_that_was_replaced_is_handed_out_nowhere_and_leads_to_what_replaced_it(naming, client):
    page, file = naming("1.100001", CT01), stored("cu")
    naming("1.100002", DC02)
    version("ct01", file)
    LibraryForm.objects.filter(key="ct01").update(replaced_by=LibraryForm.objects.get(key="dc02"))
    assert offering(client, page, "ct01", file) == set()
    words = " ".join(client.get(page.url).content.decode().split())
    assert '<a href="/bieu-mau/dc02/">Mẫu CT01 đã được thay bằng Mẫu DC02</a>' in words
    assert [row["number"] for row in missing_numbers(today())] == ["DC02"]  # the old one waits for nothing
    for door in ("/tim-kiem/?q=ct01", "/api/v1/search?q=ct01"):
        assert "/bieu-mau/dc02/" in client.get(door).content.decode()


@pytest.mark.parametrize("named", ["old", "new", "neither"])
def test_whoever_holds_either_number_is_led_to_the_other(naming, client, named):
    new = LibraryForm.objects.create(key="dc02", number="DC02")
    LibraryForm.objects.create(key="ct01", number="CT01", replaced_by=new)
    if named != "neither":
        naming("1.100001", CT01 if named == "old" else DC02)
    assert "/bieu-mau/dc02/" in client.get("/bieu-mau/ct01/").content.decode()
    assert "/bieu-mau/ct01/" in client.get("/bieu-mau/dc02/").content.decode()

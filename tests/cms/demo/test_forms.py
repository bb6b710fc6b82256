"""The demonstration has forms to download, one of them with an older version, beside the papers that name them."""

import pytest
from django.urls import reverse

from cms.demo.forms import NOTE
from cms.demo.load import load_demo
from procedures_catalog.models import FormVersion, LibraryForm
from tests.clock import today

BIRTH = "Tờ khai đăng ký khai sinh"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_the_list_offers_files_and_each_is_a_blank_of_our_own(client):
    assert "có tệp để tải" in client.get(reverse("forms")).content.decode()
    held = LibraryForm.objects.with_offer(today()).exclude(file_id=None)
    assert {form.number for form in held} == {"CT01", "DC02", "ĐKX10/79", "01/LPTB", BIRTH}
    for version in FormVersion.objects.all():
        data = version.file.file.read()
        assert data.startswith(b"%PDF")
        assert len(data) < 60_000


def test_the_older_version_says_what_replaced_it_and_its_file_is_not_to_be_had(client):
    old, now = LibraryForm.objects.get(key="ct01").versions.order_by("valid_from")
    page = client.get(reverse("form", args=["ct01"])).content.decode()
    assert f"Đã được thay bằng bản: {now.label}" in page
    assert NOTE in page
    assert now.file.url in page
    assert old.file.url not in page
    assert client.get(now.file.url).status_code == 200
    assert client.get(old.file.url).status_code in (302, 403, 404)


def test_papers_of_procedures_lead_to_the_current_file(client):
    use = LibraryForm.objects.get(key="ct01").uses.select_related("identity__page").first()
    file = LibraryForm.objects.get(key="ct01").versions.order_by("valid_from").last().file
    assert f'href="{file.url}"' in client.get(use.identity.page.url).content.decode()


def test_the_declaration_without_a_number_stands_beside_the_paper_that_asks_for_it(client):
    form = LibraryForm.objects.get(number=BIRTH)
    page = client.get(reverse("catalogue") + "1-001193/", follow=True).content.decode()
    assert f'href="{form.versions.get().file.url}"' in page


def test_loading_again_writes_no_version_twice():
    before = FormVersion.objects.count()
    load_demo(today())
    assert FormVersion.objects.count() == before

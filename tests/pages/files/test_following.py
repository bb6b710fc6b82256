"""A file follows its page through all that can happen to either: deleted, run out, moved, replaced; and nothing but the
portal gives it away."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from cms.desk.rows.guard import OPENED
from pages.files.replaced import erase
from pages.models import HomePage, NewsPage
from tests.editors import signed_in
from tests.pages.factories import make_content, make_news

pytestmark = [pytest.mark.django_db]
SPEC = "max-960x960|format-webp"


def drawn(colour: str) -> bytes:
    data = BytesIO()
    Picture.new("RGB", (40, 30), colour).save(data, "PNG")
    return data.getvalue()


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def document():
    return get_document_model().objects.create(title="Mẫu", file=ContentFile(b"%PDF-1.4 cu", "mau.pdf"))


@pytest.fixture
def image():
    return get_image_model().objects.create(title="Diều", file=ContentFile(drawn("red"), "dieu.png"))


@pytest.fixture
def page(news_index, document, image) -> NewsPage:
    body = [{"type": "download", "value": {"document": document.pk, "label": ""}}]
    return make_news(news_index, "Tin có tệp", image=image, image_alt="Con diều", body=body)


@pytest.fixture
def addresses(page, document, image) -> list[str]:
    return [document.url, image.get_rendition(SPEC).url]


def statuses(addresses: list[str]) -> list[int]:
    return [Client().get(each).status_code for each in addresses]


def _run_out(page: NewsPage) -> None:
    page.expire_at = timezone.now() - timezone.timedelta(minutes=1)
    page.save_revision()
    NewsPage.objects.filter(pk=page.pk).update(expire_at=page.expire_at)
    call_command("publish_scheduled")


def _move_below_a_closed_page(page: NewsPage) -> None:
    closed = make_content(HomePage.objects.get(), "Nội bộ")
    closed.view_restrictions.create(restriction_type="login")
    page.move(closed, pos="last-child")


WAYS = {
    "withdrawn": lambda page: page.unpublish(),
    "run out": _run_out,
    "deleted": lambda page: page.delete(),
    "restricted": lambda page: page.view_restrictions.create(restriction_type="password", password="x"),
    "moved below what is restricted": _move_below_a_closed_page,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_file_is_private_again_when_its_page_is_not_for_everybody(page, addresses, way):
    assert statuses(addresses) == [200, 200]
    WAYS[way](NewsPage.objects.get(pk=page.pk))
    assert statuses(addresses) == [404, 404]


def test_of_two_pages_that_carry_it_one_is_enough(news_index, page, addresses):
    other = make_news(news_index, "Tin khác", image=page.image, image_alt="Diều", body=list(page.body.raw_data))
    page.unpublish()
    assert statuses(addresses) == [200, 200]
    other.unpublish()
    assert statuses(addresses) == [404, 404]


def replace(thing, name: str, data: bytes) -> None:
    """Puts another file in the place of one, as somebody who may publish does at the desk."""
    client = signed_in("Người duyệt")
    kind = "images" if hasattr(thing, "width") else "docs"
    address = reverse(f"wagtail{kind}:edit", args=[thing.pk])
    fields = {"title": thing.title, "tags": "", "collection": thing.collection_id}
    fields |= {"file": SimpleUploadedFile(name, data), OPENED: client.get(address).context[OPENED]}
    assert client.post(address, fields).status_code == 302


def held(media: Path) -> set[str]:
    return {str(each.relative_to(media)) for each in media.rglob("*") if each.is_file()}


def test_a_replaced_document_is_reachable_nowhere_and_later_gone_from_the_disk(
    page, document, addresses, media, django_capture_on_commit_callbacks
):
    before = document.file.name
    replace(document, "moi.pdf", b"%PDF-1.4 moi")
    now = get_document_model().objects.get()
    assert statuses([addresses[0], f"/media/{before}"]) == [404, 404]
    assert b"".join(Client().get(now.url).streaming_content) == b"%PDF-1.4 moi"
    assert before in held(media)
    with django_capture_on_commit_callbacks(execute=True):
        erase(timezone.now() + timedelta(days=1))
    assert before not in held(media)


def test_a_replaced_document_of_the_same_name_is_the_new_one_for_browsers_that_kept_the_old(page, document):
    first = Client().get(document.url)
    replace(document, "mau.pdf", b"%PDF-1.4 moi")
    now = get_document_model().objects.get()
    again = Client().get(now.url, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 200
    assert b"".join(again.streaming_content) == b"%PDF-1.4 moi"
    assert document.url == now.url or Client().get(document.url).status_code == 404


def test_a_replaced_picture_is_reachable_nowhere_and_its_sizes_are_gone(
    page, image, addresses, media, django_capture_on_commit_callbacks
):
    old = [image.file.name, image.get_rendition(SPEC).file.name, image.get_rendition("width-20").file.name]
    with django_capture_on_commit_callbacks(execute=True):
        replace(image, "moi.png", drawn("blue"))
    assert statuses([f"/media/{name}" for name in old]) == [404] * 3
    assert held(media) & set(old) == {old[0]}
    assert statuses([get_image_model().objects.get().get_rendition(SPEC).url]) == [200]


def test_a_deleted_file_leaves_nothing(document, image, media, django_capture_on_commit_callbacks):
    addresses = [document.url, image.get_rendition(SPEC).url]
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
        image.delete()
    assert statuses(addresses) == [404, 404]
    assert held(media) == set()

"""A file that was replaced or deleted is private and comes back with one step, until its time is over."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from audit.models import LogRow
from cms.desk.rows.guard import OPENED
from pages.files.pictures import SPEC
from pages.files.replaced import erase
from tests.pages.files.test_uploads import picture

pytestmark = pytest.mark.django_db
FIRST, SECOND = b"%PDF-1.7 mot", b"%PDF-1.7 hai hai"


@pytest.fixture
def desk(admin_client, portal, settings, tmp_path) -> Client:
    settings.MEDIA_ROOT = tmp_path / "media"
    return admin_client


def replace(client: Client, row, content: bytes, name: str) -> None:
    """Puts another file in its place, by the form."""
    address = reverse(f"{row._meta.app_label}:edit", args=[row.pk])
    typed = {"title": row.title, "collection": str(row.collection_id), "tags": "", **_opened(client, address)}
    file = SimpleUploadedFile(name, content)
    assert client.post(address, typed | {"file": file}).status_code == 302


def _opened(client: Client, address: str) -> dict[str, str]:
    return {OPENED: client.get(address).context[OPENED]}


def remove(client: Client, row) -> None:
    assert client.post(reverse(f"{row._meta.app_label}:delete", args=[row.pk])).status_code == 302


def take_back(client: Client, row) -> int:
    told = LogRow.objects.filter(kind=row._meta.label_lower, key=str(row.pk), action__startswith="row.")[0]
    return client.post(reverse("undo_change", args=[told.number])).status_code


@pytest.fixture
def document(desk):
    return get_document_model().objects.create(title="Tờ khai", file=SimpleUploadedFile("to-khai.pdf", FIRST))


@pytest.fixture
def image(desk):
    return get_image_model().objects.create(title="Diều", file=SimpleUploadedFile("dieu.png", picture()))


def content(row) -> bytes:
    with type(row).objects.get(pk=row.pk).file.open() as file:
        return file.read()


def test_a_replaced_document_is_nobodys_and_comes_back_to_the_byte(desk, document, django_capture_on_commit_callbacks):
    before, address = document.file.name, document.url
    with django_capture_on_commit_callbacks(execute=True):
        replace(desk, document, SECOND, "to-khai-moi.pdf")
    assert (content(document), document.file.storage.exists(before)) == (SECOND, True)
    assert [desk.get(each).status_code for each in (address, f"/media/{before}")] == [404, 404]
    assert (
        "?thing=wagtaildocs.document%3A" in desk.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
    )
    assert take_back(desk, document) == 302
    assert (content(document), desk.get(address).status_code) == (FIRST, 200)


def test_a_replaced_picture_comes_back_with_its_size_and_no_copy_of_the_other(desk, image):
    before, copy = image.file.name, image.get_rendition(SPEC)
    replace(desk, image, picture()[:-12] + picture()[-12:], "khac.png")
    assert not image.renditions.exists()
    assert [desk.get(each).status_code for each in (copy.url, f"/media/{before}")] == [404, 404]
    changed = get_image_model().objects.get(pk=image.pk)
    changed.get_rendition(SPEC)
    assert take_back(desk, image) == 302
    now = get_image_model().objects.get(pk=image.pk)
    assert (now.file.name, now.width, now.file_hash) == (before, image.width, image.file_hash)
    assert not now.renditions.exists()


def test_a_deleted_document_comes_back(desk, document, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        remove(desk, document)
    assert take_back(desk, document) == 302
    assert content(document) == FIRST


def test_after_its_time_the_file_is_gone_and_the_step_says_so(desk, document, django_capture_on_commit_callbacks):
    before = document.file.name
    replace(desk, document, SECOND, "to-khai-moi.pdf")
    call_command("prune_replaced_files")
    assert document.file.storage.exists(before)
    with django_capture_on_commit_callbacks(execute=True):
        assert erase(timezone.now() + timedelta(days=1)) == 1
    assert not document.file.storage.exists(before)
    assert content(document) == SECOND
    assert take_back(desk, document) == 409


def test_what_came_back_and_was_replaced_once_more_begins_anew(desk, document):
    replace(desk, document, SECOND, "to-khai-moi.pdf")
    middle = timezone.now()
    take_back(desk, document)
    replace(desk, document, SECOND, "to-khai-ba.pdf")
    assert erase(middle) == 0


def test_what_nobody_logs_is_removed_at_once(desk, document, django_capture_on_commit_callbacks):
    name, storage = document.file.name, document.file.storage
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
    assert not storage.exists(name)

"""The files of a draft are open to the guest who was shown it, as long as he may see it, and to nobody else."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction

from pages.guests.links import revoke
from pages.models import GuestLink

pytestmark = [pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def drawn(name: str):
    data = BytesIO()
    Picture.new("RGB", (40, 30), "red").save(data, "PNG")
    return get_image_model().objects.create(title=name, file=ContentFile(data.getvalue(), f"{name}.png"))


@pytest.fixture
def files(draft, author):
    """The addresses of what the draft has, and of what it has not."""
    document = get_document_model().objects.create(title="Dự thảo", file=ContentFile(b"%PDF-1.4", "du-thao.pdf"))
    other = get_document_model().objects.create(title="Khác", file=ContentFile(b"%PDF-1.4", "khac.pdf"))
    draft.image, draft.image_alt = drawn("dieu"), "Diều"
    draft.body = [("download", {"document": document, "label": ""})]
    draft.save_revision(user=author)
    shown = draft.image.get_rendition("max-960x960|format-webp").url
    return (
        document,
        [document.url, shown],
        [other.url, drawn("khac").get_rendition("width-20").url, draft.image.file.url],
    )


def expire(link: GuestLink) -> None:
    GuestLink.objects.filter(pk=link.pk).update(ends_at=timezone.now())


def statuses(client: Client, addresses: list[str]) -> set[int]:
    return {client.get(address).status_code for address in addresses}


def test_a_guest_has_the_draft_s_files_and_no_other(files, opened):
    _document, own, others = files
    guest, _link, address = opened()
    page = guest.get(address).content.decode()
    assert all(each in page for each in own)
    assert statuses(guest, own) == {200}
    assert statuses(guest, others) == {404}
    assert statuses(Client(), own) == {404}


@pytest.mark.parametrize("end", [revoke, expire], ids=["revoked", "expired"])
def test_they_close_with_the_link(files, opened, end):
    guest, link, _address = opened()
    end(link)
    assert statuses(guest, files[1]) == {404}


def test_they_close_when_the_draft_drops_them(files, opened, draft, author):
    guest, _link, _address = opened()
    draft.image, draft.body = None, []
    draft.save_revision(user=author)
    assert statuses(guest, files[1]) == {404}


def test_a_closed_collection_is_closed_to_guests(files, opened):
    document, _own, _others = files
    document.collection = Collection.get_first_root_node().add_child(name="Nội bộ")
    document.save()
    CollectionViewRestriction.objects.create(collection=document.collection, restriction_type="login")
    guest, _link, _address = opened()
    assert guest.get(document.url).status_code == 302


def test_for_readers_the_database_is_asked_nothing_more(files):
    with CaptureQueriesContext(connection) as asked:
        Client().get(files[1][1])
    assert not [query for query in asked.captured_queries if "guest" in query["sql"]]

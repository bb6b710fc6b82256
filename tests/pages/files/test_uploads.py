"""At every door where files are uploaded, what is not what it says or cannot be opened is refused in words."""

import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection

from pages.files.uploads import TOO_MANY_PIXELS, is_what_it_says

SCRIPT = b"<html><script>alert(1)</script>"
PACKED, OFFICE = b"PK\x03\x04 noi dung", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 noi dung"


def bomb(side: int = 30_000) -> bytes:
    """A PNG of a few bytes that says it has so many points on each side."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 999)) + chunk(b"IEND", b"")
    )


def picture() -> bytes:
    drawn = BytesIO()
    Picture.new("RGB", (4, 3), "red").save(drawn, "PNG")
    return drawn.getvalue()


@pytest.fixture
def desk(admin_client, settings, tmp_path) -> Client:
    settings.MEDIA_ROOT = tmp_path / "media"
    Collection.get_first_root_node() or Collection.add_root(name="Root")
    return admin_client


#: Where pictures and documents are uploaded: the form of one, of many, and the box in which a page chooses.
DOORS = {
    "images": {
        "wagtailimages:add": {"title": "Diều", "tags": ""},
        "wagtailimages:add_multiple": {"title": "Diều", "tags": ""},
        "wagtailimages_chooser:create": {"image-chooser-upload-title": "Diều", "image-chooser-upload-tags": ""},
    },
    "documents": {
        "wagtaildocs:add": {"title": "Tệp", "tags": ""},
        "wagtaildocs:add_multiple": {"title": "Tệp", "tags": ""},
        "wagtaildocs_chooser:create": {"document-chooser-upload-title": "Tệp", "document-chooser-upload-tags": ""},
    },
}
_BOXES = {
    "wagtailimages:add_multiple": "files[]",
    "wagtaildocs:add_multiple": "files[]",
    "wagtailimages_chooser:create": "image-chooser-upload-file",
    "wagtaildocs_chooser:create": "document-chooser-upload-file",
}


def upload(desk: Client, door: str, data: bytes, name: str) -> str:
    """What the screen says after it."""
    kind = "images" if "images" in door else "documents"
    root = Collection.get_first_root_node().pk
    file = SimpleUploadedFile(name, data)
    fields = DOORS[kind][door] | {_BOXES.get(door, "file"): file, "collection": root}
    response = desk.post(reverse(door), fields, headers={"X-Requested-With": "XMLHttpRequest"}, follow=True)
    assert response.status_code == 200
    if response["Content-Type"] == "application/json":
        return str(response.json())
    return response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("door", DOORS["images"])
def test_a_picture_that_would_fill_the_memory_is_refused_in_words(desk, door):
    assert TOO_MANY_PIXELS in upload(desk, door, bomb(), "bom.png")
    assert not get_image_model().objects.exists()
    upload(desk, door, picture(), "dieu.png")
    assert get_image_model().objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("door", DOORS["documents"])
def test_a_document_that_is_something_else_is_refused_in_words(desk, door):
    said = upload(desk, door, SCRIPT, "quyet-dinh.pdf")
    assert "không phải là tệp .pdf" in said
    assert "có đuôi" not in said  # the refused file has no name any more
    assert not get_document_model().objects.exists()
    upload(desk, door, b"%PDF-1.4 mot", "quyet-dinh.pdf")
    assert get_document_model().objects.count() == 1


@pytest.mark.parametrize(
    ("name", "data", "fits"),
    [
        ("a.pdf", b"\n%PDF-1.4", True),
        ("a.pdf", PACKED, False),
        ("A.PDF", SCRIPT, False),
        ("a.docx", PACKED, True),
        ("a.docx", SCRIPT, False),
        ("a.xlsx", OFFICE, False),
        ("a.doc", OFFICE, True),
        ("a.doc", b"{\\rtf1", True),
        ("a.xls", SCRIPT, False),
        ("a.ods", PACKED, True),
        ("a.zip", b"PK\x05\x06", True),
        ("a.zip", b"", False),
    ],
)
def test_the_content_tells_what_a_file_is(name, data, fits):
    assert is_what_it_says(SimpleUploadedFile(name, data)) is fits


def test_every_ending_that_is_taken_is_known_by_its_content(settings):
    for ending in settings.WAGTAILDOCS_EXTENSIONS:
        assert not is_what_it_says(SimpleUploadedFile(f"a.{ending}", SCRIPT)), ending

"""A file is refused in words before it takes the last room of the disk; forms without one are not."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents import get_document_model

pytestmark = pytest.mark.django_db
ADDRESS = "/quan-tri/documents/add/"


@pytest.fixture
def editor(admin_client):
    """Somebody who may upload and reads the answer, whatever the portal raises within."""
    admin_client.raise_request_exception = False
    return admin_client


def form():
    return {"title": "Mẫu đơn", "file": SimpleUploadedFile("mau-don.pdf", b"%PDF-1.4 mau don")}


def test_a_file_is_taken_while_there_is_room(editor):
    assert editor.post(ADDRESS, form()).status_code == 302
    assert get_document_model().objects.get().title == "Mẫu đơn"


def test_a_file_is_refused_in_words_where_little_room_is_left(editor, settings):
    settings.KEPT_FREE_BYTES = 10**18
    response = editor.post(ADDRESS, form())
    assert response.status_code == 503
    assert "Đĩa không đủ chỗ: cần chừng" in response.content.decode()
    assert not get_document_model().objects.exists()


def test_a_form_without_a_file_is_not(editor, settings):
    settings.KEPT_FREE_BYTES = 10**18
    assert editor.post(ADDRESS, {"title": "Mẫu đơn"}).status_code == 200

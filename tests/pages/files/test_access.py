"""Uploaded files follow the pages that use them: open while such a page is, closed before, after and otherwise."""

import json
from io import BytesIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction, GroupCollectionPermission

from cms.access.upkeep import ensure_access
from cms.models import Editor
from pages.models import HomePage, NewsPage
from tests.editors import in_role
from tests.pages.factories import make_news

pytestmark = pytest.mark.database_differs

BODY = b"%PDF-1.4 mot hai ba"


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def document(db):
    return get_document_model().objects.create(title="Dự thảo", file=ContentFile(BODY, "du-thao.pdf"))


@pytest.fixture
def image(db):
    drawn = BytesIO()
    Picture.new("RGB", (40, 30), "red").save(drawn, "PNG")
    return get_image_model().objects.create(title="Diều", file=ContentFile(drawn.getvalue(), "dieu.png"))


@pytest.fixture
def page(news_index, document, image) -> NewsPage:
    """A published piece of news with both."""
    body = [{"type": "download", "value": {"document": document.pk, "label": ""}}]
    return make_news(news_index, "Tin có tệp", image=image, image_alt="Con diều", body=body)


@pytest.fixture(params=["document", "picture"])
def address(request, page, document, image) -> str:
    """Where the file, or the picture in the size of the page, is asked for."""
    return document.url if request.param == "document" else image.get_rendition("max-960x960|format-webp").url


def status(address: str, client: Client | None = None) -> int:
    return (client or Client()).get(address).status_code


def editor() -> Client:
    ensure_access()
    account, _ = Editor.objects.get_or_create(username="bien-tap")
    in_role(account, "Biên tập viên")
    client = Client()
    client.force_login(account)
    return client


def close_collection(file, kind: str = "login") -> None:
    file.collection = Collection.get_first_root_node().add_child(name="Nội bộ")
    file.save()
    CollectionViewRestriction.objects.create(collection=file.collection, restriction_type=kind)


def test_what_a_published_page_uses_is_for_everybody(page, address):
    response = Client().get(address)
    assert response.status_code == 200
    assert b"".join(response.streaming_content)
    assert response["Content-Security-Policy"] == "default-src 'none'"


def test_it_closes_with_its_page_and_opens_with_it(page, address):
    page.unpublish()
    assert status(address) == 404
    page.save_revision().publish()
    assert status(address) == 200


def test_what_only_a_draft_uses_is_closed(news_index, page, address):
    other = make_news(news_index, "Tin khác")
    NewsPage.objects.filter(pk=page.pk).update(live=False)
    other.image, other.image_alt, other.body = page.image, "Diều", page.body
    other.save_revision()
    assert status(address) == 404


def test_a_draft_that_drops_a_file_leaves_the_published_page_whole(page, address):
    page.image, page.body = None, []
    page.save_revision()
    assert status(address) == 200
    page.get_latest_revision().publish()
    assert status(address) == 404


def test_what_no_page_uses_is_closed(document, image):
    assert status(document.url) == 404
    assert status(image.get_rendition("width-20").url) == 404


@pytest.mark.parametrize("above", [False, True])
def test_what_a_closed_page_uses_is_for_those_who_may_read_that(page, address, above):
    closed = HomePage.objects.get() if above else page
    closed.view_restrictions.create(restriction_type="login")
    assert status(address) == 404
    reader = Client()
    reader.force_login(Editor.objects.create_user("doc-gia"))
    assert status(address, reader) == 200


def test_a_closed_collection_closes_its_files_on_an_open_page_too(page, address, document, image):
    for file in (document, image):
        close_collection(file)
    assert status(address) in (302, 404)  # Wagtail leads to the sign-in for a document
    assert status(address, editor()) == 200


def test_editors_have_what_no_page_uses_yet(news_index, page, address):
    page.unpublish()
    assert status(address, editor()) == 200


def test_an_account_without_a_right_to_files_is_a_stranger(page, address):
    page.unpublish()
    client, account = Client(), Editor.objects.create_user("khach")
    account.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(account)
    assert status(address, client) == 404


def test_originals_and_documents_have_no_address_of_their_own(page, image, document):
    for file in (image.file, document.file):
        assert status(file.url) == 404
    assert status(image.file.url, editor()) == 200
    assert status(document.file.url, editor()) == 404


def test_an_original_is_for_those_who_keep_that_picture(image):
    """Not for whoever works at the desk and has learned what it is called."""
    ensure_access()
    theirs = Collection.get_first_root_node().add_child(name="Sở Mây")
    group = Group.objects.create(name="Sở Mây")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupCollectionPermission.objects.create(
        group=group, collection=theirs, permission=Permission.objects.get(codename="change_image")
    )
    account = Editor.objects.create_user("may")
    account.groups.add(group)
    client = Client()
    client.force_login(account)
    assert status(image.file.url, client) == 404
    image.collection = theirs
    image.save()
    assert status(image.file.url, client) == 200


@pytest.mark.parametrize("path", ["../portal.sqlite3", "images/../../portal.sqlite3", "images/", "khong-co.png", "%00"])
def test_no_other_file_can_be_asked_for(page, path):
    assert status(f"/media/{path}") == 404


def test_a_page_costs_no_more_queries_for_its_pictures(client, page, django_assert_num_queries):
    """Whether a picture may be had is asked when it is asked for, not when a page is made."""
    assert client.get(page.url).status_code == 200
    with django_assert_num_queries(4):
        client.get(page.image.get_rendition("max-960x960|format-webp").url)


def test_what_a_page_refers_to_is_known_of_every_page_type(page, document):
    """The rule rests on Wagtail's index of references; a stream that hid its documents from it would close them."""
    assert json.dumps(page.body.raw_data[0]["value"]["document"]) == str(document.pk)
    assert [used.pk for used, _ in document.get_usage()] == [page.pk]

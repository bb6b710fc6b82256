"""A file that readers are offered is changed and taken away only by those who may publish what shows it."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection

from agencies.models import Role
from cms.desk.rows.guard import OPENED
from procedures_catalog.models import FormVersion, LibraryForm
from tests.editors import member, signed_in
from tests.pages.factories import make_news

pytestmark = [pytest.mark.django_db]
OLD, NEW = b"%PDF-1.4 cu", b"%PDF-1.4 moi"


def drawn(colour: str) -> bytes:
    data = BytesIO()
    Picture.new("RGB", (40, 30), colour).save(data, "PNG")
    return data.getvalue()


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def document(db):
    return get_document_model().objects.create(title="Mẫu", file=ContentFile(OLD, "mau.pdf"))


@pytest.fixture
def image(db):
    return get_image_model().objects.create(title="Diều", file=ContentFile(drawn("red"), "dieu.png"))


def replace(client: Client, thing, **values) -> str:
    kind, data, name = ("images", drawn("blue"), "x.png") if hasattr(thing, "width") else ("docs", NEW, "x.pdf")
    fields = {"title": thing.title, "tags": "", "collection": thing.collection_id, **values}
    fields.setdefault("file", SimpleUploadedFile(name, data))
    address = reverse(f"wagtail{kind}:edit", args=[thing.pk])
    opened = {OPENED: client.get(address).context[OPENED]}
    return client.post(address, fields | opened, follow=True).content.decode()


def bytes_of(file) -> bytes:
    with type(file).objects.get(pk=file.pk).file.open() as opened:
        return opened.read()


def in_news(news_index, document, image, **values):
    body = [{"type": "download", "value": {"document": document.pk, "label": ""}}]
    return make_news(news_index, "Tin có tệp", image=image, image_alt="Con diều", body=body, **values)


def test_what_a_published_page_shows_is_replaced_by_who_may_publish_it(news_index, document, image):
    in_news(news_index, document, image)
    editor, reviewer = signed_in("Biên tập viên"), signed_in("Người duyệt")
    for file in (document, image):
        before = bytes_of(file)
        said = replace(editor, file)
        assert "“Tin có tệp”. Chỉ người được công bố ở đó" in said
        assert bytes_of(file) == before
        replace(reviewer, file)
        assert bytes_of(file) != before


def test_what_only_a_draft_uses_is_everybodys_to_replace(news_index, document, image):
    in_news(news_index, document, image).unpublish()
    replace(signed_in("Biên tập viên"), document)
    assert bytes_of(document) == NEW


def test_the_name_of_a_shown_file_which_links_say_and_its_closed_place_are_no_writers(news_index, document, image):
    in_news(news_index, document, image)
    editor, before = signed_in("Biên tập viên"), document.title
    assert "Tin có tệp" in replace(editor, document, title="Tên khác", file="")
    assert get_document_model().objects.get().title == before
    replace(signed_in("Người duyệt"), document, title="Tên khác", file="")
    assert get_document_model().objects.get().title == "Tên khác"
    other = Collection.get_first_root_node().add_child(name="Nội bộ")
    assert "Tin có tệp" in replace(editor, document, collection=other.pk, file="")


@pytest.fixture
def form(portal, document) -> LibraryForm:
    form = LibraryForm.objects.create(key="ct01", number="CT01")
    for label in ("theo Thông tư 1", "theo Thông tư 2"):
        FormVersion.objects.create(form=form, label=label, file=document)
    return form


def test_the_file_of_a_form_is_kept_by_those_who_keep_the_library(form, document):
    editor, reviewer = signed_in("Biên tập viên"), signed_in("Người duyệt")
    assert "biểu mẫu CT01" in replace(editor, document)
    assert bytes_of(document) == OLD
    replace(reviewer, document)
    assert bytes_of(document) == NEW


DELETING = {
    "one": lambda pk: (reverse("wagtaildocs:delete", args=[pk]), {}),
    "just uploaded": lambda pk: (reverse("wagtaildocs:delete_multiple", args=[pk]), {}),
    "many": lambda pk: (reverse("wagtail_bulk_action", args=["wagtaildocs", "document", "delete"]) + f"?id={pk}", {}),
}


@pytest.mark.parametrize("door", DELETING)
def test_only_they_delete_it(form, document, door):
    address, fields = DELETING[door](document.pk)
    headers = {"X-Requested-With": "XMLHttpRequest"} if door == "just uploaded" else {}
    signed_in("Biên tập viên").post(address, fields, headers=headers)
    assert get_document_model().objects.exists()
    signed_in("Người duyệt").post(address, fields, headers=headers)
    assert not get_document_model().objects.exists()


@pytest.mark.parametrize("door", ["one", "many"])
def test_the_question_before_names_what_will_be_without_it(form, document, door):
    address, _ = DELETING[door](document.pk)
    shown = signed_in("Người duyệt").get(address).content.decode()
    assert "biểu mẫu CT01 (bản: theo Thông tư 1, theo Thông tư 2; 0 thủ tục dùng)" in shown


def test_other_files_are_deleted_as_before(document, portal):
    signed_in("Biên tập viên").post(reverse("wagtaildocs:delete", args=[document.pk]))
    assert not get_document_model().objects.exists()


def promise(page, how: str) -> None:
    """What a text says that another has read, and that is not public yet."""
    writer = member(Role.WRITER, name="lan")
    if how == "hour":
        page.go_live_at = timezone.now() + timedelta(hours=1)
        page.save_revision(user=writer).publish(user=member(Role.PUBLISHER, name="minh"))
    else:
        page.save_revision(user=writer)
        page.get_workflow().start(page, writer)


@pytest.mark.parametrize("how", ["hour", "review"])
def test_what_others_have_read_for_its_hour_or_are_reviewing_is_theirs_to_replace(news_index, document, image, how):
    page = in_news(news_index, document, image)
    page.unpublish()
    promise(page, how)
    editor, reviewer = signed_in("Biên tập viên"), signed_in("Người duyệt")
    for file in (document, image):
        before = bytes_of(file)
        assert "“Tin có tệp” (chờ duyệt hoặc chờ giờ công bố). Chỉ người" in replace(editor, file)
        assert bytes_of(file) == before
        said = replace(reviewer, file)
        assert (bytes_of(file) == before, "đã được duyệt và hẹn giờ" in said) == (how == "hour", how == "hour")


def test_what_the_public_sees_already_is_replaced_beneath_an_hour_too(news_index, document, image):
    page = in_news(news_index, document, image)
    promise(page, "hour")
    reviewer = signed_in("Người duyệt")
    for file in (document, image):
        before = bytes_of(file)
        replace(reviewer, file)
        assert bytes_of(file) != before


def test_what_only_the_waiting_text_of_a_public_page_shows_is_kept_too(news_index, document, image):
    page = make_news(news_index, "Tin có tệp")
    page.image, page.image_alt = image, "Con diều"
    promise(page, "review")
    assert "“Tin có tệp” (chờ duyệt" in replace(signed_in("Biên tập viên"), image)

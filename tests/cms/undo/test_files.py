"""Of files that were moved, taken back is what both places allow; nobody is given a file that is another's by now."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Collection

from agencies.models import Agency, Role
from audit.acting import Acting, actor_of, passing
from audit.models import LogRow
from cms.access.giving import give
from cms.models import Editor
from tests.editors import browser_of, member

pytestmark = pytest.mark.django_db
KEPT, GIVEN = b"%PDF-1.7 giu kin", b"%PDF-1.7 cong khai"


@pytest.fixture
def admin(portal, settings, tmp_path) -> Editor:
    settings.MEDIA_ROOT = tmp_path / "media"
    return Editor.objects.create_superuser("cả")


@pytest.fixture
def agencies(portal) -> list[Agency]:
    return [Agency.objects.create(name=name, kind="department") for name in ("Sở Gió", "Sở Mưa")]


@pytest.fixture
def publishers(agencies) -> list[Editor]:
    found = [member(Role.WRITER, agency) for agency in agencies]
    for person, agency in zip(found, agencies, strict=True):
        give(person, Role.PUBLISHER, agency)
    return [Editor.objects.get(pk=person.pk) for person in found]


def collection(agency: Agency) -> Collection:
    return Collection.objects.get(name__contains=agency.name)


def put(document, admin: Editor, **values) -> LogRow:
    """A change at the desk; its row."""
    with passing(Acting(actor=lambda: actor_of(admin))):
        for name, value in values.items():
            setattr(document, name, value)
        document.save()
    return LogRow.objects.filter(kind="wagtaildocs.document", key=str(document.pk))[0]


@pytest.fixture
def document(admin, agencies, publishers):
    made = get_document_model()(title="Tờ kín", collection=collection(agencies[0]))
    made.file = ContentFile(KEPT, "kin.pdf")
    made.save()
    return made


def ask(client: Client, row: LogRow) -> int:
    return client.get(reverse("undo_change", args=[row.number])).status_code


def test_where_it_came_from_is_asked_too_and_what_was_there_is_told_to_nobody_else(
    admin, agencies, publishers, document
):
    replaced = put(document, admin, file=ContentFile(GIVEN, "mo.pdf"), title="Tờ mở")
    moved = put(document, admin, collection=collection(agencies[1]))
    later = put(document, admin, title="Tờ mới")
    here = browser_of(publishers[1])
    assert [ask(here, row) for row in (replaced, moved, later)] == [404, 404, 200]
    listed = here.get("/quan-tri/thay-doi/", {"thing": f"wagtaildocs.document:{document.pk}"}).content.decode()
    assert "Tờ mới" in listed
    assert "Tờ kín" not in listed
    assert [ask(browser_of(admin), row) for row in (replaced, moved, later)] == [200, 200, 200]


def test_a_name_that_is_anothers_by_now_gives_no_file_back(admin, agencies, document):
    name, storage = document.file.name, document.file.storage
    replaced = put(document, admin, file=ContentFile(GIVEN, "mo.pdf"))
    storage.delete(name)
    other = get_document_model()(title="Khác", collection=collection(agencies[1]))
    other.file = ContentFile(b"%PDF-1.7 cua so khac", "kin.pdf")
    other.save()
    assert other.file.name == name
    assert browser_of(admin).post(reverse("undo_change", args=[replaced.number])).status_code == 409
    document.refresh_from_db()
    assert document.file.name != name


def test_another_content_under_the_name_gives_no_file_back(admin, document):
    document.get_file_hash()
    name, storage = document.file.name, document.file.storage
    document._set_document_file_metadata()
    document.save()
    document.file = ContentFile(GIVEN, "mo.pdf")
    document._set_document_file_metadata()
    replaced = put(document, admin)
    storage.delete(name)
    storage.save(name, ContentFile(b"%PDF-1.7 khac"))
    assert browser_of(admin).post(reverse("undo_change", args=[replaced.number])).status_code == 409


def test_what_is_only_worked_out_of_a_file_is_no_change_of_who_opens_it(admin, document):
    get_document_model().objects.update(file_hash="", file_size=None)
    browser_of(admin).get(reverse("wagtaildocs:edit", args=[document.pk]))
    with passing(Acting(actor=lambda: actor_of(admin))):
        get_document_model().objects.get(pk=document.pk).get_file_hash()
    assert not LogRow.objects.filter(kind="wagtaildocs.document", key=str(document.pk)).exists()

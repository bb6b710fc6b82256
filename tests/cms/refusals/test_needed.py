"""What cannot be deleted because something needs it is told in words at every door."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model

from agencies.models import AdministrativeUnit, Agency
from procedures_catalog.models import Sector
from tests.legal_documents.documents_factory import make_document
from tests.procedures_catalog.factories import published

pytestmark = pytest.mark.django_db
#: Ours, and the one with which Wagtail refuses before it tries.
SENTENCES = ("Không xóa được", "Không thể xóa", "không có quyền")


@pytest.fixture
def held(portal, settings, tmp_path):
    """A document that a page has, an agency that it names, a field that a procedure has, a unit that an agency has."""
    settings.MEDIA_ROOT = tmp_path / "media"
    file = get_document_model().objects.create(title="Bản gốc", file=ContentFile(b"%PDF-", "a.pdf"))
    unit = AdministrativeUnit.objects.create(code="99999", name="Xã Diều", kind="commune")
    agency = Agency.objects.create(name="Sở Diều", kind="department", unit=unit)
    make_document(portal[1], file=file, issuer=agency)
    return {"document": file, "agency": agency, "unit": unit, "sector": published("1.100001").sector}


ROWS = {"agency": Agency, "unit": AdministrativeUnit, "sector": Sector}


def _one(held: dict, name: str) -> str:
    if name == "document":
        return reverse("wagtaildocs:delete", args=[held[name].pk])
    return reverse(ROWS[name].snippet_viewset.get_url_name("delete"), args=[held[name].pk])


def _many(held: dict, name: str) -> str:
    label = held[name]._meta
    address = reverse("wagtail_bulk_action", args=[label.app_label, label.model_name, "delete"])
    return f"{address}?id={held[name].pk}"


def _just_uploaded(held: dict, name: str) -> str:
    return reverse("wagtaildocs:delete_multiple", args=[held[name].pk])


DOORS = [(door, name) for door in (_one, _many) for name in ("document", *ROWS)] + [(_just_uploaded, "document")]


@pytest.mark.slow
@pytest.mark.parametrize(("door", "name"), DOORS)
def test_whatever_is_needed_elsewhere_stays_and_the_editor_is_told(admin_client, held, door, name):
    response = admin_client.post(door(held, name), follow=True)
    said = str(response.json()) if "json" in response["Content-Type"] else response.content.decode()
    assert any(sentence in said for sentence in SENTENCES)
    assert type(held[name]).objects.filter(pk=held[name].pk).exists()

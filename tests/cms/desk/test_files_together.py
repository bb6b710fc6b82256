"""Files that are put into another collection many at once are told by the log, each with where it came from, and taken
back like any other change."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from audit.models import LogRow
from cms.models import Editor
from tests.editors import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def administrator(settings, tmp_path) -> Editor:
    settings.MEDIA_ROOT = tmp_path / "media"
    return Editor.objects.create_superuser("lan")


@pytest.fixture(params=["document", "image"])
def files(request, administrator) -> list:
    """Two of a kind, in the root."""
    if request.param == "image":
        return [get_image_model().objects.create(title=name, file=get_test_image_file()) for name in ("Một", "Hai")]
    make = get_document_model().objects.create
    return [make(title=name, file=ContentFile(b"%PDF-1.7", f"{name}.pdf")) for name in ("Một", "Hai")]


def test_each_is_told_and_can_be_taken_back(files, administrator):
    kind = files[0]._meta
    closed = Collection.get_first_root_node().add_child(name="Khép kín")
    address = reverse("wagtail_bulk_action", args=[kind.app_label, kind.model_name, "add_to_collection"])
    numbers = "&".join(f"id={file.pk}" for file in files)
    client = browser_of(administrator)
    client.post(f"{address}?{numbers}&next=/quan-tri/", {"collection": closed.pk})
    rows = LogRow.objects.filter(kind=kind.label_lower, action="row.change")
    assert {row.key for row in rows} == {str(file.pk) for file in files}
    assert all("Khép kín" in str(row.changed) for row in rows)
    client.post(reverse("undo_change", args=[rows[0].number]))
    assert type(files[0]).objects.filter(collection=closed).count() == 0

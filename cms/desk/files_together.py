"""Many images or documents put into another collection at once: a collection may be closed to the public, so each is
told by the log and can be taken back, where Wagtail writes past whoever listens."""

from collections.abc import Iterable
from typing import Any

from wagtail.documents.models import AbstractDocument
from wagtail.documents.views.bulk_actions.add_to_collection import AddToCollectionBulkAction as DocumentsToCollection
from wagtail.images.models import AbstractImage
from wagtail.images.views.bulk_actions.add_to_collection import AddToCollectionBulkAction as ImagesToCollection
from wagtail.models import Collection, CollectionMember

from pages.files.uses import refusal


def _put(files: Iterable[CollectionMember], collection: Collection | None) -> tuple[int, int]:
    """One by one; how many, and none below them."""
    if collection is None:
        return 0, 0
    moved = [each for each in files if each.collection_id != collection.pk]
    for each in moved:
        each.collection = collection
        each.save(update_fields=["collection"])
    return len(moved), 0


class PutImages(ImagesToCollection):
    """Of images."""

    def check_perm(self, image: AbstractImage) -> bool:
        """Whether somebody may do it with an image: as its own form says."""
        return bool(super().check_perm(image)) and not refusal(image, self.request.user)

    @classmethod
    def execute_action(
        cls, images: Iterable[CollectionMember], collection: Collection | None = None, **_more: Any
    ) -> tuple[int, int]:
        """How many were moved."""
        return _put(images, collection)


class PutDocuments(DocumentsToCollection):
    """Of documents."""

    def check_perm(self, document: AbstractDocument) -> bool:
        """The same of a document."""
        return bool(super().check_perm(document)) and not refusal(document, self.request.user)

    @classmethod
    def execute_action(
        cls, objects: Iterable[CollectionMember], collection: Collection | None = None, **_more: Any
    ) -> tuple[int, int]:
        """How many were moved."""
        return _put(objects, collection)

"""Pages whose own content refers to something, as Wagtail's index of references knows: not what only drafts say."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Model
from django.db.models.functions import Cast
from wagtail.models import Page, PageQuerySet, ReferenceIndex


def pages_with(thing: Model) -> PageQuerySet:
    """The pages that refer to a document or an image."""
    return pages_with_any(type(thing), [thing.pk])


def pages_with_any(model: type[Model], ids: Iterable[int]) -> PageQuerySet:
    """The pages that refer to one of these documents, images or (Page) pages. What an import writes is not among it:
    bulk writing leaves the index as it was."""
    kinds = ContentType.objects.get_for_models(model, Page)
    references = ReferenceIndex.objects.filter(
        to_content_type=kinds[model], to_object_id__in=list(map(str, ids)), base_content_type=kinds[Page]
    )
    return Page.objects.filter(pk__in=references.annotate(page=Cast("object_id", BigIntegerField())).values("page"))

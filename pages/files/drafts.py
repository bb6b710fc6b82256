"""Which uploaded files a text uses that is not public yet: Wagtail's index of references knows public texts only."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField, Model, Q, TextField
from django.db.models.functions import Cast
from wagtail.models import Page, PageQuerySet, ReferenceIndex, Revision, WorkflowState


def uses(revision: Revision, file: Model) -> bool:
    """Whether a version shows a document or an image."""
    return (ContentType.objects.get_for_model(file).pk, str(file.pk)) in set(_references(revision))


def promised_with(file: Model) -> PageQuerySet:
    """The pages that show a file in a text that others have read: one that has its hour, or waits in a review."""
    return _showing(_promised(), file)


def fixed_with(file: Model) -> PageQuerySet:
    """The pages that show a file in a text that was approved for an hour: it becomes public by itself as it is."""
    return _showing(_promised().filter(approved_go_live_at__isnull=False), file)


def _showing(versions: Any, file: Model) -> PageQuerySet:
    found = [each.object_id for each in versions.filter(text__contains=str(file.pk)) if uses(each, file)]
    return Page.objects.filter(pk__in=found)


def _promised() -> Any:
    """The versions of pages that were approved for an hour or are being reviewed."""
    kind = ContentType.objects.get_for_model(Page)
    states = WorkflowState.objects.filter(base_content_type=kind, status=WorkflowState.STATUS_IN_PROGRESS)
    reviewed = states.annotate(number=Cast("object_id", IntegerField())).values("number")
    newest = Page.objects.filter(pk__in=reviewed).values("latest_revision")
    waiting = Q(approved_go_live_at__isnull=False) | Q(pk__in=newest)
    return Revision.page_revisions.filter(waiting).annotate(text=Cast("content", TextField()))


def _references(revision: Revision) -> Iterator[tuple[int, str]]:
    for kind, key, *_place in ReferenceIndex._extract_references_from_object(revision.as_object()):
        yield kind, str(key)

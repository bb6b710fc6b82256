"""The draft that a guest is shown: the newest one of its page; and the files that it uses, closed to others."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import HttpRequest
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page, ReferenceIndex

from agencies.day import asked_at
from pages.guests.links import fault_of
from pages.guests.tickets import tickets
from pages.models import GuestLink


def draft_of(page: Page) -> Any:
    """The page as its newest version says it, nothing of it saved."""
    return page.get_latest_revision_as_object()


def guest_may_have(request: HttpRequest, file: AbstractDocument | AbstractImage) -> bool:
    """Whether a draft uses the file that this browser was shown and may still see. Nothing is asked of the database
    for readers, who have no ticket."""
    numbers = tickets(request)
    links = GuestLink.objects.filter(pk__in=numbers).select_related("page", "made_by") if numbers else ()
    return any(not fault_of(link, asked_at(request)) and _uses(draft_of(link.page), file) for link in links)


def _uses(draft: Page, file: Model) -> bool:
    """As Wagtail's index of references would say of the draft, if it were published."""
    wanted = (ContentType.objects.get_for_model(type(file)).pk, str(file.pk))
    return any(found[:2] == wanted for found in ReferenceIndex._extract_references_from_object(draft))

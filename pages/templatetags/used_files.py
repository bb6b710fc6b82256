"""For the desk's questions before a file is deleted: where readers have it."""

from typing import Any

from django import template
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage

from pages.files.uses import named, uses_of

register = template.Library()
#: What Wagtail's screens call the thing that is to be deleted: one alone, and each of many.
_NAMES = ("object", "document", "image")


@register.simple_tag(takes_context=True)
def places_of_file(context: Any) -> list[str]:
    """In words, where the file of this screen is shown; [] where it is about something else."""
    for name in _NAMES:
        thing = context.get(name)
        thing = thing.get("item") if isinstance(thing, dict) else thing
        if isinstance(thing, AbstractDocument | AbstractImage):
            return named(uses_of(thing, context["request"].user))
    return []

"""Which files the library of forms offers to everybody: those of versions that count, or will."""

from datetime import date
from typing import Any

from wagtail.documents.models import AbstractDocument

from agencies.models.dated import not_ended
from procedures_catalog.models import FormVersion


def is_offered(file: Any, on: date) -> bool:
    """Whether a version that has not ended by a day has this file. One query for a document, none for a picture."""
    return isinstance(file, AbstractDocument) and FormVersion.objects.filter(not_ended(on), file=file.pk).exists()

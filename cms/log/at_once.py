"""What citizens see as soon as one person saves it: whatever the public reads that is no page and has no draft. Of
these rows the log keeps the values themselves, so that a change is taken back in one step (`cms.undo`)."""

from collections.abc import Iterable

from django.apps import apps
from django.db.models import Model
from wagtail.contrib.settings.registry import registry
from wagtail.models import DraftStateMixin, Page

from audit.listening.rows import is_watched
from consequences.registry import sayings


def is_seen_at_once(model: type[Model]) -> bool:
    """Whether public things show its rows (`consequences`) or it is a setting, and no draft stands in between."""
    has_drafts = issubclass(model, Page | DraftStateMixin)
    return not has_drafts and (bool(sayings(model)) or model in registry)


def seen_at_once() -> Iterable[type[Model]]:
    """All such models of which the log tells each row."""
    return [model for model in apps.get_models() if is_seen_at_once(model) and is_watched(model)]

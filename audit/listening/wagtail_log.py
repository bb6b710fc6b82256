"""Everything that Wagtail notes in its own log, with what the draft or the public text said before."""

from typing import Any

from django.db import models
from django.db.models.signals import post_save
from wagtail.models import BaseLogEntry, ModelLogEntry, PageLogEntry

from audit.acting import Acting, somebody
from audit.listening.revisions import changes_by
from audit.recording import record
from audit.things import Thing, is_nameless, thing

#: What the log says of a row by itself, field by field, when it is saved.
_OF_ROWS = {"wagtail.create", "wagtail.edit", "wagtail.delete"}
_PUBLISHED = "wagtail.publish"


def connect() -> None:
    """Starts listening."""
    post_save.connect(_page_noted, sender=PageLogEntry, dispatch_uid="audit.page_log")
    post_save.connect(_row_noted, sender=ModelLogEntry, dispatch_uid="audit.model_log")


def _page_noted(instance: PageLogEntry, created: bool, **_more: Any) -> None:
    if created and somebody():
        _record(instance, _page(instance), instance.page)


def _row_noted(instance: ModelLogEntry, created: bool, **_more: Any) -> None:
    way = somebody()
    if created and way:
        row = _row(instance)
        of = thing(row) if row else _gone(instance)
        if not _is_told(way, instance, of):
            _record(instance, of, row)


def _record(entry: BaseLogEntry, of: Thing, row: models.Model | None) -> None:
    changes = changes_by(entry.revision, row, entry.action == _PUBLISHED) if row else {}
    record(entry.action, of, changes=changes, details=entry.data)


def _is_told(way: Acting, entry: ModelLogEntry, of: Thing) -> bool:
    return entry.action in _OF_ROWS and entry.revision is None and (of.kind, of.key) in way.told


def _page(entry: PageLogEntry) -> Thing:
    """The page as the kind that it is, with the name that it was just given."""
    of = thing(entry.page.specific_deferred)
    return Thing(of.kind, of.key, str(entry.page), of.agency)


def _row(entry: ModelLogEntry) -> models.Model | None:
    model = entry.content_type.model_class() if entry.content_type else None
    return model._base_manager.filter(pk=entry.object_id).first() if model else None


def _gone(entry: ModelLogEntry) -> Thing:
    kind = entry.content_type
    if kind is None:
        return Thing(key=entry.object_id, name=entry.label)
    model = kind.model_class()
    name = "" if model and is_nameless(model) else entry.label
    return Thing(f"{kind.app_label}.{kind.model}", entry.object_id, name)

"""Files that were replaced or deleted at the desk stay on the disk for a time, so that the step can be taken back.

No row names them, so no door gives them to anybody. Which they are, and since when, the log knows.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.documents import signal_handlers as of_documents
from wagtail.images import get_image_model
from wagtail.images import signal_handlers as of_images

from audit.acting import somebody
from audit.models import LogRow
from audit.reading.kept import WAS

CleanUp = Callable[..., None]


def is_kept() -> bool:
    """Whether the log tells of what is done now, and so knows the file again."""
    return somebody() is not None


# --- Kept -----------------------------------------------------------------------------------------


def _unless_kept(own: CleanUp, models: Callable[[], type[Model]]) -> CleanUp:
    def post_delete_file_cleanup(instance: Model, **more: Any) -> None:
        """As Wagtail's, for what nobody will miss: smaller copies, and what no log tells of."""
        if not (is_kept() and isinstance(instance, models())):
            own(instance, **more)

    return post_delete_file_cleanup


def connect() -> None:
    """Puts itself before Wagtail's own receivers, which are connected after this floor; twice changes nothing."""
    for handlers, model in ((of_images, get_image_model), (of_documents, get_document_model)):
        if handlers.post_delete_file_cleanup.__module__ != __name__:
            handlers.post_delete_file_cleanup = _unless_kept(handlers.post_delete_file_cleanup, model)


# --- Let go ---------------------------------------------------------------------------------------


def erase(before: datetime) -> int:
    """Removes the files that were replaced or deleted before a moment and that nothing names; how many."""
    return sum(_erase(model, before) for model in (get_image_model(), get_document_model()))


def _erase(model: Any, before: datetime) -> int:
    moment = f"{before.astimezone(UTC):%Y-%m-%dT%H:%M:%S}"
    rows = LogRow.objects.filter(kind=model._meta.label_lower, action__in=("row.change", "row.delete"))
    rows = rows.filter(changes__contains='"file"')
    held = set(_names(rows.filter(at__gte=moment))) | set(model._base_manager.values_list("file", flat=True))
    storage = model._meta.get_field("file").storage
    gone = {name for name in _names(rows.filter(at__lt=moment)) if name not in held and storage.exists(name)}
    for name in gone:
        transaction.on_commit(lambda name=name: storage.delete(name))  # type: ignore[misc]
    return len(gone)


def _names(rows: Any) -> Iterator[str]:
    for row in rows.iterator():
        name = (row.said.get(WAS) or {}).get("file")
        if name:
            yield name

"""The history calls a text a draft that waits only while it does: what was published is the public text, though it is
also the newest one."""

from collections.abc import Callable
from typing import Any

from wagtail.admin.views.generic.history import ActionColumn

from cms.access.walls.wrapping import wrap


def connect() -> None:
    """Into Wagtail's column, which no setting names; twice changes nothing."""
    wrap(ActionColumn, "get_status", _of_what_waits)


def _of_what_waits(asked: Callable[..., str | None]) -> Callable[..., str | None]:
    def get_status(column: ActionColumn, instance: Any, parent_context: Any) -> str | None:
        """The public text by the line of its publication alone."""
        row = column.object
        is_public = column.draftstate_enabled and row.live and not row.has_unpublished_changes
        if is_public and instance.action != "wagtail.publish":
            return None
        return asked(column, instance, parent_context)

    return get_status

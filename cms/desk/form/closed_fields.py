"""The fields of a page that somebody else has just now: to be read and copied, not to be written in.

Wagtail lays a style over them that keeps the mouse away; with the keyboard one writes in them all the same, and loses
it. Here they are switched off by the browser itself, with scripts or without (wagtail/wagtail#12530).
"""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.locks import BaseLock, WorkflowLock

from cms.four_eyes.second_pair import names_at

_WAITS = "Bản này đang chờ bước “{step}”, ở chỗ: {names}."
_LOCKED = "Bản này đang khóa; vì sao thì ghi ở đầu màn hình."


class ClosedFields:
    """A bound panel of which the form is closed by a lock; all else is the panel's own."""

    def __init__(self, panel: Any, lock: BaseLock) -> None:
        self._panel, self._lock = panel, lock

    def __getattr__(self, name: str) -> Any:
        return getattr(self._panel, name)

    def render_form_content(self) -> SafeString:
        """The panel's fields inside one that is switched off, and who has them."""
        said = {"fields": self._panel.render_form_content(), "who": _who(self._lock)}
        return SafeString(render_to_string("cms/desk/closed_fields.html", said))


def _who(lock: BaseLock) -> str:
    names = names_at(lock.task) if isinstance(lock, WorkflowLock) else ""
    return _WAITS.format(step=lock.task.name, names=names) if names else _LOCKED

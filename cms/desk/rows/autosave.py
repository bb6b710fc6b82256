"""What is public as soon as it is saved is saved by a press alone, never by the browser while somebody types.

Wagtail saves every form by itself whose model keeps versions, whether a draft stands between the form and the public or
not.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from wagtail.admin.views.generic.mixins import CreateEditViewOptionalFeaturesMixin


def _only_drafts(own: Callable[..., None]) -> Callable[..., None]:
    def setup(view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """As usual; only a draft is saved by itself."""
        own(view, request, *args, **kwargs)
        view.autosave_enabled = view.autosave_enabled and view.draftstate_enabled

    return setup


def connect() -> None:
    """Puts it into Wagtail's one view beneath all such forms, for no setting names models; twice changes nothing."""
    if CreateEditViewOptionalFeaturesMixin.setup.__module__ != __name__:
        CreateEditViewOptionalFeaturesMixin.setup = _only_drafts(CreateEditViewOptionalFeaturesMixin.setup)

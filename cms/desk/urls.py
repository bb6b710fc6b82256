"""The desk's addresses where this portal's screens stand in for Wagtail's, with the same guard at the door."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import path
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access

from cms.desk.editing import PageEditView, PageRevertView
from procedures_catalog.desk_screens.form_answers import ReadBeforeApproving


def _guarded(view: type[View]) -> Callable[..., HttpResponse]:
    return never_cache(require_admin_access(view.as_view()))


urlpatterns = [
    path("pages/<int:page_id>/edit/", _guarded(PageEditView)),
    path("pages/<int:page_id>/revisions/<int:revision_id>/revert/", _guarded(PageRevertView)),
    path("pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/", _guarded(ReadBeforeApproving)),
]

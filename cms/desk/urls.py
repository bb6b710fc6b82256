"""The desk's addresses where this portal's screens stand in for Wagtail's, with the same guard at the door."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import path, re_path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access

from cms.desk.editing import PageCompareView, PageCreateView, PageEditView, PageRevertView
from cms.four_eyes.taking_off import TakeOffView, close_page
from procedures_catalog.desk_screens.form_answers import ReadBeforeApproving


def _guarded(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    return never_cache(require_admin_access(view))


urlpatterns = [
    path(
        "pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/",
        _guarded(PageCreateView.as_view()),
        name="add_page",
    ),
    path("pages/<int:page_id>/edit/", _guarded(PageEditView.as_view()), name="edit_page"),
    path(
        "pages/<int:page_id>/revisions/<int:revision_id>/revert/",
        _guarded(PageRevertView.as_view()),
        name="revert_page",
    ),
    re_path(
        r"^pages/(\d+)/revisions/compare/(live|earliest|\d+)\.\.\.(live|latest|\d+)/$",
        _guarded(PageCompareView.as_view()),
        name="compare_page",
    ),
    path(
        "pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/",
        _guarded(ReadBeforeApproving.as_view()),
        name="act_on_review",
    ),
    path("pages/<int:page_id>/unpublish/", _guarded(TakeOffView.as_view()), name="take_off_page"),
    path("pages/<int:page_id>/privacy/", _guarded(close_page), name="close_page"),
]

"""What Wagtail lists without asking whose it is: actions on many at once, the site's history, who sent what for review,
the front page's panels, images and documents in the desk's own interface."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.views import home
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.reports.workflows import WorkflowReportFilterSet, get_requested_by_queryset
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.documents.permissions import permission_policy as of_documents
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.images.permissions import permission_policy as of_images
from wagtail.models import Page
from wagtail.models.audit_log import BaseLogEntryManager

from cms.access.walls.kinds import KEEPING
from cms.access.walls.pages import is_closed
from cms.access.walls.part import part_of
from cms.access.walls.wrapping import wrap

_PANELS = (
    home.WorkflowObjectsToModeratePanel,
    home.UserObjectsInWorkflowModerationPanel,
    home.RecentEditsPanel,
    home.LockedPagesPanel,
)
#: What the panels show → the thing that a row of it is about.
_ROWS: Mapping[str, Callable[[Any], Any]] = {
    "states": lambda row: row["obj"],
    "workflow_states": lambda state: state.content_object,
    "last_edits": lambda row: row[1],
    "locked_pages": lambda page: page,
}


def connect() -> None:
    """Lets Wagtail ask, where neither a hook nor a setting would."""
    wrap(BulkAction, "get_actionable_objects", _without_closed)
    wrap(BaseLogEntryManager, "viewable_by_user", _own_acts)
    for panel in _PANELS:
        wrap(panel, "get_context_data", _without_closed_rows)
    WorkflowReportFilterSet.base_filters["requested_by"].queryset = people_who_asked


def people_who_asked(request: HttpRequest) -> QuerySet[Any]:
    """Who sent something for review, of the agencies for which somebody works."""
    return part_of(request.user).agencies.narrow(get_requested_by_queryset(request))


class OwnImagesAPI(ImagesAdminAPIViewSet):
    """Images of the collections in which one works."""

    def get_queryset(self) -> QuerySet[Any]:
        """Those that the desk's list or chooser shows."""
        return _kept(super().get_queryset(), of_images, self.request)


class OwnDocumentsAPI(DocumentsAdminAPIViewSet):
    """Documents of the collections in which one works."""

    def get_queryset(self) -> QuerySet[Any]:
        """Those that the desk's list or chooser shows."""
        return _kept(super().get_queryset(), of_documents, self.request)


def narrow_interface(router: WagtailAPIRouter) -> None:
    """For `construct_admin_api`, after Wagtail's own."""
    router.register_endpoint("images", OwnImagesAPI)
    router.register_endpoint("documents", OwnDocumentsAPI)


def _kept(files: QuerySet[Any], policy: Any, request: Any) -> QuerySet[Any]:
    kept = policy.instances_user_has_any_permission_for(request.user, KEEPING)
    return files.filter(pk__in=kept.order_by().values("pk"))


def _without_closed(asked: Any) -> Any:
    """Neither done nor named among what may not be done."""

    def answered(action: BulkAction) -> tuple[list[Any], dict[str, list[Any]]]:
        objects, others = asked(action)
        user = action.request.user
        return _open(objects, user), {name: _open(rows, user) for name, rows in others.items()}

    return answered


def _own_acts(asked: Any) -> Any:
    """Of what is no page Wagtail's log says no agency: each sees what he did himself, and the rest in the portal's own
    log."""

    def answered(manager: Any, user: Any) -> QuerySet[Any]:
        entries = asked(manager, user)
        return entries if part_of(user).is_whole else entries.filter(user=user)

    return answered


def _without_closed_rows(asked: Any) -> Any:
    def answered(panel: Any, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        context, user = asked(panel, parent_context), parent_context["request"].user
        for name, thing in _ROWS.items():
            if name in context and not part_of(user).is_whole:
                context[name] = [row for row in context[name] if _is_open(thing(row), user)]
        return context

    return answered


def _open(things: Iterable[Any], user: Any) -> list[Any]:
    return [thing for thing in things if _is_open(thing, user)]


def _is_open(thing: Any, user: Any) -> bool:
    return not (isinstance(thing, Page) and is_closed(user, thing))

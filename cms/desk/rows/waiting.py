"""Drafts of what is no page: which wait for somebody, as counts for the front page and as a list."""

from typing import Any, cast

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Revision

from cms.models import Editor
from pages.models.reviewed import ReviewedRow, reviewed_models

REPORT, REPORT_ROWS = "waiting_words", "waiting_words_results"
LABEL = "Bản nháp của từ ngữ, mức thu"


def waiting(model: type[ReviewedRow]) -> QuerySet[Any]:
    """The rows of which the newest version is not public; what was taken off and left so is no draft."""
    since = Q(live=True) | Q(last_published_at=None) | Q(latest_revision__created_at__gt=F("last_published_at"))
    return model._default_manager.filter(since, has_unpublished_changes=True, latest_revision__isnull=False)


def models_of(user: Editor, action: str) -> list[type[ReviewedRow]]:
    """The kinds of rows of which somebody may "change" or "publish" those that are there."""
    return [each for each in reviewed_models() if _policy(each).user_has_permission(user, action)]


def _policy(model: type[ReviewedRow]) -> Any:
    return cast(Any, model).snippet_viewset.permission_policy


def drafts(user: Editor, models: list[type[ReviewedRow]]) -> QuerySet[Revision]:
    """The newest versions of the rows that wait and that somebody's lists show him, who left them and since when."""
    newest = Q(pk__in=[])
    for model in models:
        shown = waiting(model).filter(pk__in=_shown(user, model).values("pk"))
        newest |= Q(pk__in=shown.values("latest_revision"))
    return Revision.objects.filter(newest).select_related("user", "base_content_type").defer("content")


def _shown(user: Editor, model: type[ReviewedRow]) -> QuerySet[Any]:
    """All rows, but where the viewset says which are whose."""
    rows_of = getattr(cast(Any, model).snippet_viewset, "rows_of", None)
    return rows_of(user) if rows_of else model._default_manager.all()


def waits_for(user: Editor) -> QuerySet[Revision]:
    """What somebody may publish, and else what is his own."""
    own = drafts(user, models_of(user, "change")).filter(user=user)
    return own | drafts(user, models_of(user, "publish"))


# --- The list -------------------------------------------------------------------------------------


class DraftFilterSet(WagtailFilterSet):
    """One's own, or one kind."""

    whose = django_filters.ChoiceFilter(
        label="Của ai", choices=[("mine", "Của tôi")], method="of", empty_label="Tất cả"
    )
    kind = django_filters.ChoiceFilter(
        label="Loại",
        choices=lambda: [(str(each._meta.model_name), _name(each)) for each in reviewed_models()],
        method="of_kind",
        empty_label="Tất cả",
    )

    class Meta:
        model = Revision
        fields: list[str] = []

    def of(self, revisions: QuerySet, _name: str, _value: str) -> QuerySet:
        """Those that this person left."""
        return revisions.filter(user=self.request.user)

    def of_kind(self, revisions: QuerySet, _name: str, value: str) -> QuerySet:
        """Those of one model."""
        return revisions.filter(base_content_type__model=value)


def _name(model: type[Any]) -> str:
    name = str(model._meta.verbose_name)
    return name[:1].upper() + name[1:]


class DraftsReport(ReportView):
    """What waits longest first; a name leads to the form, and what was public before to the comparison."""

    page_title = LABEL
    header_icon = "draft"
    index_url_name = REPORT
    index_results_url_name = REPORT_ROWS
    model = Revision
    filterset_class = DraftFilterSet
    columns = [
        Column("object_str", label="Mục", accessor=lambda revision: _link(revision)),
        Column("kind", label="Loại", accessor=lambda revision: _name(revision.base_content_type.model_class())),
        Column("source", label="Bản nháp của", accessor=lambda revision: _writer(revision)),
        DateColumn("created_at", label="Sửa lần cuối"),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """For those who write such rows."""
        if not models_of(cast(Editor, request.user), "change"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet[Revision]:
        """All drafts of the kinds that the person may change."""
        person = self.request.user
        return drafts(person, models_of(person, "change")).order_by("created_at", "pk")


def _link(revision: Revision) -> SafeString:
    model: Any = revision.base_content_type.model_class()
    address = reverse(model.snippet_viewset.get_url_name("edit"), args=[revision.object_id])
    return format_html('<a href="{}">{}</a>', address, revision.object_str)


def _writer(revision: Revision) -> str:
    return (revision.user.get_full_name() or revision.user.username) if revision.user else "cổng"


def addresses() -> list[Any]:
    """The list, and its rows alone while somebody filters."""
    return [
        path("bao-cao/ban-nhap-tu-ngu/", DraftsReport.as_view(), name=REPORT),
        path("bao-cao/ban-nhap-tu-ngu/dong/", DraftsReport.as_view(results_only=True), name=REPORT_ROWS),
    ]


class _DraftsItem(MenuItem):
    """Shown to those who write such rows."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether there is a kind that the person may change."""
        return bool(models_of(cast(Editor, request.user), "change"))


def report_item() -> MenuItem:
    """Its place in the menu of reports, beside that of pages."""
    return _DraftsItem(LABEL, reverse(REPORT), icon_name="draft", order=91)

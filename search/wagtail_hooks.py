"""The words of the finder at the desk: synonyms, promoted pages, hidden suggestions, questions, the report."""

from typing import Any, cast

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.permissions import ModelPermissionPolicy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from agencies.desk.last_day import last_day_column
from search.models import AskedQuestion, HiddenSuggestion, Promotion, SynonymRule, UnansweredQuestion
from search.query_log.reports import AskedReport
from search.query_log.unanswered import questions_of


class SynonymViewSet(SnippetViewSet):
    """Rules about words, with a preview of what each would change."""

    model = SynonymRule
    icon = "resubmit"
    list_display = [
        "__str__",
        BooleanColumn("both_ways", label="Hai chiều"),
        Column("get_marks_display", label="Dấu khi gõ"),
    ]
    search_fields = ["everyday", "official"]
    copy_view_enabled = False
    panels = [
        FieldPanel("everyday"),
        FieldPanel("official"),
        FieldPanel("both_ways"),
        FieldPanel("marks"),
        FieldPanel("examples"),
        FieldPanel("note"),
    ]


class PromotionViewSet(SnippetViewSet):
    """Pages above the results."""

    model = Promotion
    icon = "pick"
    list_display = ["__str__", "valid_from", last_day_column(), "order"]
    copy_view_enabled = False
    panels = [
        FieldPanel("questions"),
        FieldPanel("how"),
        FieldPanel("page"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]), FieldPanel("order")], heading="Khi nào"
        ),
    ]


class HiddenSuggestionViewSet(SnippetViewSet):
    """Words that no suggestion may hold."""

    model = HiddenSuggestion
    icon = "no-view"
    list_display = ["words", "note"]
    copy_view_enabled = False
    panels = [FieldPanel("words"), FieldPanel("note")]


class OnlyMachineAdds(ModelPermissionPolicy):
    """Nobody writes such a row by hand."""

    def user_has_permission(self, user, action):
        """As usual, but for adding."""
        return action != "add" and super().user_has_permission(user, action)


class UnansweredViewSet(SnippetViewSet):
    """Questions without a good answer: an agency sees its own and those that are nobody's, the province's desk all."""

    model = UnansweredQuestion
    icon = "help"
    list_display = [
        "question",
        "asked",
        Column("get_fits_display", label="Kết quả"),
        "sector",
        "agency",
        "last_asked",
        Column("get_state_display", label="Trạng thái"),
    ]
    list_filter = ["state", "fits", "agency"]
    search_fields = ["question"]
    copy_view_enabled = False
    panels = [
        FieldPanel("question", read_only=True),
        FieldRowPanel([FieldPanel("asked", read_only=True), FieldPanel("last_asked", read_only=True)]),
        FieldPanel("fits", read_only=True),
        FieldPanel("state"),
        FieldPanel("sector"),
        FieldPanel("agency"),
        FieldPanel("note"),
    ]

    @property
    def permission_policy(self) -> OnlyMachineAdds:
        """Rows come from searches alone."""
        return OnlyMachineAdds(self.model)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """The rows of the editor's agency."""
        editor = cast(Any, request.user)  # nobody else comes here; the floor above says what an editor has
        return questions_of(editor.agency_id).select_related("sector", "agency")


@register_snippet
class SearchWords(SnippetViewSetGroup):
    """The finder's words under one item of the menu."""

    menu_label = "Từ ngữ tìm kiếm"
    menu_icon = "search"
    menu_order = 310
    items = (SynonymViewSet, PromotionViewSet, HiddenSuggestionViewSet, UnansweredViewSet)


@hooks.register("register_admin_urls")
def report_addresses() -> list:
    """The report, and its rows alone while somebody filters."""
    return [
        path("bao-cao/tim-kiem/", AskedReport.as_view(), name="search_report"),
        path("bao-cao/tim-kiem/dong/", AskedReport.as_view(results_only=True), name="search_report_results"),
    ]


class ReportMenuItem(MenuItem):
    """Shown to those who may read the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the editor may read the counts."""
        return ModelPermissionPolicy(AskedQuestion).user_has_permission(request.user, "view")


@hooks.register("register_reports_menu_item")
def report_item() -> ReportMenuItem:
    """Its place in the menu of reports."""
    return ReportMenuItem("Báo cáo tìm kiếm", reverse("search_report"), icon_name="search", order=100)

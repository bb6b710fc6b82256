"""The words of the finder at the desk: synonyms, promoted pages, what is done elsewhere, hidden suggestions, questions,
the report."""

from django.http import HttpRequest
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column, LiveStatusTagColumn
from wagtail.permissions import ModelPermissionPolicy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from agencies.desk.last_day import last_day_column
from pages.desk.reviewed_list import ReviewedRowsView
from procedures_catalog.desk_screens.everyday import EverydayWordsViewSet
from search.desk_screens.prefilled import PrefilledView
from search.desk_screens.promotions import PromotionsView
from search.desk_screens.unanswered import UnansweredViewSet
from search.models import AskedQuestion, HiddenSuggestion, Promotion, ReferralAnswer, SynonymRule
from search.query_log.reports import AskedReport


class SynonymViewSet(SnippetViewSet):
    """Rules about words, with a preview of what each would change."""

    model = SynonymRule
    index_view_class = ReviewedRowsView
    add_view_class = PrefilledView
    ordering = ["-has_unpublished_changes", "everyday", "pk"]
    icon = "resubmit"
    list_display = [
        "__str__",
        BooleanColumn("both_ways", label="Hai chiều"),
        Column("get_marks_display", label="Dấu khi gõ"),
        LiveStatusTagColumn(),
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
    index_view_class = PromotionsView
    ordering = ["-has_unpublished_changes", "order", "pk"]
    icon = "pick"
    list_display = ["__str__", LiveStatusTagColumn(), "valid_from", last_day_column(), "order"]
    copy_view_enabled = False
    panels = [
        FieldPanel("questions"),
        FieldPanel("how"),
        FieldPanel("page"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]), FieldPanel("order")], heading="Khi nào"
        ),
    ]


class ReferralViewSet(SnippetViewSet):
    """What people ask here and is done elsewhere."""

    model = ReferralAnswer
    index_view_class = ReviewedRowsView
    add_view_class = PrefilledView
    ordering = ["-has_unpublished_changes", "title", "pk"]
    icon = "redirect"
    list_per_page = 50
    list_display = ["title", "place", "telephone", LiveStatusTagColumn(), last_day_column()]
    search_fields = ["title", "place", "names"]
    copy_view_enabled = False
    panels = [
        FieldPanel("title", required_on_save=True),
        FieldPanel("answer"),
        FieldPanel("place"),
        FieldRowPanel([FieldPanel("telephone"), FieldPanel("link")]),
        FieldPanel("names"),
        MultiFieldPanel([FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")])], heading="Khi nào"),
    ]


class HiddenSuggestionViewSet(SnippetViewSet):
    """Words that no suggestion may hold."""

    model = HiddenSuggestion
    index_view_class = ReviewedRowsView
    ordering = ["-has_unpublished_changes", "words"]
    icon = "no-view"
    list_display = ["words", "note", LiveStatusTagColumn()]
    copy_view_enabled = False
    panels = [FieldPanel("words", required_on_save=True), FieldPanel("note")]


@register_snippet
class SearchWords(SnippetViewSetGroup):
    """The finder's words under one item of the menu."""

    menu_label = "Từ ngữ tìm kiếm"
    menu_icon = "search"
    menu_order = 310
    items = (
        EverydayWordsViewSet,
        SynonymViewSet,
        PromotionViewSet,
        ReferralViewSet,
        HiddenSuggestionViewSet,
        UnansweredViewSet,
    )


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

"""The library of forms at the desk: list and form of a form, and the report of numbers without a file."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import Case, CharField, Count, Exists, F, Min, OuterRef, QuerySet, Value, When
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import ModelPermissionPolicy
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from agencies.day import asked_on
from procedures_catalog.models import FormUse, LibraryForm
from procedures_catalog.models.form import current_versions, public_uses

REPORT, REPORT_ROWS = "forms_without_file", "forms_without_file_results"
OPEN, NO_FILE = "chua-ro", "chua-co-tep"
WHICH = ((NO_FILE, "Chưa có tệp"), (OPEN, "Chưa rõ của văn bản nào"))
_FILE_HELP = (
    "Mỗi văn bản ban hành một dòng. Cổng chỉ đưa ra bản đang có hiệu lực; bản cũ được nói là đã thay bằng bản nào. Khi "
    "lưu, mọi người thấy ngay và tải được tệp."
)


class LibraryFormsView(IndexView):
    """The list, with how many published procedures name each form."""

    def get_base_queryset(self) -> QuerySet[LibraryForm]:
        """One query."""
        return super().get_base_queryset().annotate(named_by=Count("uses"))


class LibraryFormViewSet(SnippetViewSet):
    """Forms: list, search, form, chooser."""

    model = LibraryForm
    icon = "doc-full"
    menu_label = "Biểu mẫu"
    list_display = ["number", "name", "issuer", NumberColumn("named_by", label="Thủ tục dùng", sort_key="named_by")]
    list_per_page = 50
    copy_view_enabled = False
    index_view_class = LibraryFormsView
    panels = [
        FieldPanel("number"),
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("issuer"), FieldPanel("sector")]),
        InlinePanel(
            "versions",
            heading="Các bản của mẫu",
            label="bản",
            help_text=_FILE_HELP,
            panels=[
                FieldPanel("label"),
                FieldPanel("file"),
                FieldPanel("fillable"),
                FieldRowPanel([FieldPanel("document_number"), FieldPanel("document")]),
                FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
                FieldPanel("note"),
            ],
        ),
        MultiFieldPanel([FieldPanel("replaced_by"), FieldPanel("national_url"), FieldPanel("note")], heading="Khác"),
    ]


# --- What is missing ------------------------------------------------------------------------------


class MissingFilterSet(WagtailFilterSet):
    """Numbers without a file, or those of which the text leaves open whose they are."""

    which = django_filters.ChoiceFilter(label="Số mẫu", choices=WHICH, method="filter_which", empty_label="Tất cả")

    class Meta:
        model = FormUse
        fields = ["which"]

    def filter_which(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Keeps one of WHICH."""
        return queryset.filter(form__isnull=value == OPEN)


class NumberOfForm(Column):
    """The number, which leads to where its file is put in."""

    def get_value(self, instance: dict[str, Any]) -> SafeString | str:
        """A link for a number that is whole."""
        if not instance["form"]:
            return instance["number"]
        url = reverse("wagtailsnippets_procedures_catalog_libraryform:edit", args=[instance["form"]])
        return format_html('<a href="{}">{}</a>', url, instance["number"])


class MissingFormsReport(ReportView):
    """Numbers that papers of published procedures name and no form with a file answers, the most used first."""

    page_title = "Số mẫu chưa có tệp"
    header_icon = "doc-full"
    index_url_name = REPORT
    index_results_url_name = REPORT_ROWS
    filterset_class = MissingFilterSet
    permission_policy = ModelPermissionPolicy(LibraryForm)
    any_permission_required = ["view", "change"]
    columns = [
        NumberOfForm("number", label="Số như giấy tờ ghi"),
        NumberColumn("procedures", label="Số thủ tục"),
        Column("state", label="Thiếu gì"),
        Column("example", label="Ví dụ thủ tục"),
    ]
    list_export = ["number", "procedures", "state", "example"]
    export_headings = {
        "number": "Số như giấy tờ ghi",
        "procedures": "Số thủ tục",
        "state": "Thiếu gì",
        "example": "Ví dụ thủ tục",
    }

    def get_filename(self) -> str:
        """The name of the file, without its ending."""
        return f"so-mau-chua-co-tep-{asked_on(self.request):%Y-%m-%d}"

    def get_queryset(self) -> QuerySet:
        """One row a number."""
        return missing_numbers(asked_on(self.request))


def missing_numbers(on: date) -> QuerySet:
    """One row a number without a file on a day: {form, number, procedures, state, example}; `form` None for one that is
    open."""
    held = current_versions(on).filter(form=OuterRef("form"), file__isnull=False)
    open_number = Case(When(form=None, then=F("written")), default=Value(""), output_field=CharField())
    state = Case(
        When(form=None, then=Value("chưa rõ của văn bản nào")), default=Value("chưa có tệp"), output_field=CharField()
    )
    rows = public_uses().filter(~Exists(held)).annotate(open_number=open_number).values("form", "open_number")
    counted = rows.annotate(
        number=Min("written"), procedures=Count("identity", distinct=True), example=Min("identity__page__code")
    ).annotate(state=state)
    return counted.order_by("-procedures", "number")


class ReportItem(MenuItem):
    """Shown to those who may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the editor may see forms."""
        return ModelPermissionPolicy(LibraryForm).user_has_any_permission(request.user, ["view", "change"])

"""The library of forms at the desk: list and form of a form, and the report of numbers without a file."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import django_filters
from django.db import IntegrityError
from django.db.models import Case, CharField, Count, F, Min, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import ModelPermissionPolicy
from wagtail.snippets.views.snippets import CreateView, IndexView, InspectView, SnippetViewSet

from agencies.day import asked_on
from procedures_catalog.forms.uses import renew_title
from procedures_catalog.models import FormUse, LibraryForm
from procedures_catalog.models.form import TAKEN, public_uses

REPORT, REPORT_ROWS = "forms_without_file", "forms_without_file_results"
_SCREENS = "wagtailsnippets_procedures_catalog_libraryform"
#: So many procedures are named beside a number.
MOST_NAMED = 30
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


class AddFormView(CreateView):
    """A form that somebody else added a moment ago is refused in words."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Saves and finds the papers that name it by its title, or says that the number is taken."""
        try:
            answer = super().form_valid(form)
            renew_title(self.object, asked_on(self.request))
            return answer
        except IntegrityError:
            form.add_error("number", TAKEN)
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)


class SeeFormView(InspectView):
    """What editors see who do not keep the library."""

    def get_field_label(self, field_name: str, field: Any) -> str:
        """As the form of it is called."""
        return "Các bản của mẫu" if field_name == "versions" else super().get_field_label(field_name, field)

    def get_versions_display_value(self) -> SafeString | str:
        """Each with its days, and the file where it has one."""
        versions = self.object.versions.select_related("file").order_by("sort_order")
        lines = (
            (each.label, each.span.in_words(), each.file.title if each.file else "chưa có tệp") for each in versions
        )
        told = (" · ".join(filter(None, line)) for line in lines)
        return format_html_join("", "<p>{}</p>", ((each,) for each in told)) or "Chưa có bản nào"

    def get_sector_display_value(self) -> str:
        """Empty where it needs none."""
        return str(self.object.sector or "–")

    def get_replaced_by_display_value(self) -> str:
        """Empty where none did."""
        return str(self.object.replaced_by or "–")


class LibraryFormViewSet(SnippetViewSet):
    """Forms: list, search, form, chooser; to be seen by those who do not keep them."""

    model = LibraryForm
    icon = "doc-full"
    menu_label = "Biểu mẫu"
    list_display = ["number", "name", "issuer", NumberColumn("named_by", label="Thủ tục dùng", sort_key="named_by")]
    list_per_page = 50
    copy_view_enabled = False
    index_view_class = LibraryFormsView
    add_view_class = AddFormView
    inspect_view_class = SeeFormView
    inspect_view_enabled = True
    inspect_view_fields = ["number", "name", "issuer", "sector", "versions", "replaced_by", "national_url", "note"]
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
    """The number, which leads those who keep forms to where its file is put in, and the others to what is known."""

    def get_cell_context_data(self, instance: dict[str, Any], parent_context: Any) -> dict[str, Any]:
        """A link for a number that is whole."""
        context = super().get_cell_context_data(instance, parent_context)
        if instance["form"]:
            may_change = ModelPermissionPolicy(LibraryForm).user_has_permission(
                parent_context["request"].user, "change"
            )
            name = f"{_SCREENS}:{'edit' if may_change else 'inspect'}"
            context["value"] = format_html(
                '<a href="{}">{}</a>', reverse(name, args=[instance["form"]]), instance["number"]
            )
        return context


class NamingProcedures(Column):
    """The procedures whose papers say the number, each leading to its page."""

    def get_value(self, instance: dict[str, Any]) -> SafeString | str:
        """Codes with links; of many the first."""
        named = instance.get("named", ())
        shown = format_html_join(", ", '<a href="{}">{}</a>', ((url, code) for code, url in named[:MOST_NAMED]))
        more = len(named) - MOST_NAMED
        return format_html("{} và {} thủ tục khác", shown, more) if more > 0 else shown


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
        NamingProcedures("named", label="Thủ tục nêu số này"),
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

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Each row with the procedures that say its number: one query a page of the report."""
        add_procedures(object_list)
        return object_list


def missing_numbers(on: date) -> QuerySet:
    """One row a number without a file on a day: {form, number, procedures, state, example}; `form` None for one that is
    open. A form that another one replaced waits for no file."""
    answered = LibraryForm.objects.with_offer(on).filter(Q(file_id__isnull=False) | Q(replaced_by__isnull=False))
    open_number = Case(When(form=None, then=F("written")), default=Value(""), output_field=CharField())
    state = Case(
        When(form=None, then=Value("chưa rõ của văn bản nào")), default=Value("chưa có tệp"), output_field=CharField()
    )
    waiting = public_uses().filter(Q(form=None) | ~Q(form__in=answered.values("pk")))
    rows = waiting.annotate(open_number=open_number).values("form", "open_number")
    counted = rows.annotate(
        number=Min("written"), procedures=Count("identity", distinct=True), example=Min("identity__page__code")
    ).annotate(state=state)
    return counted.order_by("-procedures", "number")


def add_procedures(rows: Iterable[dict[str, Any]]) -> None:
    """Gives each row `named`: code and address of each procedure that says the number. One query."""
    forms, numbers = {row["form"] for row in rows} - {None}, {row["open_number"] for row in rows} - {""}
    uses = public_uses().filter(Q(form__in=forms) | Q(form=None, written__in=numbers)).order_by("identity__page__code")
    named: dict[tuple[int | None, str], list[tuple[str, str]]] = {}
    for use in uses.values_list("form", "written", "identity__page__code", "identity__page__slug"):
        form, written, code, slug = use
        named.setdefault((form, "" if form else written), []).append((code, reverse("procedure", args=[slug])))
    for row in rows:
        row["named"] = named.get((row["form"], row["open_number"]), [])


class ReportItem(MenuItem):
    """Shown to those who may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the editor may see forms."""
        return ModelPermissionPolicy(LibraryForm).user_has_any_permission(request.user, ["view", "change"])

"""Shared amounts at the desk: their list, their form, whose they are, and where each is used."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from agencies.desk.last_day import last_day_column
from agencies.models import Agency, Role
from agencies.reach import agencies_of
from pages.desk.reviewed_list import ReviewedRowsView
from pages.published import published
from procedures_catalog.models import ProcedurePage, SharedAmount
from procedures_catalog.store.shared_amounts import StillTakenError, pages_taking, refuse_taken

#: The screen that tells where something shared is used (`posting.where_used`), and what it calls an amount.
WHERE_USED, AMOUNT = "where_used", "muc-thu"
SHOWN = 10
NO_AGENCY = "Hãy chọn cơ quan giữ mức thu này."
_ABOUT = (
    "Một mức thu của một nghị quyết, quyết định, ghi một lần cho mọi thủ tục thu theo mức ấy. Sửa ở đây thì lưu bản "
    "nháp; người khác công bố xong, mọi thủ tục dùng mức thu này đổi theo, và tờ đang treo ghi mức cũ có trong sổ."
)


class SharedAmountForm(WagtailAdminModelForm):
    """Whose an amount may be: of the agencies for which its editor works."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if (field := self.fields.get("agency")) is None:
            return
        own = agencies_of(self.for_user, frozenset(Role))
        field.queryset = own.narrow(Agency.objects.order_by("name"), "pk")
        self._is_for_all = own.is_all
        if not own.is_all and len(own.ids) == 1 and self.instance.agency_id is None:
            self.initial["agency"] = next(iter(own.ids))

    def clean(self) -> dict[str, Any]:
        """What belongs to no agency is kept by who works for the whole portal, a draft too."""
        found = super().clean() or self.cleaned_data
        if "agency" in self.fields and not self._is_for_all and not found.get("agency") and "agency" not in self.errors:
            self.add_error("agency", NO_AGENCY)
        return dict(found)


class WhereUsedPanel(Panel):
    """Which published procedures take the amount, the first of them by name."""

    class BoundPanel(Panel.BoundPanel):
        """The panel with an amount in it."""

        template_name = "procedures_catalog/desk/where_used_panel.html"

        def is_shown(self) -> bool:
            """Not while an amount is being made."""
            return bool(self.instance and self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Adds the pages and how many there are."""
            taking = pages_taking([self.instance.pk])[self.instance.pk]
            pages = published(ProcedurePage.objects.filter(pk__in=taking)).order_by("sort_name", "pk")
            return {
                **super().get_context_data(parent_context),
                "count": pages.count(),
                "pages": pages.only("title", "twin_note", "code", "url_path", "slug")[:SHOWN],
                "address": reverse(WHERE_USED, args=[AMOUNT, self.instance.pk]),
            }


class SharedAmountViewSet(SnippetViewSet):
    """List, search and form."""

    model = SharedAmount
    index_view_class = ReviewedRowsView
    icon = "tag"
    menu_label = "Mức thu dùng chung"
    ordering = ["-has_unpublished_changes", "name", "pk"]
    list_per_page = 50
    list_display = [
        "name",
        Column("said", label="Mức thu", accessor=lambda amount: amount.in_words()),
        "agency",
        LiveStatusTagColumn(),
        last_day_column(),
    ]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            HelpPanel(content=_ABOUT),
            FieldPanel("name", required_on_save=True),
            FieldPanel("agency"),
            FieldRowPanel([FieldPanel("amount"), FieldPanel("note")]),
            FieldPanel("legal_basis", required_on_save=True),
            MultiFieldPanel([FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")])], heading="Áp dụng"),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("next_amount"), FieldPanel("next_from")]), FieldPanel("next_basis")],
                heading="Mức đã ban hành, chưa đến ngày áp dụng",
            ),
            WhereUsedPanel(heading="Dùng ở đâu"),
        ],
        base_form_class=SharedAmountForm,
    )

    @staticmethod
    def rows_of(person: Any) -> QuerySet:
        """Those of somebody's agencies; those of the whole portal are kept by who works for it."""
        return agencies_of(person, frozenset(Role)).narrow(SharedAmount.objects.all())

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """The editor's."""
        return self.rows_of(request.user).select_related("agency")


def keep_what_is_taken(request: HttpRequest, rows: list[Any]) -> HttpResponse | None:
    """Says of an amount that procedures take why it is not deleted, before anybody is asked whether he is sure."""
    amounts = [row.pk for row in rows if isinstance(row, SharedAmount)]
    try:
        refuse_taken(amounts)
    except StillTakenError as why:
        messages.error(request, str(why))
    else:
        return None
    return redirect(reverse(SharedAmount.snippet_viewset.get_url_name("list")))  # type: ignore[attr-defined]

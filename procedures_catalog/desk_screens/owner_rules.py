"""The table of owners at the desk: its rows, how many procedures stand elsewhere than it says, and how to move them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.views import View
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.models import Page
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from pages.turns import Turns
from procedures_catalog.models import CatalogueSettings, OwnerRule, ProcedurePage
from procedures_catalog.shelves.arranging import arrange
from procedures_catalog.shelves.owners import count_misplaced, is_misplaced, owner_table
from procedures_catalog.shelves.words import lines_of

#: So many are moved as soon as the table is changed; more only when somebody has seen how many and said so.
FEW = 50
ARRANGE_URL = "arrange_shelves"
WILL_NOT_STAY = (
    "Bảng giao thủ tục xếp thủ tục này vào ngăn khác, nên lần xếp lại sau (mỗi đêm, và sau mỗi lần "
    "nhập dữ liệu) sẽ chuyển nó về đó. Muốn giữ ở đây, hãy chọn “Cơ quan phụ trách” của thủ tục, hoặc sửa bảng."
)
RIGHT = "procedures_catalog.change_ownerrule"


class OwnerRulesView(IndexView):
    """The rows, with the way to what stands elsewhere."""

    def get_base_queryset(self) -> QuerySet[OwnerRule]:
        """With what the rows are about: one query."""
        return super().get_base_queryset().select_related("executing", "sector", "owner")

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Adds the button."""
        arrange_button = HeaderButton("Xếp lại thủ tục theo bảng", url=reverse(ARRANGE_URL), icon_name="folder-open-1")
        return [*super().header_more_buttons, arrange_button]


class OwnerRuleViewSet(SnippetViewSet):
    """The table: list, form."""

    model = OwnerRule
    icon = "folder-inverse"
    menu_label = "Bảng giao thủ tục"
    list_display = ["subject", "owner"]
    index_view_class = OwnerRulesView
    panels = [
        MultiFieldPanel(
            [FieldPanel("executing_name"), FieldPanel("executing"), FieldPanel("sector")],
            heading="Thủ tục nào (ghi đúng một trong ba)",
        ),
        FieldPanel("owner"),
    ]


def follow_the_table(request: HttpRequest, changed: Any) -> None:
    """After a row or the keeper was saved or deleted: moves what is few, says how much there is to move otherwise."""
    rows = changed if isinstance(changed, list) else [changed]
    if not any(isinstance(row, OwnerRule | CatalogueSettings) for row in rows):
        return
    count = count_misplaced(owner_table()).total()
    if count > FEW:
        text = "{} thủ tục đang ở ngăn khác với bảng. <a href='{}'>Xem và chuyển</a>"
        messages.warning(request, format_html(text, count, reverse(ARRANGE_URL)))
    elif count:
        _arrange(request)


def tell_of_the_table(request: HttpRequest, page: Page) -> None:
    """After somebody moved a page: a procedure that the table gives to another will not stay."""
    if page.specific_class is ProcedurePage and is_misplaced(page.pk):
        messages.warning(request, WILL_NOT_STAY)


class ArrangeView(View):
    """Says what would move from where to where, then moves it."""

    def dispatch(self, request: HttpRequest) -> HttpResponseBase:
        """Lets in who may change the table."""
        if not request.user.has_perm(RIGHT):
            raise PermissionDenied
        return super().dispatch(request)

    def get(self, request: HttpRequest) -> HttpResponse:
        """The numbers."""
        counts = count_misplaced(owner_table())
        return render(
            request,
            "procedures_catalog/desk/arrange.html",
            {"total": counts.total(), "lines": list(lines_of(counts)), "table_url": _table_url()},
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """Moves what stands elsewhere by now."""
        _arrange(request)
        return redirect(_table_url())


def _arrange(request: HttpRequest) -> None:
    moved = arrange(Turns(), by=request.user)
    messages.success(request, f"Đã chuyển {moved} thủ tục vào ngăn của cơ quan phụ trách; địa chỉ trang không đổi.")


def _table_url() -> str:
    return reverse("wagtailsnippets_procedures_catalog_ownerrule:list")

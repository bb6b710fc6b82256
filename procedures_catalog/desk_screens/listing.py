"""The desk's list of procedures: Wagtail's list of pages with the columns and filters of a catalogue."""

from typing import Any

from django.db.models import F, QuerySet
from django.forms import Media
from django.utils.functional import cached_property
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView
from wagtail.admin.views.pages.usage import ContentTypeUseView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from agencies.day import asked_on
from pages.desk.in_hand import hold_texts
from procedures_catalog.desk_screens.filters import ProcedureFilterSet
from procedures_catalog.desk_screens.rows import agency_of, draft_source, in_full, missing_of, tier_said
from procedures_catalog.desk_screens.shelf_list import address_of_new, shelves_below, table_of_owners
from procedures_catalog.desk_screens.states import states_of
from procedures_catalog.desk_screens.without_code import code_of
from procedures_catalog.models import ProcedureIndexPage, ProcedurePage, ProcedureShelfPage

LATEST_FIRST = "-latest_revision_created_at"


class NameColumn(PageTitleColumn):
    """The whole official name, for short ones are often the same; with the menu of the page."""

    cell_template_name = "procedures_catalog/desk/name_cell.html"


class StateColumn(Column):
    """All states that hold, and where a draft came from."""

    cell_template_name = "procedures_catalog/desk/state_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        """Adds the words."""
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"states": states_of(instance), "draft_source": draft_source(instance)}


def _cell(name: str) -> str:
    """The classes of a column's cells."""
    return f"catalogue-cell catalogue-{name}"


COLUMNS = [
    BulkActionsColumn("bulk_actions"),
    Column("code", label="Mã", accessor=code_of, sort_key="code_base", classname=_cell("code")),
    NameColumn("title", label="Tên thủ tục", classname="title catalogue-name"),
    Column("sector", label="Lĩnh vực", sort_key="sector__name", classname=_cell("sector")),
    Column("level_names", label="Cấp", classname=_cell("level")),
    Column("agency", label="Cơ quan", accessor=agency_of, classname=_cell("agency")),
    StateColumn("state", label="Tình trạng", classname=_cell("state")),
    Column("missing", label="Còn thiếu", accessor=missing_of, classname=_cell("missing")),
    Column("tier", label="Mức", accessor=tier_said, classname=_cell("tier")),
    Column("layer", label="Của tỉnh", accessor=lambda page: "có" if page.has_overlay else "", classname=_cell("layer")),
    DateColumn(
        "latest_revision_created_at",
        label="Cập nhật",
        sort_key="latest_revision_created_at",
        classname=_cell("day"),
    ),
]


class _Catalogue(IndexView):
    """What the two lists of procedures have in common."""

    default_ordering = LATEST_FIRST

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """Nothing yet: a database that sorts thousands would work out for each what only fifty show."""
        return pages.only("pk")

    def paginate_queryset(self, queryset: QuerySet, page_size: int) -> tuple[Any, ...]:
        """One page of the list, its rows with all that they show."""
        paginator, page, rows, has_others = super().paginate_queryset(queryset, page_size)
        page.object_list = in_full([row.pk for row in rows], asked_on(self.request))
        return paginator, page, page.object_list, has_others

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """What is equal in the chosen order comes in the order of codes, so that pages of the list never overlap."""
        if self.is_searching and not self.is_explicitly_ordered:
            return queryset
        name = self.ordering or LATEST_FIRST
        chosen = F(name.removeprefix("-"))
        way = chosen.desc(nulls_last=True) if name.startswith("-") else chosen.asc(nulls_last=True)
        return queryset.order_by(way, "code_base", "pk")

    def get_context_data(self, **kwargs):
        """Adds the widths of the columns."""
        context = super().get_context_data(**kwargs)
        context["media"] += Media(css={"all": [versioned_static("css/desk/catalogue.css")]})
        return context


class CatalogueView(_Catalogue, ExplorableIndexView):
    """The procedures of the catalogue or of one of its shelves."""

    template_name = "procedures_catalog/desk/catalogue.html"
    add_item_label = "Thêm thủ tục"

    def get_base_queryset(self) -> QuerySet:
        """All procedures below that this editor may open, on whichever shelf they stand."""
        pages = ProcedurePage.objects.all()
        if not self.is_searching_whole_tree:
            pages = pages.descendant_of(self.parent_page)
        return self.annotate_queryset(pages.filter(pk__in=self._mine.values("pk")))

    @cached_property
    def _mine(self) -> QuerySet[Page]:
        """What this editor may open: asked once, for it takes a query to find out."""
        return page_permission_policy.explorable_instances(self.request.user)

    def get_add_url(self) -> str | None:
        """A procedure is added to a shelf; at the catalogue the next screen asks to which."""
        if isinstance(self.parent_page, ProcedureShelfPage):
            return super().get_add_url()
        return address_of_new(self.request.user)

    def get_context_data(self, **kwargs):
        """Adds the shelves."""
        if not self.results_only:
            hold_texts(self.parent_page)
        more = {
            "shelves": shelves_below(self.parent_page, self._mine),
            "table_url": table_of_owners(self.request.user),
            "is_narrowed": self.is_searching or self.is_filtering,
        }
        return super().get_context_data(**kwargs) | more

    @property
    def explorable_columns(self):
        """Nothing stands below a procedure."""
        return self.columns


class CatalogueUseView(_Catalogue, ContentTypeUseView):
    """The same from the report of page types."""


class ProcedureViewSet(PageViewSet):
    """Tells the desk to use these lists."""

    model = ProcedurePage
    #: At the catalogue, too, though only shelves are its children: editors look for procedures.
    parent_models = [ProcedureIndexPage, ProcedureShelfPage]
    index_view_class = CatalogueView
    content_type_use_view_class = CatalogueUseView
    list_display = COLUMNS
    filterset_class = ProcedureFilterSet
    ordering = LATEST_FIRST

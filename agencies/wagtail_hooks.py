"""The desk's screens for agencies and administrative units."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from agencies.desk.last_day import DatedFilterSet, last_day_column
from agencies.desk.special_days import CounterDaysPanel, day_panels
from agencies.desk.superiors import WithSuperiorsView
from agencies.models import AdministrativeUnit, Agency, CommonDay
from vietnamese.days import last_day, written

_VALIDITY = MultiFieldPanel([FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")])], heading="Hiệu lực")


def _last_day(row: CommonDay) -> str:
    return written(last_day(row.ends)) if row.ends else ""


def _succession(heading: str) -> InlinePanel:
    """Rows that say what the edited one became."""
    panels = [
        FieldPanel("kind"),
        FieldPanel("successor"),
        FieldRowPanel([FieldPanel("date"), FieldPanel("decision")]),
    ]
    return InlinePanel("next_steps", panels=panels, heading=heading, label="thay đổi")


class UnitFilters(DatedFilterSet):
    """By level and by the days between which a unit existed."""

    class Meta:
        model = AdministrativeUnit
        fields = {"kind": ["exact"], "valid_from": ["exact", "isnull"], "valid_to": ["exact", "isnull"]}


class UnitViewSet(SnippetViewSet):
    """Administrative units: list, search, form, chooser."""

    model = AdministrativeUnit
    index_view_class = WithSuperiorsView
    icon = "site"
    menu_label = "Đơn vị hành chính"
    list_display = ["name", "code", "kind", "parent", "valid_from", last_day_column()]
    filterset_class = UnitFilters
    list_per_page = 50
    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("code"), FieldPanel("kind")]),
        FieldPanel("parent"),
        _VALIDITY,
        FieldPanel("decision"),
        _succession("Đã trở thành"),
    ]


class AgencyFilters(DatedFilterSet):
    """By kind and by the day on which an agency ended."""

    class Meta:
        model = Agency
        fields = {"kind": ["exact"], "valid_to": ["exact", "isnull"]}


class AgencyViewSet(SnippetViewSet):
    """Agencies and counters: list, search, form, chooser."""

    model = Agency
    index_view_class = WithSuperiorsView
    icon = "group"
    menu_label = "Cơ quan"
    list_display = ["name", "kind", "parent", "phone", last_day_column()]
    filterset_class = AgencyFilters
    list_per_page = 50
    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("short_name"), FieldPanel("identifier")]),
        FieldPanel("kind"),
        FieldPanel("parent"),
        FieldPanel("unit"),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldPanel("website"),
                FieldPanel("opening_hours"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("note"),
            ],
            heading="Liên hệ và nơi tiếp nhận",
        ),
        CounterDaysPanel(
            "special_days", panels=day_panels(), heading="Ngày nghỉ, giờ khác của riêng nơi này", label="ngày"
        ),
        _VALIDITY,
        _succession("Đã trở thành"),
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("order")], heading="Trên cổng"),
    ]


class CommonDayViewSet(SnippetViewSet):
    """Public holidays and made-up days, one row for all counters: list, form."""

    model = CommonDay
    icon = "date"
    menu_label = "Ngày nghỉ, làm bù chung"
    list_display = ["begins", Column("last_day", label="Đến hết ngày", accessor=_last_day), "kind", "reason", "source"]
    list_filter = ["kind"]
    list_per_page = 50
    panels = day_panels()


class AgencyViewSetGroup(SnippetViewSetGroup):
    """One entry of the desk's menu for all of them."""

    items = (AgencyViewSet, UnitViewSet, CommonDayViewSet)
    menu_label = "Cơ quan, đơn vị"
    menu_icon = "group"
    menu_order = 300


register_snippet(AgencyViewSetGroup)

"""Decisions and the law's clocks in the menus of the desk, and the addresses of their screens."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from decisions.desk import appendix, clocks, kinds, one_line, screens
from decisions.desk.door import DECISION
from decisions.desk.reach import VIEW

_BELOW = "quyet-dinh/"
_ONE = f"{_BELOW}<int:decision>/"


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Below the desk's."""
    views = (
        (_BELOW, screens.ListView, screens.LIST),
        (f"{_BELOW}lap/", screens.NewView, screens.NEW),
        (_ONE, screens.DecisionView, DECISION),
        (f"{_ONE}sua/", screens.EditView, screens.EDIT),
        (f"{_ONE}xoa/", screens.DeleteView, screens.DELETE),
        (f"{_ONE}goi-thay-doi/", screens.ComposeView, screens.COMPOSE),
        (f"{_ONE}chi-ghi-so/", screens.NumberOnlyView, screens.NUMBER_ONLY),
        (f"{_ONE}noi-dung/", kinds.KindOfAllView, kinds.KIND_OF_ALL),
        (f"{_ONE}co-so-du-lieu-quoc-gia/", screens.NationalView, screens.NATIONAL),
        (f"{_ONE}phu-luc/", appendix.AppendixView, appendix.APPENDIX),
        (f"{_ONE}phu-luc/xoa/", appendix.EmptyView, appendix.EMPTY),
        (f"{_ONE}dong/them/", one_line.LineView, one_line.NEW_LINE),
        (f"{_ONE}dong/<int:line>/", one_line.LineView, one_line.LINE),
        (f"{_ONE}dong/<int:line>/xoa/", one_line.DeleteLineView, one_line.DELETE_LINE),
        ("moc-thoi-han/", clocks.ClocksView, clocks.CLOCKS),
    )
    return [path(route, never_cache(view.as_view()), name=name) for route, view, name in views]


class DecisionsItem(MenuItem):
    """Shown to those who work on decisions."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether somebody may look at them."""
        return bool(request.user.has_perm(VIEW))


@hooks.register("register_admin_menu_item")
def menu_item() -> DecisionsItem:
    """Its place in the menu."""
    return DecisionsItem("Quyết định công bố", reverse(screens.LIST), icon_name="clipboard-list", order=150)


class ClocksItem(MenuItem):
    """Shown to who may change the law's clocks."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether somebody may."""
        return bool(request.user.has_perm(clocks.KEEP))


@hooks.register("register_settings_menu_item")
def clocks_item() -> ClocksItem:
    """Their place among the settings."""
    return ClocksItem("Mốc thời hạn của luật", reverse(clocks.CLOCKS), icon_name="time", order=310)


@hooks.register("insert_global_admin_css")
def look() -> SafeString:
    """The look of these screens."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk/decisions.css"))

"""The catalogue at the desk: its reference lists, and the promise that a procedure is never deleted."""

from django.contrib import messages
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.log_actions import LogFormatter
from wagtail.models import Page, PageLogEntry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from procedures_catalog.dated_screens import screens
from procedures_catalog.dated_screens.listing import LIST as SETS
from procedures_catalog.dated_screens.reopened import tell_on_the_way, warn_of_sets
from procedures_catalog.desk.everyday_panel import OF_PROCEDURE
from procedures_catalog.desk_screens import change_notes
from procedures_catalog.desk_screens.bulk_publish import PublishKnowing
from procedures_catalog.desk_screens.everyday import OfProcedureView
from procedures_catalog.desk_screens.form_answers import (
    DroppedView,
    OfficialPartView,
    tell_what_changed_below,
    warn_of_dropped,
)
from procedures_catalog.desk_screens.forms import (
    REPORT,
    REPORT_ROWS,
    LibraryFormViewSet,
    MissingFormsReport,
    ReportItem,
)
from procedures_catalog.desk_screens.gaps import tell_what_is_missing, tell_what_keeps_it_back
from procedures_catalog.desk_screens.imports import overlaid
from procedures_catalog.desk_screens.imports import screens as imports
from procedures_catalog.desk_screens.imports.access import RUNS
from procedures_catalog.desk_screens.kept_back import tell_what_is_kept_back, tell_what_stays_internal
from procedures_catalog.desk_screens.listing import ProcedureViewSet
from procedures_catalog.desk_screens.owner_rules import (
    ARRANGE_URL,
    ArrangeView,
    OwnerRuleViewSet,
    follow_the_table,
    tell_of_the_table,
)
from procedures_catalog.desk_screens.shared_amounts import SharedAmountViewSet, keep_what_is_taken
from procedures_catalog.desk_screens.without_code import tell_what_waits_for_a_code
from procedures_catalog.models import ApplicantKind, ProcedurePage, Sector
from procedures_catalog.models.kept_text import CARRIED, KEPT, SHARED, UNDER_LAYER


class SectorViewSet(SnippetViewSet):
    """Sectors of administration."""

    model = Sector
    icon = "tag"
    list_display = ["name", "slug"]
    panels = [FieldPanel("name"), FieldPanel("slug")]


class ApplicantKindViewSet(SnippetViewSet):
    """Kinds of applicant."""

    model = ApplicantKind
    icon = "group"
    list_display = ["name", "slug"]
    panels = [FieldPanel("name"), FieldPanel("slug")]


@register_snippet
class CatalogueLists(SnippetViewSetGroup):
    """The catalogue's reference lists under one item of the menu."""

    menu_label = "Danh mục dùng chung"
    menu_icon = "list-ul"
    menu_order = 300
    items = (SharedAmountViewSet, SectorViewSet, ApplicantKindViewSet, OwnerRuleViewSet, LibraryFormViewSet)


@hooks.register("register_admin_urls")
def addresses_of_the_form() -> list:
    """What the script of a procedure's form asks for."""
    return [
        path("thu-tuc/<int:page_id>/phan-trung-uong/<str:part>/", OfficialPartView.as_view(), name="official_part"),
        path("thu-tuc/<int:page_id>/khong-con-thay/", DroppedView.as_view(), name="dropped_rows"),
    ]


@hooks.register("register_admin_urls")
def address_of_words() -> list:
    """From a procedure to what people say of it."""
    return [path("loi-nguoi-dan/<int:identity>/", OfProcedureView.as_view(), name=OF_PROCEDURE)]


@hooks.register("register_admin_urls")
def address_of_arranging() -> list:
    """Where procedures are put onto their owners' shelves."""
    return [path("giao-thu-tuc/xep-lai/", ArrangeView.as_view(), name=ARRANGE_URL)]


@hooks.register("register_admin_urls")
def addresses_of_missing_forms() -> list:
    """The report, and its rows alone while somebody filters."""
    return [
        path("bao-cao/bieu-mau/", MissingFormsReport.as_view(), name=REPORT),
        path("bao-cao/bieu-mau/dong/", MissingFormsReport.as_view(results_only=True), name=REPORT_ROWS),
    ]


@hooks.register("register_admin_urls")
def addresses_of_sets() -> list:
    """Sets of dated changes."""
    return screens.addresses()


@hooks.register("register_admin_menu_item")
def sets_item() -> MenuItem:
    """Their place in the main menu, before the ledger."""
    return MenuItem("Thay đổi hẹn ngày", reverse(SETS), icon_name="date", order=315)


@hooks.register("register_admin_urls")
def addresses_of_imports() -> list:
    """The screens of imports, and of what they change beneath the province's own texts."""
    return [*imports.addresses(), *overlaid.addresses()]


@hooks.register("register_admin_menu_item")
def imports_item() -> imports.ImportsItem:
    """Their place in the menu."""
    return imports.ImportsItem("Nhập dữ liệu", reverse(RUNS), icon_name="upload", order=250)


@hooks.register("register_admin_urls")
def addresses_of_notes() -> list:
    """What changed, and what is said of it."""
    return change_notes.addresses()


@hooks.register("register_admin_menu_item")
def notes_item() -> MenuItem:
    """Their place in the menu, behind what changes later."""
    return MenuItem("Thay đổi gì", reverse(change_notes.LIST), icon_name="history", order=316)


@hooks.register("register_reports_menu_item")
def missing_forms_item() -> ReportItem:
    """Its place in the menu of reports."""
    return ReportItem("Số mẫu chưa có tệp", reverse(REPORT), icon_name="doc-full", order=150)


for _change in ("after_create_snippet", "after_edit_snippet", "after_delete_snippet", "after_edit_setting"):
    hooks.register(_change, follow_the_table)
hooks.register("after_move_page", tell_of_the_table)
hooks.register("before_delete_snippet", keep_what_is_taken)
hooks.register("after_publish_page", tell_what_is_missing)
for _saved in ("after_create_page", "after_edit_page"):
    hooks.register(_saved, tell_what_keeps_it_back)
hooks.register("before_edit_page", warn_of_dropped)
hooks.register("before_edit_page", tell_what_changed_below)
hooks.register("before_edit_page", tell_what_is_kept_back)
hooks.register("before_edit_page", tell_what_waits_for_a_code)
hooks.register("before_edit_page", warn_of_sets)
hooks.register("after_edit_page", tell_on_the_way)
# After Wagtail's own, whose place it takes.
hooks.register("register_bulk_action", PublishKnowing, order=1)


@hooks.register("insert_global_admin_css")
def look_of_our_pieces() -> SafeString:
    """The look of what we put into Wagtail's screens."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk/procedure.css"))


@hooks.register("register_admin_viewset")
def list_of_procedures() -> ProcedureViewSet:
    """The catalogue's own list."""
    return ProcedureViewSet()


class _UnderLayer(LogFormatter):
    """Names the parts that a line of the history keeps."""

    label = "Trung ương đổi phần bị che"

    def format_message(self, log_entry: PageLogEntry) -> str:
        """One sentence."""
        parts = ", ".join(log_entry.data.get("parts", []))
        return f"Lần nhập dữ liệu đã đổi phần mà nội dung riêng của tỉnh đang che: {parts}"


class _SharedAmount(LogFormatter):
    """Names the amount and what it is from then on."""

    label = "Mức thu dùng chung thay đổi"

    def format_message(self, log_entry: PageLogEntry) -> str:
        """One sentence."""
        said = log_entry.data
        if not said.get("now"):
            return f"Mức thu dùng chung “{said.get('name', '')}” mà thủ tục này dùng đã gỡ khỏi công bố"
        return f"Mức thu dùng chung “{said.get('name', '')}” mà thủ tục này dùng nay là: {said['now']}"


@hooks.register("register_log_actions")
def name_what_imports_note(actions):
    """What the history calls the live text that was kept before its first change, and what imports did since."""
    actions.register_action(UNDER_LAYER)(_UnderLayer)
    actions.register_action(SHARED)(_SharedAmount)
    actions.register_action(KEPT, "Giữ bản đang công bố", "Đã giữ lại bản đang công bố trước khi nó thay đổi")
    actions.register_action(
        CARRIED, "Đưa thay đổi vào bản nháp", "Lần nhập dữ liệu đã đưa thay đổi vào bản đang chờ này"
    )


def _holds_procedures(page: Page) -> bool:
    return ProcedurePage.objects.descendant_of(page, inclusive=True).exists()


@hooks.register("before_delete_page")
def keep_procedures(request, page: Page):
    """A procedure is abolished, not deleted: its printed codes must go on leading somewhere."""
    if not _holds_procedures(page):
        return None
    messages.error(request, "Thủ tục không xoá được: mã QR đã in sẽ hỏng. Hãy ghi ngày bãi bỏ hoặc gỡ khỏi công bố.")
    return redirect(reverse("wagtailadmin_explore", args=[page.get_parent().pk]))


@hooks.register("before_bulk_action")
def keep_procedures_in_bulk(request, action_type, objects, action_class_instance):
    """The same for many pages at once."""
    pages = [item for item in objects if isinstance(item, Page)] if action_type == "delete" else []
    return next(filter(None, (keep_procedures(request, page) for page in pages)), None)


@hooks.register("before_bulk_action")
def publish_no_internal_ones(request, action_type, objects, action_class_instance):
    """Wagtail leaves out what may not be published; of internal procedures it is said why."""
    if action_type == "publish":
        _, refused = action_class_instance.get_actionable_objects()
        tell_what_stays_internal(request, refused["items_with_no_access"])


@hooks.register("before_copy_page")
def copy_no_procedure(request, page: Page):
    """A code belongs to one procedure, so a copy could not be saved."""
    if not _holds_procedures(page):
        return None
    messages.error(request, "Thủ tục không sao chép được: mỗi mã chỉ thuộc một thủ tục. Hãy thêm thủ tục mới.")
    return redirect(reverse("wagtailadmin_explore", args=[page.get_parent().pk]))

"""What this floor adds to the desk, and labels for the fields that Wagtail's own forms leave unnamed: English ones that
no catalogue of texts reaches."""

from django.forms import Form
from wagtail import hooks
from wagtail.admin.forms import choosers
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.forms.workflows import WorkflowPageForm
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import DefaultPageForm
from wagtail.sites.views import IndexView as SitesView
from wagtail.users.forms import PagePermissionsForm
from wagtail.users.views.bulk_actions.assign_role import RoleForm

from cms.desk import discarding, front_page, handbook, review, scripts, waiting_report

_TEXT = {"link_text": "Chữ của liên kết"}
#: Form → its fields → their labels. No setting names these forms, so the labels are put where the forms are made.
LABELS: dict[type[Form], dict[str, str]] = {
    LoginForm: {"password": "Mật khẩu"},
    choosers.ExternalLinkChooserForm: _TEXT,
    choosers.AnchorLinkChooserForm: _TEXT,
    choosers.PhoneLinkChooserForm: {"phone_number": "Số điện thoại"} | _TEXT,
    choosers.EmailLinkChooserForm: {"email_address": "Địa chỉ thư", "subject": "Tiêu đề thư", "body": "Nội dung"}
    | _TEXT,
    DefaultPageForm: {"include_descendants": "Cả các trang con"},
    PagePermissionsForm: {"page": "Trang"},
    RoleForm: {"role": "Vai trò"},
    WorkflowPageForm: {"page": "Trang"},
    NameEmailForm: {"last_name": "Họ và tên đệm", "first_name": "Tên"},
}
#: A list whose columns Wagtail leaves unnamed → its columns → their labels.
COLUMNS: dict[type[IndexView], dict[str, str]] = {
    SitesView: {"port": "Cổng kết nối", "site_name": "Tên trang cổng", "root_page": "Trang gốc"},
}


def name_the_fields() -> None:
    """Writes the labels into the forms and lists."""
    for form, labels in LABELS.items():
        for field, label in labels.items():
            form.base_fields[field].label = label
    for view, labels in COLUMNS.items():
        for column in view.columns:
            column.label = labels.get(column.name, column.label)


name_the_fields()
NameEmailForm.field_order = ["last_name", "first_name", "email"]

hooks.register("construct_homepage_panels", front_page.put_days_work_first)
hooks.register("construct_homepage_summary_items", front_page.count_no_pictures, order=1_000)
hooks.register("register_admin_urls", waiting_report.waiting_addresses)
hooks.register("register_reports_menu_item", waiting_report.waiting_item)
hooks.register("before_edit_page", review.show_what_is_asked)
hooks.register("before_edit_page", review.lead_to_the_comparison)
hooks.register("construct_page_action_menu", review.order_buttons)
hooks.register("after_edit_page", review.say_what_was_done)
hooks.register("insert_global_admin_js", scripts.scripts_everywhere)
hooks.register("insert_global_admin_css", scripts.look_everywhere)
hooks.register("register_admin_urls", discarding.addresses)
hooks.register("register_page_action_menu_item", discarding.DiscardItem)
hooks.register("register_log_actions", discarding.name_in_the_log)
hooks.register("register_admin_urls", handbook.handbook_addresses)
hooks.register("register_help_menu_item", handbook.handbook_item)
hooks.register("construct_help_menu", handbook.help_in_vietnamese)

"""What this floor adds to the desk, and labels for the fields that Wagtail's own forms leave unnamed: English ones that
no catalogue of texts reaches."""

from django.forms import Form
from wagtail import hooks
from wagtail.admin.forms import choosers
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.forms.workflows import WorkflowPageForm
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import DefaultPageForm
from wagtail.sites.views import IndexView as SitesView
from wagtail.users.forms import PagePermissionsForm
from wagtail.users.views.bulk_actions.assign_role import RoleForm

from cms.access.walls.lists import narrow_interface
from cms.access.walls.pages import choosable
from cms.desk import (
    accounts_together,
    broken_links,
    discarding,
    files_together,
    handbook,
    own_account,
    review,
    scripts,
    waiting_report,
)
from cms.desk.accounts import deputy_screen, key_screen, leaving_screen, review_screen, reviewed
from cms.desk.communes import screen as communes_screen
from cms.desk.front import page as front_page
from cms.desk.front.own_shelves import put_own_shelves
from cms.desk.guests import screen as guests
from cms.desk.later import screen as later_screen
from cms.desk.page_reviews import screen as page_reviews
from cms.desk.rows import undoing, waiting
from cms.four_eyes import (
    asking_why,
    emergency_screens,
    page_form,
    publishing_together,
    row_form,
    second_pair,
    shared_facts,
    taking_off,
)
from cms.log import screen
from cms.sign_in.factor import buttons as factor_buttons
from cms.undo import going_back
from cms.undo import screens as undo_screens

_TEXT = {"link_text": "Chữ của liên kết"}
#: Form → its fields → their labels. No setting names these forms, so the labels are put where the forms are made.
LABELS: dict[type[Form], dict[str, str]] = {
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

hooks.register("construct_page_chooser_queryset", choosable)
hooks.register("construct_admin_api", narrow_interface, order=1)
hooks.register("construct_homepage_panels", front_page.put_days_work_first)
hooks.register("construct_homepage_panels", put_own_shelves)
hooks.register("construct_homepage_summary_items", front_page.count_no_pictures, order=1_000)
hooks.register("register_admin_urls", waiting_report.waiting_addresses)
hooks.register("register_reports_menu_item", waiting_report.waiting_item)
hooks.register("register_admin_urls", screen.addresses)
hooks.register("register_reports_menu_item", screen.menu_item)
hooks.register("register_admin_urls", undo_screens.addresses)
hooks.register("register_reports_menu_item", undo_screens.report_item)
hooks.register("register_log_actions", going_back.name_in_the_log)
hooks.register("register_admin_urls", broken_links.addresses)
hooks.register("register_reports_menu_item", broken_links.report_item)
hooks.register("before_edit_page", review.show_what_is_asked)
hooks.register("before_edit_page", review.lead_to_the_comparison)
hooks.register("construct_page_action_menu", review.order_buttons)
hooks.register("before_edit_page", second_pair.say_whose_it_is)
hooks.register("construct_page_action_menu", page_form.offer_no_own_change)
hooks.register("construct_snippet_action_menu", row_form.offer_no_own_change)
hooks.register("construct_homepage_panels", emergency_screens.put_emergencies_first)
for _before in ("before_edit_snippet", "before_edit_setting"):
    hooks.register(_before, asking_why.before_emptying)
    hooks.register(_before, shared_facts.hold)
for _after in ("after_create_snippet", "after_edit_snippet", "after_edit_setting"):
    hooks.register(_after, shared_facts.tell)
hooks.register("before_unpublish", asking_why.before_taking_off)
hooks.register("before_delete_snippet", asking_why.before_deleting)
hooks.register("before_delete_snippet", shared_facts.hold_deleted)
hooks.register("after_delete_snippet", shared_facts.tell_deleted)
hooks.register("register_admin_urls", emergency_screens.addresses)
hooks.register("register_page_action_menu_item", emergency_screens.PublishPageAlone)
hooks.register("register_snippet_action_menu_item", emergency_screens.row_item)
hooks.register("register_log_actions", emergency_screens.name_in_the_log)
hooks.register("register_log_actions", second_pair.name_in_the_log)
hooks.register("after_edit_page", review.say_what_was_done)
hooks.register("insert_global_admin_js", scripts.scripts_everywhere)
hooks.register("insert_global_admin_css", scripts.look_everywhere)
hooks.register("register_admin_urls", discarding.addresses)
hooks.register("register_page_action_menu_item", discarding.DiscardItem)
hooks.register("register_admin_urls", later_screen.addresses)
hooks.register("register_page_action_menu_item", later_screen.LaterItem)
hooks.register("register_admin_urls", guests.addresses)
hooks.register("register_page_action_menu_item", guests.GuestsItem)
hooks.register("register_log_actions", discarding.name_in_the_log)
hooks.register("register_admin_urls", page_reviews.addresses)
hooks.register("register_page_action_menu_item", page_reviews.ReviewItem)
hooks.register("register_reports_menu_item", page_reviews.report_item)
hooks.register("register_admin_urls", undoing.addresses)
hooks.register("register_admin_urls", waiting.addresses)
hooks.register("register_reports_menu_item", waiting.report_item)
hooks.register("register_snippet_action_menu_item", undoing.compare_item)
hooks.register("register_snippet_action_menu_item", undoing.discard_item)
hooks.register("register_snippet_action_menu_item", undoing.undo_item)
hooks.register("register_admin_urls", handbook.handbook_addresses)
hooks.register("register_help_menu_item", handbook.handbook_item)
hooks.register("register_admin_menu_item", own_account.menu_item)
hooks.register("register_admin_menu_item", own_account.change_of_person)
hooks.register("register_admin_urls", factor_buttons.addresses)
hooks.register("register_user_listing_buttons", factor_buttons.buttons)
hooks.register("register_admin_urls", deputy_screen.addresses)
hooks.register("register_user_listing_buttons", deputy_screen.buttons)
hooks.register("register_admin_urls", key_screen.addresses)
hooks.register("register_user_listing_buttons", key_screen.buttons)
hooks.register("register_admin_urls", communes_screen.addresses)
hooks.register("register_settings_menu_item", communes_screen.settings_item)
hooks.register("register_admin_urls", leaving_screen.addresses)
hooks.register("register_user_listing_buttons", leaving_screen.buttons)
hooks.register("register_admin_urls", review_screen.addresses)
hooks.register("register_settings_menu_item", review_screen.settings_item)
hooks.register("register_admin_urls", reviewed.addresses)
hooks.register("register_reports_menu_item", reviewed.report_item)
hooks.register("register_bulk_action", accounts_together.AssignRole, order=1)  # after Wagtail's own, as the next
hooks.register("register_bulk_action", accounts_together.SetActiveState, order=1)
hooks.register("register_bulk_action", files_together.PutImages, order=1)
hooks.register("register_bulk_action", files_together.PutDocuments, order=1)
hooks.register("before_delete_page", taking_off.deleting, order=1)  # what may never be deleted is told first
hooks.register("register_bulk_action", publishing_together.PublishTogether, order=2)  # after that of procedures
hooks.register("register_bulk_action", taking_off.TakeOffTogether, order=1)
hooks.register("register_bulk_action", taking_off.DeleteTogether, order=1)
hooks.register("construct_help_menu", handbook.help_in_vietnamese)

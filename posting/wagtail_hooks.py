"""What this floor adds to the desk."""

from wagtail import hooks

from posting.ledger import desk as ledger
from posting.notes import desk as notes
from posting.officer import editors_way
from posting.statistics import desk as scans
from posting.where_used import screen as where_used

hooks.register("register_admin_urls", scans.report_addresses)
hooks.register("register_reports_menu_item", scans.report_item)

hooks.register("register_admin_menu_item", editors_way.officers_desk_item)

hooks.register("register_admin_urls", notes.addresses)
hooks.register("register_admin_menu_item", notes.menu_item)

hooks.register("register_admin_urls", ledger.ledger_addresses)
hooks.register("register_admin_menu_item", ledger.ledger_item)
hooks.register("register_reports_menu_item", ledger.wrong_item)

hooks.register("register_admin_urls", where_used.addresses)
hooks.register("register_reports_menu_item", where_used.menu_item)
hooks.register("register_snippet_listing_buttons", where_used.buttons)

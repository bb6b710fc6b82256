"""Puts the desk's list of documents that begin or end soon into Wagtail."""

from wagtail import hooks

from legal_documents.desk import coming

hooks.register("register_admin_urls", coming.addresses)
hooks.register("register_reports_menu_item", coming.report_item)

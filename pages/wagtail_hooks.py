"""What this floor adds to Wagtail."""

from wagtail import hooks

from pages.file_views import hide_document

hooks.register("before_serve_document", hide_document)

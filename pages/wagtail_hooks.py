"""What this floor adds to Wagtail."""

from wagtail import hooks

from pages.exports import guard_exports
from pages.file_views import hide_document
from pages.uploads import refuse_bombs

hooks.register("before_serve_document", hide_document)
guard_exports()
refuse_bombs()

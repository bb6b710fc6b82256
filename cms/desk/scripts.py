"""The desk's own scripts: small ones that stand beside Wagtail's on every screen."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

#: On every screen, after Wagtail's picker of dates and before the boxes that use it.
EVERYWHERE = "js/desk/dates.js"


def on_every_screen() -> SafeString:
    """The element that loads what every screen needs."""
    return format_html('<script src="{}"></script>', static(EVERYWHERE))

"""The desk's own scripts and looks: small ones that stand beside Wagtail's on every screen."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

#: After Wagtail's picker of dates and before the boxes that use it.
SCRIPT = "js/desk/dates.js"
LOOK = "css/desk/both-texts.css"


def script_everywhere() -> SafeString:
    """The element that loads what every screen needs."""
    return format_html('<script src="{}"></script>', static(SCRIPT))


def look_everywhere() -> SafeString:
    """The element that loads the look of our pieces."""
    return format_html('<link rel="stylesheet" href="{}">', static(LOOK))

"""The desk's own scripts and looks: small ones that stand beside Wagtail's on every screen."""

from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

#: After Wagtail's picker of dates and before the boxes that use it; before any form is ready.
SCRIPTS = ("js/desk/dates.js", "js/desk/autosave.js", "js/desk/closed-fields.js", "js/session.js")
LOOKS = ("css/desk/both-texts.css", "css/desk/closed-fields.css", "css/desk/menu.css", "css/components/session.css")


def scripts_everywhere() -> SafeString:
    """The elements that load what every screen needs."""
    return format_html_join("", '<script src="{}"></script>', ([static(script)] for script in SCRIPTS))


def look_everywhere() -> SafeString:
    """The elements that load the look of our pieces."""
    return format_html_join("", '<link rel="stylesheet" href="{}">', ([static(look)] for look in LOOKS))

"""The style sheets of pages that are shown when something fails, which may be the style sheets."""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from cms.health.static_files import address_of

STYLES = ("css/tokens.css", "css/base.css")
register = template.Library()


@register.simple_tag
def style_sheets() -> SafeString:
    """Links to those that can be fetched."""
    addresses = [(address,) for address in map(address_of, STYLES) if address]
    return format_html_join("\n    ", '<link rel="stylesheet" href="{}">', addresses)

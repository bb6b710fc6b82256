"""{% kept_key as key %}: under what name a piece of a page may be kept while nothing that it shows changes."""

from django import template

from agencies.day import day_of
from pages.kept import kept_key as key_on

register = template.Library()


@register.simple_tag(takes_context=True)
def kept_key(context) -> str:
    """For `{% cache 86400 name key %}`, around what every reader of an address sees alike on a day. One query.

    "" where nothing may be kept: in an editor's preview, which shows what is not published yet, and for an address that
    asks for something of its own.
    """
    request = context["request"]
    is_shared = not getattr(request, "is_preview", False) and not request.GET
    return key_on(day_of(request)) if is_shared else ""

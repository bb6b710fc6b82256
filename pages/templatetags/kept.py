"""{% kept_key as key %}: under what name a piece of a page may be kept while nothing that it shows changes."""

from django import template
from django.utils import timezone

from pages.kept import kept_key as key_on

register = template.Library()


@register.simple_tag
def kept_key() -> str:
    """For `{% cache 86400 name key %}`, around a piece that is the same for every reader on a day. One query."""
    return key_on(timezone.localdate())

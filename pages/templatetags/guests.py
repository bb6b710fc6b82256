"""{% guest_reads %}…{% endguest_reads %}: around what readers read; behind it, for guests, the form for remarks."""

import re
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from vietnamese.spelling import squeeze

register = template.Library()
_HEADING = re.compile(r"<h([12])\b[^>]*>(.*?)</h\1>", re.DOTALL)
_LONGEST = 200


@register.simple_block_tag(takes_context=True)
def guest_reads(context: Any, content: SafeString) -> SafeString:
    """The content as it is; nothing more for readers, who are no guests."""
    guest = getattr(context.get("request"), "guest", None)
    if guest is None or not (guest.takes_remarks or guest.remarks):
        return content
    shown = {"guest": guest, "sections": sections_of(content), "request": context["request"]}
    return content + render_to_string("pages/guests/remarks.html", shown)


def sections_of(content: str) -> list[str]:
    """The headings of a page, as its readers know them, each once."""
    found = (squeeze(strip_tags(heading)) for _, heading in _HEADING.findall(content))
    return list(dict.fromkeys(heading[:_LONGEST] for heading in found if heading))

"""What a procedure's page shows of the paper that was scanned; nothing, and no query, where none was."""

from typing import Any

from django import template

from agencies.day import another_day, day_of
from posting.scan.scanned import ScannedPaper, scanned_paper

register = template.Library()


@register.simple_tag(takes_context=True, name="scanned_paper")
def scanned_paper_tag(context: Any) -> ScannedPaper | None:
    """The paper named in the address (`?to=`), when the page's procedure is on it."""
    request = context.get("request")
    tag = request.GET.get("to", "") if request and not another_day(request) else ""
    return scanned_paper(tag, context["page"], day_of(request)) if tag else None

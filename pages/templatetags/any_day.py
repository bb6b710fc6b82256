"""{% another_day as another %}, and links that keep the day that a page speaks of."""

from datetime import date
from typing import Any

from django import template

from agencies.day import another_day, with_day
from pages.site.any_day import address_of_today
from pages.site.only_today import told_in_page

register = template.Library()


@register.simple_tag(takes_context=True, name="another_day")
def another_day_tag(context: Any) -> dict[str, Any] | None:
    """The `day` that the page speaks of and its address of today; None where it speaks of today."""
    request = context.get("request")
    day = another_day(request) if request else None
    return {"day": day, "today_url": address_of_today(request)} if day else None


@register.simple_tag(takes_context=True)
def only_today(context: Any) -> dict[str, Any] | None:
    """The `day` that the address names and the page does not tell of, and its address of today; None where it names
    none or the page tells of it."""
    request = context.get("request")
    day = told_in_page(request) if request else None
    return {"day": day, "today_url": address_of_today(request)} if day else None


@register.filter
def on_day(address: str, another: dict[str, Any] | None) -> str:
    """An address that leads to the day that the page speaks of."""
    day: date | None = another["day"] if another else None
    return with_day(address, day)

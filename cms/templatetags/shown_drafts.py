"""The seal of the draft that a page of the desk shows, for the address of a button that acts on it."""

from typing import Any

from django import template

from cms.four_eyes.front_page_approval import seal_of_waiting

register = template.Library()


@register.simple_tag
def seal_of(state: Any) -> str:
    """Of one line of Wagtail's list of what waits for an approval."""
    return seal_of_waiting(state["obj"], state["revision"])

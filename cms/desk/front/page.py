"""The desk's front page: the day's work in the place of Wagtail's counts of pages, pictures and files."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from agencies.day import asked_at
from cms.desk.day import days_work

FIRST = 10  # above Wagtail's own panels


class DaysWorkPanel(Component):
    """What waits for the person who signed in."""

    name = "days_work"
    template_name = "cms/desk/days_work.html"
    order = FIRST

    class Media:
        css = {"all": ["css/desk/front_page.css"]}

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """The counts."""
        request = parent_context["request"]
        return {"works": days_work(request.user, asked_at(request))}


def put_days_work_first(_request: HttpRequest, panels: list[Component]) -> None:
    """Adds the day's work to the panels."""
    panels.append(DaysWorkPanel())


def count_no_pictures(_request: HttpRequest, items: list[Any]) -> None:
    """How many pages, pictures and files there are is nobody's work."""
    items.clear()

"""Beside the form of a page: what guests remarked and nobody has dealt with, and the way to the screen of links."""

from typing import Any

from wagtail.admin.ui.side_panels import BaseSidePanel

from cms.desk.guests.screen import LABEL
from pages.guests.remarks import remarks_of


class GuestsPanel(BaseSidePanel):
    """For those who may edit the page: its form asks once how many remarks there are."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The icon, with how many wait."""

        aria_label = LABEL
        icon_name = "mail"

        def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
            """The count."""
            return {**super().get_context_data(parent_context), "count": len(self.panel.waiting)}

    name = "guests"
    title = LABEL
    template_name = "cms/desk/guests/panel.html"
    order = 350

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.waiting = list(remarks_of(self.object).open())

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """The remarks."""
        return {**super().get_context_data(parent_context), "waiting": self.waiting}

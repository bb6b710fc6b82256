"""The official part in the form of a national procedure: to be read, with a way into the province's layer beside it."""

from typing import Any

from wagtail.admin.panels import InlinePanel, Panel

from procedures_catalog.desk.official import is_frozen, official_parts


class OfficialPanel(Panel):
    """Shown where the official fields are not: for a procedure of the state's list."""

    class BoundPanel(Panel.BoundPanel):
        """The panel with a page in it."""

        template_name = "procedures_catalog/desk/official.html"

        def is_shown(self) -> bool:
            """Whether the page's official part is closed."""
            return is_frozen(self.instance)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Adds the parts, and the page whose they are."""
            parts = list(official_parts(self.instance))
            return {**super().get_context_data(parent_context), "parts": parts, "page": self.instance}


class OwnRowsPanel(InlinePanel):
    """Rows that are in the form only while the desk may write them."""

    class BoundPanel(InlinePanel.BoundPanel):
        """The rows of one page."""

        def __init__(self, **kwargs: Any) -> None:
            form = kwargs["form"]
            self.is_absent = form is not None and kwargs["panel"].relation_name not in form.formsets
            super().__init__(**{**kwargs, "form": None} if self.is_absent else kwargs)

        def is_shown(self) -> bool:
            """Whether its rows are in the form."""
            return not self.is_absent and super().is_shown()

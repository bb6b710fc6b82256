"""The way from a procedure's form to what people say of it."""

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel

#: The name of the address that leads from a procedure to its words.
OF_PROCEDURE = "everyday_words_of"


class EverydayPanel(Panel):
    """A link; a new procedure has nothing yet that it could lead to."""

    class BoundPanel(Panel.BoundPanel):
        """The panel with a page in it."""

        template_name = "procedures_catalog/desk/everyday.html"

        def is_shown(self) -> bool:
            """Whether the procedure has an identity."""
            return bool(self.instance.identity_id)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Adds what is said and the address of its form."""
            address = reverse(OF_PROCEDURE, args=[self.instance.identity_id])
            return {**super().get_context_data(parent_context), "said": self.instance.everyday_said, "address": address}

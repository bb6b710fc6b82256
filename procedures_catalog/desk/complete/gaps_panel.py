"""What is missing of the draft that is open, at the head of the form: each part with a way to where it is written."""

from typing import Any

from wagtail.admin.panels import Panel
from wagtail.models import Page

from procedures_catalog.desk.complete.against import gaps_on_form
from procedures_catalog.desk.complete.anchors import where_to_explain, where_to_write
from procedures_catalog.facts.complete.rules import LAW, TIERS


def gaps_shown(page: Page) -> list[dict[str, str]]:
    """Each missing part: `label`, `write` and `explain` (places in the form, or "")."""
    return [
        {"label": rule.label, "write": where_to_write(page, rule), "explain": where_to_explain(rule)}
        for rule in gaps_on_form(page)
    ]


class GapsPanel(Panel):
    """Shown in the form of a procedure that there is already."""

    class BoundPanel(Panel.BoundPanel):
        """The panel with a page in it."""

        template_name = "procedures_catalog/desk/complete/gaps.html"

        def is_shown(self) -> bool:
            """Whether there is a text to look at."""
            return bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Adds the gaps and the tier."""
            gaps = gaps_shown(self.instance)
            tier = TIERS["list" if gaps else "full"]
            return {**super().get_context_data(parent_context), "gaps": gaps, "tier": tier, "law": LAW}

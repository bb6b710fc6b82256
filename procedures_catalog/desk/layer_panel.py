"""The province's layer by its days, above the boxes for it: what holds today, what comes, what is over."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from wagtail.admin.panels import Panel

from agencies.day import day_of
from procedures_catalog.facts.overlay import PART_LABELS, span_of_block

NOW, COMING, OVER = "đang áp dụng", "sắp áp dụng", "đã hết"


@dataclass(frozen=True, slots=True)
class Layered:
    """One text for a part: its days and its decision in words, and how it stands on the day."""

    label: str
    said: str
    standing: str


def layered(overlay: Iterable[Mapping[str, Any]], on: date) -> Iterator[Layered]:
    """Part by part, the texts of each in the order of their days."""
    places = {part: place for place, part in enumerate(PART_LABELS)}
    blocks = sorted(overlay, key=lambda block: (places[block["type"]], span_of_block(block).begins or date.min))
    for block in blocks:
        days, decision = span_of_block(block).in_words(), block["value"].get("decision")
        said = f"{days or 'không ghi ngày'}, theo {decision}" if decision else days or "không ghi ngày"
        yield Layered(PART_LABELS[block["type"]], said, _standing(block, on))


def _standing(block: Mapping[str, Any], on: date) -> str:
    span = span_of_block(block)
    if span.is_to_come(on):
        return COMING
    return OVER if span.has_ended(on) else NOW


class LayerPanel(Panel):
    """Shown once there is anything of the province's own."""

    class BoundPanel(Panel.BoundPanel):
        """The panel with a page in it."""

        template_name = "procedures_catalog/desk/layer.html"

        def is_shown(self) -> bool:
            """Whether the page has a layer."""
            return bool(self.instance.overlay)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Adds the texts of the layer."""
            texts = list(layered(self.instance.overlay.raw_data, day_of(self.request)))
            return {**super().get_context_data(parent_context), "layered": texts}

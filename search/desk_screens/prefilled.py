"""A form of something new that a link has begun to fill in."""

from typing import Any

from wagtail.snippets.views.snippets import CreateView


class PrefilledView(CreateView):
    """What the address says of a field stands in its box; nothing is saved by that."""

    def get_initial(self) -> dict[str, Any]:
        """The boxes that the address names."""
        names = self.get_form_class().base_fields
        return {name: text for name, text in self.request.GET.items() if name in names}

"""The rows of one counter's special days in its form: two of them never decide the same day."""

from typing import Any

from modelcluster.forms import BaseChildFormSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel


def day_panels() -> list[Any]:
    """The boxes of one row, of a counter's or of all."""
    return [
        FieldRowPanel([FieldPanel("begins"), FieldPanel("ends")]),
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("hours"), FieldPanel("instead_of")]),
        FieldRowPanel([FieldPanel("reason"), FieldPanel("source")]),
    ]


class CounterDayFormSet(BaseChildFormSet):
    """Compares the rows as they are typed; what is stored may be about to change with them."""

    def clean(self) -> None:
        """An error at each row that decides a day which a row above it decides."""
        super().clean()
        rows: list[Any] = []
        for form in self.forms:
            if form in self.deleted_forms or form.errors or not form.cleaned_data:
                continue
            if clash := form.instance.clash(rows):
                form.add_error("begins", clash)
            rows.append(form.instance)


class CounterDaysPanel(InlinePanel):
    """Those rows."""

    def get_form_options(self) -> dict[str, Any]:
        """As usual, with our rows."""
        options = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = CounterDayFormSet
        return options

"""A choice for each part that may be blank: nothing, "Không có" where there may be none, or "Chưa công bố"."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from procedures_catalog.facts.complete.blanks import EXPLAINED, reasons_for
from procedures_catalog.facts.complete.rules import Rule
from procedures_catalog.facts.parts.shapes import lines_of

NOTHING = "–"


class BlanksWidget(forms.Widget):
    """Reads and writes the keys of `facts.complete.blanks`, one a line."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """A row for each part; Django's own renderer knows no templates of the portal."""
        chosen = dict(key.partition(".")[::2] for key in lines_of(value or ""))
        return render_to_string("procedures_catalog/desk/complete/blanks.html", {"rows": list(_rows(name, chosen))})

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str:
        """The keys that were chosen; what is no choice is nothing."""
        sent = ((rule, data.get(f"{name}-{rule.key}", "")) for rule in EXPLAINED)
        return "\n".join(f"{rule.key}.{reason}" for rule, reason in sent if reason in reasons_for(rule))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Whether a form was sent that does not know these choices."""
        return not any(f"{name}-{rule.key}" in data for rule in EXPLAINED)


def _rows(name: str, chosen: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for rule in EXPLAINED:
        yield {"label": rule.label, "name": f"{name}-{rule.key}", "options": _options(rule, chosen.get(rule.key, ""))}


def _options(rule: Rule, chosen: str) -> list[dict[str, Any]]:
    choices = {"": NOTHING, **reasons_for(rule)}
    return [{"value": value, "words": words, "is_chosen": value == chosen} for value, words in choices.items()]

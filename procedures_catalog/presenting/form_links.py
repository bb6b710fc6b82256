"""The forms of the library beside the papers that name them."""

from collections.abc import Callable, Mapping
from typing import Any

from procedures_catalog.facts.forms.named import forms_named, told_number

#: Key → what is offered of a form: `number`, `name`, `url` of its page, `file`, `instead`, `instead_url` or "".
Library = Mapping[str, Mapping[str, str]]
#: The name of a paper → its links.
Links = Callable[[str], list[dict[str, Any]]]


def no_links(_paper: str) -> list[dict[str, Any]]:
    """Where nobody asks for them."""
    return []


def form_links(sector: str, library: Library) -> Links:
    """For the papers of a procedure of this sector: `number`, `name`, `told` ("Mẫu CT01"), `url` of the form's page,
    `file` with its address or "" where the form is had at the counter; `instead` ("Mẫu CT02") and `instead_url` are
    those of the form that replaced it, or ""; `is_own` says that the number alone tells it."""

    def links(paper: str) -> list[dict[str, Any]]:
        if not library:
            return []
        named = [form for form in forms_named(paper, sector) if form.key in library]
        return [
            {
                **{name: library[form.key][name] for name in ("number", "name", "url", "file", "instead_url")},
                "told": told_number(library[form.key]["number"]),
                "instead": told_number(library[form.key]["instead"]) if library[form.key]["instead"] else "",
                "is_own": bool(form.number and form.number.is_own),
            }
            for form in named
        ]

    return links

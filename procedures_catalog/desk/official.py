"""What of a procedure belongs to the state: the next import overwrites it, so the desk shows it and takes no change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from procedures_catalog.comparing.items import PARTS, Item
from procedures_catalog.facts import streams
from procedures_catalog.facts.held import official_record
from procedures_catalog.forms_named import form_titles

#: Columns of the official text.
FIELDS = (
    "official_name", "code", "kind", "sector", "decision_number", "steps", "channels", "cases", "receiving_address",
    "results", "conditions", "keywords", "description",
)  # fmt: skip
#: Rows that are wholly official, and those of which a share is the province's own: attribute → its value there.
ROWS = ("applicants", "legal_bases")
OWN_ROWS: Mapping[str, tuple[str, str]] = {"levels": ("layer", "local"), "agencies": ("role", "receiving")}

#: Part of a record's page → the parts of the province's layer that may stand in its place.
_LAYERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "cases": (("cases", ""),),
    "channels": (("channels", ""),),
    "steps": (("steps", ""),),
    "results": (("results", ""),),
    "conditions": (("conditions", ""),),
    "receiving_address": (("receiving_address", ""),),
    "agencies": (("executing", "cơ quan thực hiện"), ("competent", "cơ quan có thẩm quyền")),
}


def is_frozen(page: Page) -> bool:
    """Whether the official part may not be changed at the desk: it came from the state's list."""
    return bool(page.pk) and page.layer == "national"


@dataclass(frozen=True, slots=True)
class OfficialPart:
    """A part as it is read; `copies` are the layer's parts that it can be copied into: (key, its name or "")."""

    label: str
    items: tuple[Item, ...]
    copies: tuple[tuple[str, str], ...]


def official_parts(page: Page) -> Iterator[OfficialPart]:
    """The parts that say anything, in the order of a procedure's page."""
    record = official_record(page)
    forms = form_titles([record])
    for part in PARTS:
        items = tuple(part.items(record, forms))
        if items and part.key not in ("online", "everyday_names"):
            copies = tuple(copy for copy in _LAYERS.get(part.key, ()) if getattr(record, copy[0]))
            yield OfficialPart(part.label, items, copies)


def layer_value(page: Page, part: str) -> Any:
    """What a block of the province's layer holds when the official part is copied into it; ids are kept.

    KeyError for what is no part of the layer.
    """
    return _RAW[part](page, official_record(page))


def _raw(page: Page, name: str) -> list[Any]:
    return list(getattr(page, name).raw_data)


_RAW = {
    "receiving_address": lambda _page, record: record.receiving_address,
    "conditions": lambda _page, record: record.conditions,
    "executing": lambda _page, record: streams.texts_to_stream(record.executing),
    "competent": lambda _page, record: streams.texts_to_stream(record.competent),
    "channels": lambda page, _record: _raw(page, "channels"),
    "cases": lambda page, _record: _raw(page, "cases"),
    "steps": lambda page, _record: _raw(page, "steps"),
    "results": lambda page, _record: _raw(page, "results"),
}


def read_stream(name: str, raw: Any) -> Any:
    """The part of a record that a stream of the form holds."""
    return _READ[name](raw)


_READ = {
    "steps": streams.steps_from_stream,
    "channels": streams.channels_from_stream,
    "cases": streams.cases_from_stream,
    "results": streams.texts_from_stream,
}

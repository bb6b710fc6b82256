"""What of a procedure belongs to the state: the next import overwrites it, so the desk shows it and takes no change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from procedures_catalog.comparing.items import PARTS, Item
from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.parts.table import BY_NAME, HELD, OVERLAID, parts_of
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.forms_named import form_titles

#: Columns of the official text.
FIELDS = ("sector", *(part.held_in for part in HELD if not part.is_own))
#: Rows that are wholly official, and those of which a share is the province's own: attribute → its value there.
ROWS = ("applicants", "legal_bases")
OWN_ROWS: Mapping[str, tuple[str, str]] = {"levels": ("layer", "local"), "agencies": ("role", "receiving")}


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
        if items and not all(fact.is_own for fact in parts_of(part.key)):
            yield OfficialPart(part.label, items, tuple(_copies(part.key, record)))


def _copies(group: str, record: ProcedureRecord) -> Iterator[tuple[str, str]]:
    """The parts of the layer that can stand in a group's place, named where there are several."""
    facts = [fact for fact in parts_of(group) if fact.over]
    for fact in facts:
        if getattr(record, fact.name):
            yield fact.name, fact.over[:1].lower() + fact.over[1:] if len(facts) > 1 else ""


def layer_value(page: Page, part: str) -> Any:
    """What a block of the province's layer holds when the official part is copied into it; ids are kept.

    KeyError for what is no part of the layer.
    """
    fact = OVERLAID[part]
    if fact.shape.is_stream:
        return list(getattr(page, fact.held_in).raw_data)
    return fact.shape.write(getattr(official_record(page), fact.name))


def read_stream(name: str, raw: Any) -> Any:
    """The part of a record that a stream of the form holds."""
    return BY_NAME[name].shape.read(raw)

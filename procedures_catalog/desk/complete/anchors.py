"""Where each field stands in the form of a procedure: the part of an address that leads to it, in whichever tab."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from wagtail.admin.panels import Panel, PanelGroup
from wagtail.models import Page

from procedures_catalog.desk.official import FIELDS, ROWS, is_frozen
from procedures_catalog.facts.complete.blanks import EXPLAINED
from procedures_catalog.facts.complete.rules import Rule
from procedures_catalog.facts.parts.table import OVERLAID


@cache
def _anchors(model: type[Any]) -> Mapping[str, str]:
    """Field or relation → the id of the section in which it stands, as Wagtail's templates give it: one for each piece
    of a tab."""
    return dict(_sections(model.get_edit_handler()))


def _sections(tabs: PanelGroup) -> Iterator[tuple[str, str]]:
    for tab, name in zip(tabs.children, tabs.child_identifiers, strict=True):
        for piece, identifier in zip(tab.children, tab.child_identifiers, strict=True):
            for field in _fields(piece):
                yield field, f"panel-child-{name}-{identifier}-section"


def _fields(piece: Panel) -> Iterator[str]:
    if isinstance(piece, PanelGroup):
        for child in piece.children:
            yield from _fields(child)
    elif name := getattr(piece, "field_name", "") or getattr(piece, "relation_name", ""):
        yield name


def where_is(page: Page, field: str) -> str:
    """The section in which a field or a relation of a page stands."""
    return _anchors(type(page))[field]


def where_to_write(page: Page, rule: Rule) -> str:
    """The section in which a part is written: of a national procedure the province's layer, "" where only the state
    may write it."""
    found = _anchors(type(page))
    if is_frozen(page) and rule.over in OVERLAID:
        return found["overlay"]
    return "" if is_frozen(page) and rule.field in (*FIELDS, *ROWS) else found[rule.field]


def where_to_explain(rule: Rule) -> str:
    """The choice of a reason for a part; "" for what only an entry of the list has."""
    return f"id_blanks-{rule.key}" if rule in EXPLAINED else ""

"""The keys that have no address: entries of the finder, and what is printed on paper."""

from collections.abc import Iterable

#: The papers that name the portal, its province and its telephone: all.
PORTAL_PAPER = "portal"


def page_key(pk: int) -> str:
    """The entry of a page."""
    return f"page:{pk}"


def agency_key(pk: int) -> str:
    """The entry of an agency; among papers, those whose head names it."""
    return f"agency:{pk}"


def form_key(document_id: int) -> str:
    """The entry of a file that a paper offers."""
    return f"form:{document_id}"


def library_key(pk: int) -> str:
    """The entry of a form of the library."""
    return f"library:{pk}"


def unit_key(pk: int) -> str:
    """The papers whose head names an administrative unit."""
    return f"unit:{pk}"


def procedure_key(page_id: int) -> str:
    """The papers that show the procedure which has this page."""
    return f"procedure:{page_id}"


def numbers(keys: Iterable[str], kind: str) -> list[int]:
    """The numbers of the keys of one kind, such as "page", in their order; what is no such key is left out."""
    parted = (key.partition(":") for key in keys)
    return [int(number) for name, _, number in parted if name == kind and number.isdecimal()]

"""Whose a procedure is in the log: the agency's on whose shelf it stands."""

from audit.things import belongs
from pages.shelves.keepers import keeper_on
from procedures_catalog.models import ProcedurePage, ProcedureShelfPage


def connect() -> None:
    """Says it."""
    belongs(ProcedurePage, keeper_of)


def keeper_of(page: ProcedurePage) -> int | None:
    """The agency of the shelf, None of the common one; one query."""
    return keeper_on(ProcedureShelfPage, page)

"""Puts up the walls, once, when the portal starts."""

from cms.access.walls import choosing, lists, pages, public_state


def connect() -> None:
    """Each of them."""
    pages.connect()
    lists.connect()
    choosing.connect()
    public_state.connect()

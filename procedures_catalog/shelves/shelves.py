"""The catalogue's shelves, found or made, each agency's own."""

from pages.shelves import shelves
from procedures_catalog.models import ProcedureIndexPage, ProcedureShelfPage

COMMON = "Thủ tục chưa giao cho cơ quan"


class Shelves(shelves.Shelves):
    """The shelves; the catalogue and they stay locked until the caller's transaction ends."""

    def __init__(self) -> None:
        super().__init__(ProcedureIndexPage, ProcedureShelfPage, COMMON)

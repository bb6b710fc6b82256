"""Procedures whose papers name forms."""

from collections.abc import Callable

import pytest

from procedures_catalog.models import ProcedurePage
from tests.procedures_catalog.factories import case, national_row, published

Naming = Callable[..., ProcedurePage]


@pytest.fixture
def naming(portal) -> Naming:
    """Publishes a procedure of this code with these papers."""

    def make(code: str, *papers: str, **values) -> ProcedurePage:
        return published(code, **papers_of(*papers), **values)

    return make


def papers_of(*names: str) -> dict[str, list]:
    """The papers as the national file has them."""
    return {"Thành phần hồ sơ": [case(None, *((name, 1, 0) for name in names))]}


def row_naming(code: str, *papers: str, **values):
    """A row of the national file."""
    return national_row(code, **papers_of(*papers), **values)

"""What the tests of statistics share."""

import pytest

from procedures_catalog.models import ProcedureIdentity
from tests.planted import planted
from tests.procedures_catalog.factories import bring, national_row, page_of


@pytest.fixture
def identities(portal) -> list[ProcedureIdentity]:
    """Of three published procedures, the last of another sector."""
    codes = ("1.100001", "1.100002", "1.100003")
    sectors = ("Hộ tịch", "Hộ tịch", "Đất đai")
    rows = [national_row(code, **{"Lĩnh vực": sector}) for code, sector in zip(codes, sectors, strict=True)]
    planted("procedures of two sectors", lambda: bring(*rows))
    return [page_of(code).identity for code in codes]

"""Which agency owns a procedure: what was chosen at it, then its executing agencies in their order, then its sector."""

import pytest

from procedures_catalog.facts.naming import name_key
from procedures_catalog.shelves.rules.owner_table import OwnerTable

KEEPER, CHOSEN, BY_NAME, BY_ID, BY_SECTOR = 1, 2, 3, 4, 5
SKY, SEA = 70, 71
TABLE = OwnerTable(names={name_key("Ban Gió"): BY_NAME}, agencies={60: BY_ID}, sectors={SKY: BY_SECTOR}, keeper=KEEPER)


@pytest.mark.parametrize(
    ("chosen", "executing", "sector", "owner"),
    [
        (CHOSEN, [("Ban Gió", None)], SKY, CHOSEN),
        (None, [("Ban Gió", 60)], SKY, BY_NAME),
        (None, [("  ban   GIÓ ", None)], SKY, BY_NAME),
        (None, [("Ban Mây", 60)], SKY, BY_ID),
        (None, [("", 60)], SKY, BY_ID),
        (None, [("Ban Lạ", 99), ("Ban Mây", 60), ("Ban Gió", None)], SKY, BY_ID),
        (None, [("Ban Lạ", None)], SKY, BY_SECTOR),
        (None, [], SKY, BY_SECTOR),
        (None, [("Ban Lạ", 99)], SEA, KEEPER),
        (None, [], None, KEEPER),
    ],
)
def test_the_more_particular_row_counts(chosen, executing, sector, owner):
    assert TABLE.owner(chosen, executing, sector) == owner


def test_what_no_row_gives_to_anybody_is_nobodys_where_nobody_keeps_the_catalogue():
    assert OwnerTable().owner(None, [("Ban Gió", 60)], SKY) is None

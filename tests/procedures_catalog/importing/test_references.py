"""References: names that are new are added in turns of bounded size, known ones take no turn at all."""

from contextlib import contextmanager

import pytest

from pages.turns import Turns
from procedures_catalog.importing.references import NAMES_FIRST, References
from procedures_catalog.models import Sector
from tests.procedures_catalog.factories import national_row

pytestmark = pytest.mark.django_db


class _Counted(Turns):
    """Turns that count the sectors that each of them adds."""

    def __init__(self) -> None:
        super().__init__()
        self.added: list[int] = []

    @contextmanager
    def turn(self):
        before = Sector.objects.count()
        with super().turn():
            yield
        self.added.append(Sector.objects.count() - before)


def _records(count: int) -> list:
    return [national_row(f"1.1{number:05}", **{"Lĩnh vực": f"Diều số {number}"}).record for number in range(count)]


def test_new_names_are_added_in_turns_and_known_ones_take_none():
    turns = _Counted()
    References(_records(NAMES_FIRST + 5), turns)
    assert [added for added in turns.added if added] == [NAMES_FIRST, 5]
    again = _Counted()
    found = References(_records(NAMES_FIRST + 5), again)
    assert again.added == []
    assert found.sector("diều  số 3").name == "Diều số 3"


def test_one_name_in_other_capitals_is_one_sector():
    [first, second] = _records(2)
    rows = [national_row("1.100001", **{"Lĩnh vực": name}).record for name in ("Gió", "GIÓ", "  gió ")]
    found = References([first, second, *rows], Turns())
    assert Sector.objects.filter(name__in=["Gió", "GIÓ", "gió"]).count() == 1
    assert found.sector("GIÓ") == found.sector("Gió")

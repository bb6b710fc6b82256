"""A province's list from the time of three levels: so many procedures of each, in words of our own."""

from collections.abc import Iterator, Mapping

from procedures_catalog.files.issues import ReadRow
from tests.procedures_catalog.factories import bring, local_row

#: As the reference province counted its own before the district level ended (1,771 in all).
OF_LEVEL: Mapping[str, int] = {"province": 1437, "district": 249, "commune": 85}
_THINGS = ("thả diều", "nuôi chim", "làm đèn", "đóng thuyền", "đan lưới", "trồng sen", "giữ chợ")


def rows(of_level: Mapping[str, int]) -> Iterator[ReadRow]:
    """A list with so many procedures of each level, each of one level alone."""
    levels = [level for level, count in of_level.items() for _ in range(count)]
    for number, level in enumerate(levels, 1):
        name = f"Cấp giấy {_THINGS[number % len(_THINGS)]} số {number}"
        yield local_row(f"1.{200_000 + number}", number + 1, name=name, levels=(level,))


def bring_three_levels(of_level: Mapping[str, int] = OF_LEVEL) -> None:
    """Imports and publishes them."""
    bring(*rows(of_level))

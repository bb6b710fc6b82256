"""A small land in which two provinces became one, with namesakes, numbers, a commune that was split and one that nobody
followed."""

from collections.abc import Iterator
from datetime import date

from agencies.finding.ground import Ground, Place
from agencies.reform.lineage import Edge
from vietnamese.days import Span

REFORM = date(2025, 7, 1)
ON = date(2026, 11, 28)

OLD = """
Tỉnh Tây Ninh
  Huyện Châu Thành
    Xã Hòa Hội -> Xã Châu Thành
    Thị trấn Châu Thành -> Xã Châu Thành
  Thành phố Tây Ninh
    Phường 3 -> Phường Tân Ninh
Tỉnh Long An
  Huyện Châu Thành
    Xã Hòa Phú -> Xã Tầm Vu
  Huyện Thủ Thừa
    Xã Nhị Thành -> Xã Thủ Thừa, Xã Nhựt Tảo
    Thị trấn Thủ Thừa -> Xã Thủ Thừa
    Xã Tân Thành -> Xã Tân Thạnh
    Xã Mất Dấu ->
  Thành phố Tân An
    Phường 3 -> Phường Long An
    Xã Bình Khánh -> Phường Long An
"""
NEW = ["Xã Châu Thành", "Phường Tân Ninh", "Xã Tầm Vu", "Xã Thủ Thừa", "Xã Nhựt Tảo", "Xã Tân Thạnh", "Phường Long An"]
KINDS = ("province", "district", "commune")


def _old_places() -> Iterator[tuple[Place, list[str]]]:
    above = {}
    for number, line in enumerate(OLD.strip().splitlines(), start=100):
        name, _, heirs = line.strip().partition(" ->")
        level = (len(line) - len(line.lstrip())) // 2
        above[level] = number
        parent = above[level - 1] if level else None
        yield (
            Place(number, name, KINDS[level], parent, Span(None, REFORM)),
            [heir for heir in heirs.strip().split(", ") if heir],
        )


def _new_places() -> dict[str, Place]:
    return {name: Place(number, name, "commune", 1, Span(REFORM)) for number, name in enumerate(NEW, start=2)}


def edges() -> list[Edge]:
    """What became of the old ones."""
    new, olds = _new_places(), list(_old_places())
    communes = [Edge(old.id, new[heir].id, "merged", REFORM) for old, heirs in olds for heir in heirs]
    return communes + [Edge(old.id, 1, "merged", REFORM) for old, _ in olds if old.kind == "province"]


def land(on: date = ON) -> Ground:
    """The land on a day."""
    province = Place(1, "Tỉnh Tây Ninh", "province", None, Span(REFORM))
    return Ground([province, *_new_places().values(), *(old for old, _ in _old_places())], edges(), on)

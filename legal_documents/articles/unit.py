"""What a legal document is made of, by the names of Luật 64/2025/QH15, and the address of each part of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vietnamese.fold import fold

PART, CHAPTER, SECTION, SUBSECTION = "part", "chapter", "section", "subsection"
ARTICLE, CLAUSE, POINT = "article", "clause", "point"
#: Kind → what people call it, from the widest to the narrowest.
CALLED = {
    PART: "Phần",
    CHAPTER: "Chương",
    SECTION: "Mục",
    SUBSECTION: "Tiểu mục",
    ARTICLE: "Điều",
    CLAUSE: "Khoản",
    POINT: "Điểm",
}
KINDS = tuple(CALLED)
#: Letters that have no other way to stand in an address: in Telex đ is typed dd, so that "d" and "đ" stay two points.
_IN_ADDRESS = str.maketrans({"đ": "dd", "Đ": "dd"})


@dataclass(frozen=True, slots=True)
class Unit:
    """One part of a document: its kind (one of KINDS), its number as written ("5", "5a", "II", "thứ nhất", "đ"), its
    heading or "", its own lines before its parts, and its parts."""

    kind: str
    number: str
    title: str = ""
    text: str = ""
    units: tuple["Unit", ...] = ()

    def name(self) -> str:
        """What people call it: "Điều 5", "Điểm đ"."""
        return f"{CALLED[self.kind]} {self.number}"


@dataclass(frozen=True, slots=True)
class Body:
    """A text with a count of its own of articles: the document itself, or a regulation issued with it.

    `before` are the lines above its first part (for a regulation its name), `after` those behind the last: place of
    the signature, forms.
    """

    before: str
    units: tuple[Unit, ...]
    after: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit with its address in the document and those above it, the widest first."""

    address: str
    unit: Unit
    above: tuple[Unit, ...] = ()


def placed(bodies: Sequence[Body]) -> Iterator[Placed]:
    """All units of a document in their order. The address of an article needs no chapter, for articles are counted
    through the whole body; what comes with the document stands under `kem-theo-1`, `kem-theo-2` …

    No address is given twice: what has a number that stood there before has none ("").
    """
    given: set[str] = set()
    for number, body in enumerate(bodies):
        begin = f"kem-theo-{number}" if number else ""
        yield from _placed(body.units, begin, "", (), given)


def _placed(
    units: Sequence[Unit], body: str, within: str, above: tuple[Unit, ...], given: set[str]
) -> Iterator[Placed]:
    for unit in units:
        address = _joined(body if unit.kind == ARTICLE else within or body, unit)
        if address in given:
            address = ""
        given.add(address)
        yield Placed(address, unit, above)
        yield from _placed(unit.units, body, address or within, (*above, unit), given)


def _joined(within: str, unit: Unit) -> str:
    return "-".join(filter(None, (within, in_address(unit.kind, unit.number))))


def in_address(kind: str, number: str) -> str:
    """How a unit is called in an address: "dieu-5a", "khoan-2", "diem-dd"."""
    said = fold(f"{CALLED[kind]} ").replace(" ", "-") + fold(number.translate(_IN_ADDRESS))
    return "-".join(said.replace("-", " ").split())

"""Contents in, PDF out: the one door through which everything is printed. Every PDF is one tagged PDF/UA-1.

Beside it one picture, the card of a procedure, for chats.
"""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from typing import Any, get_args

from paper.binding import bind
from paper.card_contents import Card
from paper.contents import (
    Board,
    BoardSize,
    Book,
    BookSector,
    Cell,
    Labels,
    Poster,
    PosterSize,
    Sheet,
    SheetKind,
)
from paper.plain import as_typst_data
from paper.shelves import shelves
from paper.typesetting import picture, typeset
from vietnamese.order import sort_key

BOARD_COLUMNS = range(2, 7)  # of a board

#: So many sheets or posters Typst sets at a time. It takes about 2 MB of memory for each and remembers ten times at
#: once.
PORTION = 50


def sheets_pdf(
    sheets: Sequence[Sheet],
    kind: SheetKind = "short",
    two_sided: bool = False,
    title: str = "",
    advance: Callable[[int], None] = lambda done: None,
) -> bytes:
    """A4 sheets, one procedure after the other; with `two_sided` each begins on a page of its own sheet of paper.

    `title` is the document's, as a reader's window shows it; by default it follows from the sheets. `advance` hears how
    many sheets are done. Raises ValueError with a Vietnamese sentence when there is nothing to print or the kind is
    unknown.
    """
    _demand(bool(sheets), "Không có thủ tục nào để in.")
    _demand(kind in get_args(SheetKind), f"Không có loại phiếu “{kind}”.")
    frame = {"title": as_typst_data(title) or _title("Phiếu hướng dẫn", sheets), "kind": kind, "two_sided": two_sided}
    bound = []
    for start, portion in _portions(sheets):
        end = start + len(portion)
        pdf = typeset("sheet", {**frame, "even": two_sided and end < len(sheets), "sheets": as_typst_data(portion)})
        bound.append((f"Phiếu {start + 1} – {end}", pdf))
        advance(end)
    return bind(bound)


def poster_pdf(posters: Sequence[Poster], size: PosterSize = "A4") -> bytes:
    """Posters, a page each. Raises ValueError with a Vietnamese sentence: nothing to print, unknown size."""
    _demand(bool(posters), "Không có thủ tục nào để in.")
    _demand(size in get_args(PosterSize), f"Không có khổ áp phích “{size}”.")
    frame = {"title": _title("Áp phích", posters), "size": size}
    return bind(
        [
            (
                f"Áp phích {start + 1} – {start + len(portion)}",
                typeset("poster", frame | {"posters": as_typst_data(portion)}),
            )
            for start, portion in _portions(posters)
        ]
    )


def _portions(ones: Sequence[Any]) -> Iterator[tuple[int, Sequence[Any]]]:
    """In pieces that Typst sets at a time, each with the number of its first."""
    return ((start, ones[start : start + PORTION]) for start in range(0, len(ones), PORTION))


def board_pdf(board: Board) -> bytes:
    """A board on as many pages as it needs; a sector without procedures is left out.

    Raises ValueError with a Vietnamese sentence: nothing to print, unknown size, columns outside 2 to 6.
    """
    groups = tuple(group for group in board.groups if group.cells)
    _demand(bool(groups), "Không có thủ tục nào để in.")
    _demand(board.size in get_args(BoardSize), f"Không có khổ bảng “{board.size}”.")
    _demand(board.columns in BOARD_COLUMNS, f"Bảng có từ {BOARD_COLUMNS[0]} đến {BOARD_COLUMNS[-1]} cột.")
    arranged = tuple(shelves(groups, board.columns))
    return typeset(
        "board", {"board": as_typst_data(dataclasses.replace(board, groups=())), "shelves": as_typst_data(arranged)}
    )


def labels_pdf(labels: Labels) -> bytes:
    """A4 pages of labels to cut out. Raises ValueError with a Vietnamese sentence when there is nothing to print."""
    _demand(bool(labels.cells), "Không có thủ tục nào để in.")
    return typeset("labels", {"title": _title("Nhãn dán", labels.cells), "labels": as_typst_data(labels)})


def book_pdf(book: Book) -> bytes:
    """The catalogue of an agency. Raises ValueError with a Vietnamese sentence when there is nothing to print."""
    sectors = tuple(sector for sector in book.sectors if sector.sheets)
    _demand(bool(sectors), "Không có thủ tục nào để in.")
    return typeset(
        "book", {"book": as_typst_data(dataclasses.replace(book, sectors=sectors)), "index": _index(sectors)}
    )


def card_png(card: Card) -> bytes:
    """The picture of a procedure, 1200 × 630 (the shape that chats and networks show whole); cut short where long."""
    return picture("card", {"card": as_typst_data(card)})


def _index(sectors: Sequence[BookSector]) -> list[tuple[str, int]]:
    """Each name with the number of its sheet, counted through the whole book, in the alphabet's order."""
    names = [sheet.name for sector in sectors for sheet in sector.sheets]
    numbered = [(as_typst_data(name), number) for number, name in enumerate(names)]
    return sorted(numbered, key=lambda entry: (sort_key(entry[0]), entry[1]))


def _title(kind: str, shown: Sequence[Sheet | Poster | Cell]) -> str:
    one = as_typst_data(shown[0].name) if len(shown) == 1 else f"{len(shown)} thủ tục"
    return f"{kind}: {one}"


def _demand(fulfilled: bool, otherwise: str) -> None:
    if not fulfilled:
        raise ValueError(otherwise)

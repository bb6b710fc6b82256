"""Composes each kind of paper: contents, then PDF, and what the ledger will say of it."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from agencies.day import local_day
from agencies.models import Agency
from paper.contents import Board, BoardGroup, Book, BookSector, Cell, Header, Labels, Poster, Sheet
from paper.make import board_pdf, book_pdf, labels_pdf, poster_pdf, sheets_pdf
from posting.ledger.papers import NewPaper, free_tags
from posting.models.paper import LONGEST_TITLE
from posting.notes.shown import notes_of
from posting.place.letterhead import head_said
from posting.printing.edition import Edition, code_of, effective_of, stamp_of
from posting.printing.order import PrintOrder
from posting.printing.reading import read_heads, read_whole
from posting.printing.sheet_content import sheet_of, state_sentence
from posting.printing.titles import title_of
from posting.selection.choosing import Chosen
from procedures_catalog.facts.agencies.handed_in import filing_levels
from procedures_catalog.facts.naming import short_name
from procedures_catalog.facts.temporary_code import brief, said
from procedures_catalog.facts.vocabulary import level_names
from procedures_catalog.known_offices import directory
from procedures_catalog.present_state import state_of

NO_SECTOR = "Lĩnh vực khác"
#: How many are done, of how many.
Advance = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Printing:
    """A printing that has begun: what was ordered, what was chosen, in which versions, for which place, when."""

    order: PrintOrder
    chosen: Sequence[Chosen]
    editions: Mapping[int, Edition]
    counter: Agency | None
    header: Header
    moment: datetime.datetime
    advance: Advance

    @property
    def on(self) -> datetime.date:
        """The day of which the papers tell."""
        return local_day(self.moment)


@dataclass(frozen=True, slots=True)
class Composed:
    """The PDF, and the papers in it that are to be written into the ledger."""

    pdf: bytes
    papers: list[NewPaper]


# --- One procedure a paper ------------------------------------------------------------------------


def compose_sheets(printing: Printing) -> Composed:
    """A sheet for each procedure, each a paper of its own."""
    tags = _tags(printing)
    sheets = list(_sheets(printing, tags))
    kind, two_sided = printing.order.kind, printing.order.two_sided
    title = sheets[0].name if len(sheets) == 1 else title_of("Phiếu hướng dẫn thủ tục hành chính", *_place(printing))
    pdf = sheets_pdf(sheets, kind, two_sided, title, lambda done: printing.advance(done, len(sheets)))  # type: ignore[arg-type]
    return Composed(pdf, _papers_of_one(printing, tags))


def compose_posters(printing: Printing) -> Composed:
    """A poster for each procedure, each a paper of its own."""
    tags = _tags(printing)
    posters = [_poster(printing, one, page, tags[one.identity]) for one, page in read_heads(printing.chosen)]
    pdf = poster_pdf(posters, size=printing.order.paper_size)  # type: ignore[arg-type]
    return Composed(pdf, _papers_of_one(printing, tags))


def _tags(printing: Printing) -> dict[int, str]:
    """A tag for each procedure's paper, by identity."""
    return dict(zip((one.identity for one in printing.chosen), free_tags(len(printing.chosen)), strict=True))


def _papers_of_one(printing: Printing, tags: Mapping[int, str]) -> list[NewPaper]:
    return [
        _new_paper(printing, short_name(one.name, LONGEST_TITLE), [one], tags[one.identity], codes=[one.short_code])
        for one in printing.chosen
    ]


def _sheets(printing: Printing, tags: Mapping[int, str]) -> Iterable[Sheet]:
    known, notes = directory(printing.on).for_walls(), notes_of(printing.order.unit and printing.order.unit.pk)
    for one, page, record, forms in read_whole(printing.chosen, printing.on):
        tag = tags[one.identity]
        stamp = stamp_of(printing.moment, tag, printing.editions[one.identity], effective_of(page, record))
        code = code_of(one.short_code, tag)
        note = notes.get(one.identity)
        yield sheet_of(page, record, forms, printing.on, printing.header, code, stamp, printing.counter, known, note)


def _poster(printing: Printing, one: Chosen, page: Any, tag: str) -> Poster:
    """Silent about days that are still to come: the ledger does not judge a poster by them."""
    return Poster(
        header=printing.header,
        code=code_of(one.short_code, tag),
        stamp=stamp_of(printing.moment, tag, printing.editions[one.identity]),
        name=page.official_name or page.title,
        procedure_code=brief(page.code),
        sector=one.sector,
        level=", ".join(level_names(filing_levels(page, printing.on))),
        state="" if page.is_current(printing.on) else state_sentence(state_of(page, printing.on)),
    )


# --- Many procedures a paper ----------------------------------------------------------------------


def compose_board(printing: Printing) -> Composed:
    """One board, grouped by sector."""
    tag, title = free_tags(1)[0], title_of("Thủ tục hành chính", *_place(printing))
    groups = tuple(BoardGroup(sector, tuple(_cells(ones, tag))) for sector, ones in _by_sector(printing.chosen))
    stamp = stamp_of(printing.moment, tag)
    size, columns = printing.order.paper_size, printing.order.paper_columns
    board = Board(printing.header, stamp, title, groups, columns=columns, size=size)  # type: ignore[arg-type]
    return Composed(board_pdf(board), [_new_paper(printing, title, printing.chosen, tag)])


def compose_labels(printing: Printing) -> Composed:
    """One paper of labels, which may take several pages."""
    tag, title = free_tags(1)[0], title_of("Nhãn thủ tục hành chính", *_place(printing))
    labels = Labels(printing.header, stamp_of(printing.moment, tag), tuple(_cells(printing.chosen, tag)))
    return Composed(labels_pdf(labels), [_new_paper(printing, title, printing.chosen, tag)])


def compose_book(printing: Printing) -> Composed:
    """The catalogue as a book, a chapter for each sector."""
    tag, title = free_tags(1)[0], title_of("Danh mục thủ tục hành chính", *_place(printing))
    sheets = zip(printing.chosen, _sheets(printing, dict.fromkeys(printing.editions, tag)), strict=True)
    chapters = groupby(sheets, key=lambda pair: pair[0].sector or NO_SECTOR)
    sectors = tuple(BookSector(sector, tuple(sheet for _, sheet in pairs)) for sector, pairs in chapters)
    book = Book(printing.header, stamp_of(printing.moment, tag), title, sectors)
    return Composed(book_pdf(book), [_new_paper(printing, title, printing.chosen, tag)])


def _by_sector(chosen: Sequence[Chosen]) -> Iterable[tuple[str, Iterable[Chosen]]]:
    return groupby(chosen, key=lambda one: one.sector or NO_SECTOR)


def _cells(chosen: Iterable[Chosen], tag: str) -> Iterable[Cell]:
    return (Cell(code_of(one.short_code, tag), one.name, said(one.code)) for one in chosen)


def _place(printing: Printing) -> tuple[Any, Any, datetime.date]:
    return printing.order.selection, printing.order.unit, printing.on


def _new_paper(
    printing: Printing, title: str, chosen: Sequence[Chosen], tag: str, codes: Sequence[str] = ()
) -> NewPaper:
    """What the ledger says; a paper of one procedure keeps its code instead of the selection that it was a part of."""
    order, kept = printing.order, printing.order.kept
    shape = {name: value for name, value in kept.items() if name in ("columns", "two_sided")}
    return NewPaper(
        kind=order.kind,
        title=title,
        versions={one.identity: printing.editions[one.identity].version for one in chosen},
        size=order.paper_size,
        unit=order.unit,
        counter=printing.counter,
        selection={"codes": list(codes)} | shape if codes else kept,
        head=head_said(order.kind, printing.header),
        tag=tag,
    )


COMPOSERS: Mapping[str, Callable[[Printing], Composed]] = {
    "short": compose_sheets,
    "full": compose_sheets,
    "large": compose_sheets,
    "poster": compose_posters,
    "board": compose_board,
    "labels": compose_labels,
    "book": compose_book,
}

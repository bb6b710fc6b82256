"""Prints an order: chooses, composes, makes the PDF and writes the papers into the ledger, all or nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from agencies.day import local_day
from pages.models import PortalSettings
from posting.ledger.papers import hang, issue_papers, keep_digest
from posting.models import PostedPaper
from posting.place.place import counter_of, header_of
from posting.printing.composing import COMPOSERS, Advance, Composed, Printing
from posting.printing.edition import editions_of
from posting.printing.order import PrintOrder
from posting.rules.kinds import PAPER_KINDS
from posting.rules.refusal import CannotPrintError
from posting.selection.choosing import Chosen, choose, settled

#: How many procedures a kind takes at a time; it is set in one piece, and memory has an end. A real commune has 1,120:
#: its board takes 3 s and 0.4 GB, its book 45 s and 1.4 GB.
MOST: Mapping[str, int] = {"board": 3_000, "labels": 3_000, "book": 1_500}


@dataclass(frozen=True, slots=True)
class Printed:
    """The file, and its papers in the ledger in the order in which they lie in the file."""

    pdf: bytes
    papers: Sequence[PostedPaper]


Store = Callable[[Printed], object]


def print_papers(
    order: PrintOrder,
    moment: datetime,
    printed_by: Any = None,
    advance: Advance = lambda _done, _total: None,
    store: Store = lambda _printed: None,
) -> Printed:
    """Prints for an editor what holds at a moment, which the paper names. Raises CannotPrintError when nothing can be
    printed; then the ledger is as it was.

    The PDF is made before anything is written, so that nobody waits for the database during a long printing. `store`
    puts the file away, in the transaction that writes the papers; when it fails nothing is written either.
    """
    printing = _begun(order, moment, advance)
    try:
        composed = COMPOSERS[order.kind](printing)
        advance(len(printing.chosen), len(printing.chosen))
        return _kept(printing, composed, printed_by, store)
    except ValidationError as error:
        raise CannotPrintError(" ".join(error.messages)) from error


def procedures_of(order: PrintOrder, on: date) -> list[Chosen]:
    """What the order prints. Raises CannotPrintError when that is nothing, or more than one paper can hold."""
    chosen = choose(order.selection, on)
    if len(chosen) > MOST.get(order.kind, len(chosen)):
        raise CannotPrintError(
            f"{PAPER_KINDS[order.kind].label} có nhiều nhất {MOST[order.kind]} thủ tục, cách chọn này có {len(chosen)}."
            " Hãy in thành nhiều lần: theo từng lĩnh vực, từng cơ quan thực hiện, hoặc theo danh sách mã."
        )
    return chosen


def _begun(order: PrintOrder, moment: datetime, advance: Advance) -> Printing:
    """The procedures that are still published when their versions are asked for."""
    on = local_day(moment)
    order = replace(order, selection=settled(order.selection, on))
    chosen = procedures_of(order, on)
    editions = editions_of([one.identity for one in chosen], on)
    published = [one for one in chosen if one.identity in editions]
    if not published:
        raise CannotPrintError("Các thủ tục đã chọn vừa được gỡ khỏi cổng.")
    counter = order.counter or counter_of(order.unit, on)
    header = header_of(order.unit, counter, PortalSettings.of_main_site())
    return Printing(order, published, editions, counter, header, moment, advance)


def _kept(printing: Printing, composed: Composed, printed_by: Any, store: Store) -> Printed:
    with transaction.atomic():
        papers = issue_papers(composed.papers, by=printed_by, printed_at=printing.moment)
        keep_digest(papers, composed.pdf)
        for paper in papers if printing.order.hang else ():
            hang(paper, printing.on, spot=printing.order.spot)
        printed = Printed(composed.pdf, papers)
        store(printed)
    return printed

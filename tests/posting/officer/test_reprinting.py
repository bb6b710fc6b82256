"""A wrong paper printed anew: the same procedures, in the same shape."""

import datetime

import pytest
from django.utils import timezone

from posting.models import PostedPaper
from posting.officer.reprinting import reprints
from posting.place.place import counter_of
from posting.printing.order import PrintOrder
from posting.printing.printing import print_papers
from posting.rules.selection import Selection
from tests.clock import today

pytestmark = pytest.mark.django_db


def printed(kind, selection, unit, **shape) -> PostedPaper:
    """A paper as the ledger holds it."""
    (paper,) = print_papers(PrintOrder(kind, selection, unit=unit, **shape), timezone.now()).papers
    return PostedPaper.objects.get(pk=paper.pk)


def again(paper: PostedPaper) -> PrintOrder:
    """The order for the paper that shall take its place."""
    (meant,) = reprints([paper], today())
    return PrintOrder.from_wanted(meant.kind, meant.wanted, paper.unit)


def test_the_same_paper_is_printed_again_in_the_same_shape(commune, procedures):
    board = again(printed("board", Selection(sector="ho-tich"), commune, size="A2", columns=5, spot="cửa vào"))
    assert (board.kind, board.size, board.columns, board.counter) == ("board", "A2", 5, counter_of(commune, today()))
    assert board.selection == Selection(sector="ho-tich")
    sheet = again(printed("full", Selection(codes=("1.100002",)), commune, two_sided=True))
    assert sheet.selection == Selection(codes=(procedures[1].identity.short_code,))
    assert sheet.two_sided


def test_a_counter_that_is_no_more_is_not_named_again(commune, procedures):
    paper = printed("board", Selection(sector="ho-tich"), commune)
    paper.counter.valid_to = datetime.date(2026, 1, 1)
    paper.counter.save()
    assert again(paper).counter is None

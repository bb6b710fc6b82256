"""What lines of a list say of a later day: what approved sets change of a name, of levels, of the online service, and
whether it has ended by then."""

from collections.abc import Sequence
from datetime import date

from procedures_catalog.any_day.brought import bring_forward
from procedures_catalog.dated.announced import differences_of
from procedures_catalog.dated.slots import SLOTS
from procedures_catalog.facts.dated.difference import ENDS
from procedures_catalog.models import DatedDifference, ProcedurePage

_IN_A_LINE = ("name", "levels", "online_level", ENDS)


def bring_lines_forward(
    pages: Sequence[ProcedurePage], on: date, *, whole: bool = False, parts: Sequence[str] = _IN_A_LINE
) -> None:
    """Lays it on pages in hand, with what `parts` are held in, for reading only; on `whole` pages all that sets change.
    One query, and one for each that ends."""
    by_identity = {page.identity_id: page for page in pages}
    if whole:
        for identity, differences in differences_of(by_identity).items():
            bring_forward(by_identity[identity], differences, on)
        return
    rows = DatedDifference.objects.announced(by_identity).filter(part__in=parts, changes__day__lte=on)
    for row in rows if by_identity else ():
        SLOTS[row.part].lay(by_identity[row.identity_id], row.as_difference())

"""What a hanging paper lacks: procedures that would be chosen for it today and are not on it."""

from datetime import date

from posting.models import PostedPaper
from posting.rules.refusal import CannotPrintError
from posting.rules.selection import Selection
from posting.selection.choosing import Chosen, choose


def missing_from(paper: PostedPaper, on: date) -> tuple[Chosen, ...]:
    """The procedures that the paper's own selection chooses on a day and that it does not show, in the order of paper.

    Nothing is missing when the selection chooses nothing any more, and from what was printed of the changes since a
    day: such papers stand beside others that show the rest.
    """
    shown = set(paper.items.values_list("identity", flat=True))
    try:
        selection = Selection.from_json(paper.selection)
        chosen = choose(selection, on) if selection.changed_since is None else []
    except CannotPrintError:
        return ()
    return tuple(one for one in chosen if one.identity not in shown)

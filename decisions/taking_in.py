"""Takes the lines of an appendix into a decision, and holds a decision's lines against the catalogue."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from agencies.reach import ALL, Agencies, parents_of_all, with_below
from audit.recording import record
from audit.things import thing
from decisions.files.rows import HandedIn
from decisions.held import Catalogue
from decisions.lines.reading import read_appendix
from decisions.matching import Matched, match
from decisions.models import Decision, DecisionLine
from decisions.remarks import kept_counts
from procedures_catalog.models import ProcedurePage
from vietnamese.torn import syllables_of

TAKEN = "decision.lines"
#: Lines of a decision, those that were taken in before included.
MOST_LINES = 2_000


class TooManyLinesError(Exception):
    """More than a decision holds; the message is a Vietnamese sentence."""


class AlreadyThereError(Exception):
    """The same appendix was taken in before; the message is a Vietnamese sentence."""


def take_in(decision: Decision, handed_in: HandedIn) -> int:
    """Adds the lines of an appendix behind those that are there; how many. What is to be said of the appendix stands
    with the decision. Raises `lines.columns.NoHeadings`, TooManyLinesError, AlreadyThereError; nothing is added
    then."""
    names = ProcedurePage.objects.values_list("official_name", flat=True)
    appendix = read_appendix(handed_in.rows, syllables_of(names.iterator()))
    with transaction.atomic():
        place = next_place(decision)
        if place + len(appendix.lines) > MOST_LINES + 1:
            raise TooManyLinesError(f"Một quyết định có nhiều nhất {MOST_LINES} dòng.")
        lines = [DecisionLine.of(line, decision, at) for at, line in enumerate(appendix.lines, place)]
        _refuse_again(decision, lines)
        note_sure(decision, lines)
        DecisionLine.objects.bulk_create(lines)
        decision.remarks = [*decision.remarks, *handed_in.remarks]
        decision.counted = [*decision.counted, *kept_counts(appendix.counted, lines)]
        decision.save()
        record(TAKEN, thing(decision), details={"created": len(lines)})
    return len(lines)


def _refuse_again(decision: Decision, lines: Sequence[DecisionLine]) -> None:
    there = set(decision.lines.values_list("row", "code", "name"))
    if lines and there.issuperset((line.row, line.code, line.name) for line in lines):
        raise AlreadyThereError(
            f"Phụ lục này đã được thêm: {len(lines)} dòng của nó đều đã có trong quyết định. Cần thêm lại thì xóa các "
            "dòng ấy trước."
        )


def note_sure(decision: Decision, lines: Sequence[DecisionLine]) -> None:
    """Notes with lines that nobody has confirmed which procedure code and name say they mean; saves nothing."""
    for line, matched in zip(lines, held_against(decision, lines), strict=True):
        if not line.is_confirmed:
            line.identity_id = matched.held.identity if matched.held and matched.is_sure else None


def held_against(decision: Decision, lines: Sequence[DecisionLine]) -> list[Matched]:
    """What the lines mean in the catalogue of today, and what they ask. Four queries, however many there are."""
    chosen = {at: line.identity_id for at, line in enumerate(lines) if line.is_confirmed}
    return match([line.as_line() for line in lines], Catalogue.of(agencies_for(decision)), chosen)


def agencies_for(decision: Decision) -> Agencies:
    """Whose procedures it may change. One query where it is an agency's."""
    return ALL if decision.agency_id is None else with_below({decision.agency_id}, parents_of_all())


def next_place(decision: Decision) -> int:
    """Where the next line stands."""
    return (decision.lines.aggregate(last=Max("place"))["last"] or 0) + 1

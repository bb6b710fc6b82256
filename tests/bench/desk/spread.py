"""A catalogue spread over many shelves, and people of the department that owns one of them."""

from agencies.models import Agency, Role
from cms.access.giving import give
from cms.models import Editor
from pages.shelves.moving import move_to_owners
from pages.turns import Turns
from procedures_catalog.models import ProcedurePage
from procedures_catalog.shelves.shelves import Shelves

SHELVES = 60
_PORTION = 500


def spread() -> Agency:
    """Every procedure onto one of so many shelves, by turns; the agency of the first."""
    agencies = list(Agency.objects.filter(kind="department").order_by("pk")[:SHELVES])
    agencies += [_department(number) for number in range(len(agencies), SHELVES)]
    pages = list(ProcedurePage.objects.order_by("pk").values_list("pk", flat=True))
    owners = [(page, agencies[place % SHELVES].pk) for place, page in enumerate(pages)]
    turns = Turns()
    for portion in turns.portions(owners, _PORTION):
        with turns.turn():
            move_to_owners(Shelves(), dict(portion))
    return agencies[0]


def person(role: Role, agency: Agency) -> Editor:
    """Somebody who has this one role for the agency."""
    editor = Editor.objects.create_user(f"do-{role.value}", agency=agency)
    give(editor, role, agency)
    return editor


def _department(number: int) -> Agency:
    return Agency.objects.create(name=f"Sở đo thứ {number}", slug=f"so-do-{number}", kind="department")

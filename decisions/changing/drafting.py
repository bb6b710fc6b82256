"""The draft page of a procedure that a line brings: what the line says of it, for somebody to write the rest."""

from datetime import datetime
from typing import Any

from django.db import transaction

from decisions.models import DecisionLine
from procedures_catalog.facts.vocabulary import LEVELS
from procedures_catalog.files.lists.level_words import levels_in
from procedures_catalog.models import ProcedureLevel, ProcedurePage, Sector
from procedures_catalog.shelves.shelves import Shelves
from vietnamese.fold import fold


@transaction.atomic
def draft_page(line: DecisionLine, user: Any, moment: datetime) -> ProcedurePage:
    """Makes the page on the shelf of the decision's agency, never public, under the line's code or one of the portal's
    own (docs/decisions/0049); the line means it from now on."""
    page = ProcedurePage(
        title="",
        official_name=line.name,
        code=line.code,
        sector=_sector(line.sector),
        layer="local",
        live=False,
        owner=user,
    )
    page.derive()
    levels = levels_in(line.level)
    rows = [each for each in LEVELS if each in levels]
    held = [ProcedureLevel(level=each, layer="local", sort_order=at) for at, each in enumerate(rows)]
    setattr(page, "levels", held)  # noqa: B010 - as a form hangs rows on a page
    Shelves().of(line.decision.agency_id).add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    line.identity_id, line.confirmed_by, line.confirmed_at = page.identity_id, user, moment
    line.save()
    return page


def _sector(name: str) -> Sector | None:
    """The sector of that name in whatever case; none where it is not known."""
    wanted = fold(name)
    return next((each for each in Sector.objects.all() if wanted and fold(each.name) == wanted), None)

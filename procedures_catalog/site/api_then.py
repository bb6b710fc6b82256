"""Lines of the interface's list as a former day's versions say them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from procedures_catalog.facts.agencies.filing import filing_of
from procedures_catalog.facts.dated.said_anew import names_of
from procedures_catalog.facts.temporary_code import REASON, is_temporary
from procedures_catalog.facts.vocabulary import NEAREST_FIRST
from procedures_catalog.models import ProcedurePage, PublishedVersion
from procedures_catalog.presenting.answering.answer import Answer
from procedures_catalog.presenting.answers import five_answers, with_hotline
from procedures_catalog.presenting.shown import Shown
from procedures_catalog.versions.reading import versions_on


def said_then(pages: Iterable[ProcedurePage], on: date) -> Mapping[int, tuple[Shown, PublishedVersion]]:
    """Identity → what was shown on a day and the version that says so, for pages of which it was kept. One query."""
    found = versions_on([page.identity_id for page in pages], on)
    shown = {identity: (version.shown(), version) for identity, version in found.items()}
    return {identity: (said, version) for identity, (said, version) in shown.items() if said}


def line_then(shown: Shown, version: PublishedVersion) -> dict[str, Any]:
    """What a line of that day says otherwise than one of today."""
    record, filing = shown.record, filing_of(shown.record, shown.levels, shown.receiving)
    return {
        "code": record.code,
        "no_national_code": REASON if is_temporary(record.code) else "",
        "name": record.name,
        "title": shown.title,
        "sector": record.sector,
        "field": record.sector,
        "levels": list(shown.levels),
        "handed_in_at": [level for level in NEAREST_FIRST if level in filing.levels],
        "online_level": record.online_level,
        "state": _state(shown),
        "updated": version.noted_at.isoformat(),
    }


def answers_then(shown: Shown, hotline: str) -> tuple[Answer, ...]:
    """The five answers of that day."""
    filing = filing_of(shown.record, shown.levels, shown.receiving)
    return with_hotline(five_answers(shown.record, names_of(part for part, _ in shown.local), filing), hotline, filing)


def _state(shown: Shown) -> str:
    """As `present_state.state_of` calls it."""
    if shown.state != "in_force":
        return shown.state
    return "upcoming" if shown.is_upcoming or shown.valid_to else "current"

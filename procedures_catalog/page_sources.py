"""Where the parts of a page come from, gathered from what stands beside its texts, and which answers that leaves in
doubt."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from procedures_catalog.facts.agencies.filing import Filing, filing_of
from procedures_catalog.facts.held import official_record, receiving_of
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.presenting.announcing import announced_in
from procedures_catalog.presenting.sources import Origin, Source, sources_of, unverified_answers


def sources_on(page: Any, record: ProcedureRecord, on: date) -> tuple[Source, ...]:
    """A row for each part that `record`, which holds on the day, says. Of a page that was loaded without
    `public.with_sources`, such as a draft that is looked at, without the day of the list."""
    return sources_of(record, page.said_layer, _origin(page, on), on)


def filing_on(page: Any, record: ProcedureRecord, on: date) -> Filing:
    """Where the procedure is handed in on a day; `record` is what holds on that day."""
    return filing_of(record, page.present_levels(on), receiving_of(page))


def doubts_of(page: Any, record: ProcedureRecord, filing: Filing, on: date) -> frozenset[str]:
    """The keys of the answers of a page that was loaded with its facts; `record` is what holds on the day."""
    return unverified_answers(sources_on(page, record, on), filing.is_stated, record.blanks)


def _origin(page: Any, on: date) -> Origin:
    kept = (getattr(page, "kept_lines", None) or "").splitlines()
    own = page.decision_number if page.layer == "local" else ""
    return Origin(
        layer=page.layer,
        decision=page.local_decision_number or own,
        seen_on=getattr(page, "seen_on", None),
        kept=frozenset(json.loads(line)[0] for line in kept),
        applied=tuple(announced_in(getattr(page, "applied_lines", None))),
        levels=tuple(_own_levels(page, on)),
        receiving=bool(receiving_of(page)),
        official=official_beneath(page),
    )


def official_beneath(page: Any) -> ProcedureRecord | None:
    """What the official text of a page says beneath the province's; None of a page that was brought to a former day,
    of which only what was read is kept."""
    return None if getattr(page, "is_former", False) else official_record(page)


def _own_levels(page: Any, on: date) -> Iterator[tuple[str, str, date | None]]:
    for row in page.levels.all():
        if row.layer == "local" and row.is_in_force(on):
            yield row.level, row.decision, row.valid_from

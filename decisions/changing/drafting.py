"""The draft page of a procedure that a line brings: what the line says of it, for somebody to write the rest."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.blocks import StreamValue

from decisions.changing.brought import Gap, gaps_of, record_of
from decisions.models import DecisionLine
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.streams import channels_to_stream
from procedures_catalog.importing.references import References
from procedures_catalog.models import ProcedureAgency, ProcedureLegalBasis, ProcedureLevel, ProcedurePage
from procedures_catalog.shelves.shelves import Shelves


def lacking(line: DecisionLine) -> list[Gap]:
    """What the draft of a line that brings a procedure will have to say itself. Four queries."""
    return gaps_of(line, has_sector=References([record_of(line)]).sector(line.sector) is not None)


@transaction.atomic
def draft_page(line: DecisionLine, user: Any, moment: datetime) -> ProcedurePage:
    """Makes the page on the shelf of the decision's agency, never public, under the line's code or one of the portal's
    own (docs/decisions/0049); the line means it from now on."""
    record = record_of(line)
    references = References([record])
    page = ProcedurePage(
        title="",
        official_name=record.name,
        code=record.code,
        sector=references.sector(record.sector),
        layer="local",
        live=False,
        owner=user,
    )
    block = page.channels.stream_block
    page.channels = StreamValue(block, channels_to_stream(record.channels), is_lazy=True)
    page.derive()
    _hang(page, record, references)
    Shelves().of(line.decision.agency_id).add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    line.identity_id, line.confirmed_by, line.confirmed_at = page.identity_id, user, moment
    line.save()
    return page


def _hang(page: ProcedurePage, record: ProcedureRecord, references: References) -> None:
    """The rows that hang on a page, as a form hangs them."""
    rows: dict[str, list[Any]] = {
        "levels": [ProcedureLevel(level=each, layer="local", sort_order=at) for at, each in enumerate(record.levels)],
        "agencies": list(_agencies(record, references)),
        "legal_bases": [
            ProcedureLegalBasis(
                title=each.title, number=each.number, document_id=references.document_id(each), sort_order=at
            )
            for at, each in enumerate(record.legal_bases)
        ],
    }
    for name, held in rows.items():
        setattr(page, name, held)


def _agencies(record: ProcedureRecord, references: References) -> Iterator[ProcedureAgency]:
    named = [(role, name) for role in ("executing", "competent") for name in getattr(record, role)]
    for at, (role, name) in enumerate(named):
        yield ProcedureAgency(role=role, name=name, registered_id=references.agency_id(name), sort_order=at)

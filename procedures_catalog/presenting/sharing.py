"""What others show of a procedure when its address is passed on: a description, a card, data for search engines."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from paper.card_contents import Card, CardLine
from procedures_catalog.facts.naming import short_name
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.temporary_code import is_temporary
from procedures_catalog.presenting.answering.answer import LONGEST_ANSWER, Answer
from procedures_catalog.presenting.sources import UNVERIFIED

#: Characters of one answer in a description: the answers whole, since a condition may stand at the end of one.
_LONGEST_PART = LONGEST_ANSWER
#: Characters of the parts of a card, far more than it has room for.
_LONGEST_CARD_NAME, _LONGEST_CARD_ANSWER = 300, 200


def in_short(state: Mapping[str, Any], answers: Sequence[Answer]) -> str:
    """The five answers in a few words, for `description`: "Mang gì: 2 giấy tờ · Nộp ở đâu: …". What is not simply in
    force says so first."""
    said = (f"{answer.question}: {short_name(answer.text, _LONGEST_PART)}{_others(answer)}" for answer in answers)
    return " · ".join(filter(None, (_state(state), *said)))


def card_of(
    name: str, code: str, state: Mapping[str, Any], answers: Sequence[Answer], speaker: str = "", site: str = ""
) -> Card:
    """The card of a procedure; `speaker` is the portal's name, `site` its address as people type it."""
    lines = (
        CardLine(answer.question, short_name(answer.text, _LONGEST_CARD_ANSWER) + _others(answer), answer.known)
        for answer in answers
    )
    said = "" if is_temporary(code) else code
    return Card(speaker, short_name(name, _LONGEST_CARD_NAME), said, tuple(lines), _state(state), site)


def _others(answer: Answer) -> str:
    """ " và 2 kết quả khác, tùy trường hợp": so that no link promises one result where there may be another, nor what
    nobody has verified."""
    others = f" {answer.detail}" if answer.key == "result" and answer.known and answer.detail else ""
    return others if answer.verified else f"{others} ({UNVERIFIED})"


def card_stamp(card: Card) -> str:
    """Sixteen characters that change with what the card says: for its address, so that no network keeps an old one."""
    return hashlib.sha256(repr(card).encode()).hexdigest()[:16]


def government_service(name: str, address: str, short: str, record: ProcedureRecord, sector: str) -> dict[str, Any]:
    """The procedure as a schema.org GovernmentService (https://schema.org/GovernmentService); only what is stated."""
    service = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": name,
        "alternateName": record.name if record.name != name else "",
        "identifier": "" if is_temporary(record.code) else record.code,
        "url": address,
        "description": short,
        "inLanguage": "vi",
        "serviceType": sector,
        "provider": [{"@type": "GovernmentOrganization", "name": agency} for agency in record.executing],
        "audience": [{"@type": "Audience", "audienceType": who} for who in record.applicants],
    }
    return {key: value for key, value in service.items() if value}


def _state(state: Mapping[str, Any]) -> str:
    return "" if state["kind"] == "current" else state["label"]

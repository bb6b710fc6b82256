"""A record as JSON and back: exact for every record, and silent about whatever is not stated.

What is not stated is left out, so a fact that records learn later changes no digest; what a later record knows no more
is passed over when an older one is read. A fact that is called otherwise some day needs a migration of what is kept.
"""

import hashlib

from pydantic import TypeAdapter

from procedures_catalog.facts.record import ProcedureRecord

_RECORD = TypeAdapter(ProcedureRecord)


def record_to_json(record: ProcedureRecord) -> bytes:
    """The record as one JSON object under its own names, in UTF-8."""
    return _RECORD.dump_json(record, exclude_defaults=True)


def record_from_json(text: bytes) -> ProcedureRecord:
    """The record that was written. Raises ValueError for what is no record."""
    return _RECORD.validate_json(text)


def digest_of(text: bytes) -> str:
    """What two texts share only when they are the same: 64 characters."""
    return hashlib.sha256(text).hexdigest()

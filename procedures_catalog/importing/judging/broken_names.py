"""Names whose letters a program lost on the way: they are never shown, so their rows are held back one by one."""

import re
from collections.abc import Iterator

from procedures_catalog.facts.parts.table import PARTS, ROLES
from procedures_catalog.facts.record import ProcedureRecord
from vietnamese.spelling import squeeze

#: U+FFFD stands for what could not be read, and so does a question mark that a letter follows ("C?p gi?y", "?ăng ký"):
#: in all texts of the national list (July 2026) neither occurs once.
_LOST = re.compile(r"\ufffd|\?[^\W\d_]")
_WORD_AROUND = re.compile(r"\S*(?:\ufffd|\?[^\W\d_])\S*")
_LABELS = {part.name: part.label for part in PARTS}
_NAMES = ("applicants", *ROLES)


def broken_names(record: ProcedureRecord) -> Iterator[tuple[str, str]]:
    """Each name in the record that lost letters: the field as people call it, and the words that lost them."""
    for field, name in _names(record):
        if _LOST.search(name):
            yield field, " ".join(_WORD_AROUND.findall(squeeze(name)))


def broken_parts(record: ProcedureRecord) -> Iterator[str]:
    """What people call each part of a record in which something could not be read where it came from."""
    for name, label in _LABELS.items():
        if "\ufffd" in str(getattr(record, name)):
            yield label


def _names(record: ProcedureRecord) -> Iterator[tuple[str, str]]:
    yield "Tên thủ tục", record.name
    yield "Lĩnh vực", record.sector
    yield from ((_LABELS[names], name) for names in _NAMES for name in getattr(record, names))

"""Gives each version its note when it is noted: what a person said of the change, else what follows from it."""

from collections.abc import Iterable, Sequence

from procedures_catalog.comparing.in_a_note import Sentence, as_text, is_weighty, parts_of, propose
from procedures_catalog.models import ChangeNote, PublishedVersion
from procedures_catalog.presenting.note_lines import typed_lines
from procedures_catalog.versions.notes.taken_back import back_and_forth, tell_once
from procedures_catalog.what_changed import WhatChanged, said_of

_AT_ONCE = 200
#: What is said of a version that says the same as the one before, such as one without texts.
_UNKNOWN = "Sửa nội dung"


def write_notes(versions: Iterable[tuple[PublishedVersion, PublishedVersion | None]]) -> None:
    """Writes the notes of versions that have none, each given with the version just before it (None: it is the first).
    One query for 200, three more where something was taken back on its day."""
    pairs = list(versions)
    back = back_and_forth(pairs)
    notes = [_note_of(each, before, back.get(each.identity_id)) for each, before in pairs]
    ChangeNote.objects.bulk_create(notes, batch_size=_AT_ONCE)
    if back:
        tell_once(back, pairs)


def _note_of(version: PublishedVersion, before: PublishedVersion | None, line: Sentence | None) -> ChangeNote:
    sentences = propose(before, version) if line is None else (line,)
    return note_of(version, sentences, said_of(version.identity_id))


def note_of(version: PublishedVersion, sentences: Sequence[Sentence], said: WhatChanged) -> ChangeNote:
    """The note of one version by what follows from it, not saved. What is weighty is told, whoever called it minor."""
    proposed, text = as_text(sentences) or _UNKNOWN, typed_lines(said.text)
    parts = parts_of(sentences)
    is_minor = said.is_minor and not is_weighty(parts)
    return ChangeNote(version=version, text=text or proposed, is_minor=is_minor, proposed=proposed, parts=parts)

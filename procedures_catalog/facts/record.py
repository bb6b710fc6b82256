"""ProcedureRecord: one procedure as facts, the shape that reading, comparing, showing and exporting share.

Texts are NFC, without invisible characters; "" and () mean "not stated". `id` is the permanent address of a part
inside its procedure; it is not part of the facts, so two records that differ only in ids are equal.
"""

import dataclasses
from dataclasses import dataclass
from typing import Any, Literal

from vietnamese.days import Span, span_of

#: Marks what only a province knows of a part: a national record never says it, so it never contradicts it either.
OWN: dict[str, Any] = {"own": True}


@dataclass(frozen=True, slots=True)
class NotedDays:
    """What the note of an amount says of days, on the day that the fee was taken for. `day` is ISO.

    "reduced": a lower rate holds beside it up to and with `day`; "until": the amount itself does no longer; "over": it
    ended with `day`; "later": it begins on `day`; "some": a rate of which it is not plain whether it is this one ends
    with `day`; "lapsed": it did. `amount` in đồng is what the note names: of "until" and "over" for the day after, of
    "reduced" the lower rate; None where it names none.
    """

    kind: Literal["reduced", "until", "over", "later", "some", "lapsed"]
    day: str
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class Fee:
    """One fee. `amount` in đồng; None when only words are given, then `note` is all of them.

    `apart` marks a fee that the national record lists as an entry of its own instead of joining it to the
    previous one with " | ". `wording` keeps the original where amount and note do not say it all. `legal_basis` and the
    dates (ISO; `valid_to` is the first day on which it is no longer due) are the province's own knowledge; a national
    list never has them apart. `shared` is the id of an amount that many procedures share: then the rest says nothing
    but the days and the note of this place, until `fees.shared` puts the amount there. `noted` is read out of the note
    once the channel was taken as of a day.
    """

    amount: int | None
    note: str = ""
    wording: str = ""
    apart: bool = False
    legal_basis: str = dataclasses.field(default="", metadata=OWN)
    valid_from: str | None = dataclasses.field(default=None, metadata=OWN)
    valid_to: str | None = dataclasses.field(default=None, metadata=OWN)
    shared: int | None = dataclasses.field(default=None, metadata=OWN)
    noted: NotedDays | None = dataclasses.field(default=None, compare=False)
    id: str = dataclasses.field(default="", compare=False)

    @property
    def span(self) -> Span:
        """The two days between which it is due."""
        return span_of(self.valid_from, self.valid_to)


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """How long. `number` is kept as written ("3.5", "08"); `unit` is a key of `vocabulary.UNITS` or "" for a sentence.

    With unit "other" and a `text`, the text says it all.
    """

    number: str = ""
    unit: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Channel:
    """One way of handing in: `channel` is a key of `vocabulary.CHANNELS`; the same channel may repeat per case.

    `reduced` is the province's own shorter limit beside the one by law; empty where there is none. `coming` are fees
    of a later day, once the channel was taken as of a day (`fees.dated.channels_on`); before that they are in `fees`.
    """

    channel: str
    time_limit: TimeLimit = TimeLimit()
    fees: tuple[Fee, ...] = ()
    notes: tuple[str, ...] = ()
    reduced: TimeLimit = dataclasses.field(default=TimeLimit(), metadata=OWN)
    coming: tuple[Fee, ...] = dataclasses.field(default=(), compare=False)
    id: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class RequiredDocument:
    """One paper to hand in, with how many originals and copies; 0 and 0 is a heading or a note in
    the list, or a paper whose number nobody published (facts/dossier/remarks.py tells them apart).

    `form` is the database id of the form to download, None without one. `in_database` says that the State has it in a
    database, so that nobody may ask for it (224/2026/NĐ-CP, điều 18 khoản 4).
    """

    name: str
    originals: int = 0
    copies: int = 0
    form: int | None = dataclasses.field(default=None, metadata=OWN)
    in_database: bool = dataclasses.field(default=False, metadata=OWN)
    id: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Case:
    """One case ("trường hợp") and its papers; `name` is None when the procedure has only one, unnamed."""

    name: str | None
    papers: tuple[RequiredDocument, ...] = ()
    id: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `marker` is the list sign before its name in the national text ("*", "-", "a)" or "")."""

    name: str
    text: str = ""
    marker: str = ""
    id: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A document that the procedure rests on; `number` is None where the source gives none."""

    title: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class ProcedureRecord:
    """All the facts of one procedure in one layer.

    `reason_partial` (a key too) says why a service is only partly online, `reason_partial_basis` by which law.
    `blanks` are keys of `facts.complete.blanks.BLANKS`: why parts are blank that are.
    `description` is None when it only repeats `conditions` (a fault of the national export). `levels`, `kind`,
    `online_level` are keys of `procedures_catalog.facts.vocabulary`. `original_wordings` pairs a repaired text with
    what the source really said, for texts out of which invisible or wrong characters were taken.
    """

    code: str
    name: str
    sector: str = ""
    decision_number: str = ""
    levels: tuple[str, ...] = ()
    kind: str = ""
    steps: tuple[Step, ...] = ()
    applicants: tuple[str, ...] = ()
    executing: tuple[str, ...] = ()
    competent: tuple[str, ...] = ()
    authorised: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()
    receiving_address: str = ""
    results: tuple[str, ...] = ()
    conditions: str = ""
    keywords: str = ""
    description: str | None = None
    channels: tuple[Channel, ...] = ()
    cases: tuple[Case, ...] = ()
    legal_bases: tuple[LegalBasis, ...] = ()
    everyday_names: tuple[str, ...] = ()
    online_level: str = ""
    filing_url: str = ""
    reason_partial: str = ""
    reason_partial_basis: str = ""
    blanks: tuple[str, ...] = ()
    source_was_nfc: bool = dataclasses.field(default=True, compare=False)
    original_wordings: tuple[tuple[str, str], ...] = dataclasses.field(default=(), compare=False)

"""A record as a reader meets it: parts, their rows and the rows inside, each one text in Vietnamese."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from procedures_catalog.facts.fees.wording import fee_note, fee_text
from procedures_catalog.facts.parts.table import GROUPS, ORDERED, parts_of
from procedures_catalog.facts.parts.table import Part as Fact
from procedures_catalog.facts.record import Case, Channel, Fee, LegalBasis, ProcedureRecord, RequiredDocument, Step
from procedures_catalog.facts.time_limits import time_text
from procedures_catalog.facts.vocabulary import CHANNELS, NO_CHANNEL
from procedures_catalog.presenting.papers import IN_DATABASE, count_label
from vietnamese.days import Span

Forms = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Item:
    """A row: `label` says what it is, `text` what it says, `items` hold the rows inside it.

    `id` is its permanent address where it has one. Two rows say the same when text and items do.
    """

    label: str
    text: str = ""
    items: tuple["Item", ...] = ()
    id: str = ""

    def said(self) -> str:
        """All that it says, a line for each row inside, white space made single."""
        inner = (f"{item.label}: {item.said()}" if item.label else item.said() for item in self.items)
        return "\n".join(filter(None, (" ".join(self.text.split()), *inner)))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a procedure. `is_ordered` says whether the order of its rows tells a reader anything."""

    key: str
    label: str
    is_ordered: bool
    items: Callable[[ProcedureRecord, Forms], Iterable[Item]]


# --- Rows -----------------------------------------------------------------------------------------


def _line(label: str, text: str | None) -> list[Item]:
    return [Item(label, text)] if text and text.strip() else []


def _lines(label: str, texts: Sequence[str]) -> list[Item]:
    return [Item(label, text) for text in texts if text.strip()]


def _step(step: Step, number: int) -> Item:
    name = step.name.strip("-+*•– ")
    return Item(f"Bước thứ {number}", "\n".join(filter(None, (name, step.text))), id=step.id)


def _channel(channel: Channel) -> Item:
    rows = [
        *_line("Thời hạn", time_text(channel.time_limit)),
        *_line("Thời hạn tỉnh đã cắt giảm", time_text(channel.reduced)),
        *(Item("Phí, lệ phí", _fee(fee), id=fee.id) for fee in (*channel.fees, *channel.coming)),
        *_lines("Ghi chú", channel.notes),
    ]
    return Item(CHANNELS.get(channel.channel, NO_CHANNEL), items=tuple(rows), id=channel.id)


def _fee(fee: Fee) -> str:
    note = fee_note(fee)
    amount = f"{fee_text(fee)} ({note})" if note else fee_text(fee)
    basis = f"Căn cứ: {fee.legal_basis}" if fee.legal_basis else ""
    return "; ".join(filter(None, (amount, basis, period(fee.span))))


def period(span: Span) -> str:
    """ "áp dụng từ 01/03/2027 đến hết 31/12/2027"; "" for what has no days."""
    said = span.in_words()
    return f"áp dụng {said}" if said else ""


def _case(case: Case, forms: Forms) -> Item:
    papers = tuple(Item("Giấy tờ", _paper(paper, forms), id=paper.id) for paper in case.papers)
    return Item((case.name or "").strip(" -:"), items=papers, id=case.id)


def _paper(paper: RequiredDocument, forms: Forms) -> str:
    form = f"mẫu: {forms.get(paper.form, 'tệp không còn trên cổng')}" if paper.form else ""
    known = IN_DATABASE if paper.in_database else ""
    return "; ".join(filter(None, (paper.name.strip(), count_label(paper), form, known)))


def _basis(basis: LegalBasis) -> Item:
    return Item("Văn bản", " – ".join(filter(None, (basis.number, basis.title))))


#: Facts with rows of their own shape; all others are texts, or lists of texts.
_ROWS: Mapping[str, Callable[[ProcedureRecord, Forms], Iterable[Item]]] = {
    "cases": lambda record, forms: [_case(case, forms) for case in record.cases],
    "channels": lambda record, _: [_channel(row) for row in record.channels],
    "steps": lambda record, _: [_step(step, number) for number, step in enumerate(record.steps, 1)],
    "legal_bases": lambda record, _: map(_basis, record.legal_bases),
}


def _rows(facts: Sequence[Fact], record: ProcedureRecord, forms: Forms) -> Iterator[Item]:
    for fact in facts:
        if fact.name in _ROWS:
            yield from _ROWS[fact.name](record, forms)
            continue
        value = getattr(record, fact.name)
        if isinstance(value, tuple):
            yield from _lines(fact.row, [fact.said(each) for each in value])
        else:
            yield from _line(fact.row, fact.said(value))


#: The parts in the order of a procedure's page.
PARTS: tuple[Part, ...] = tuple(
    Part(key, label, key in ORDERED, partial(_rows, parts_of(key))) for key, label in GROUPS.items()
)

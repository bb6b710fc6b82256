"""A record as a reader meets it: parts, their rows and the rows inside, each one text in Vietnamese."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from procedures_catalog.facts.fees import fee_note, fee_text
from procedures_catalog.facts.record import Case, Channel, Fee, LegalBasis, Paper, ProcedureRecord, Step
from procedures_catalog.facts.time_limits import time_text
from procedures_catalog.facts.vocabulary import CHANNELS, KINDS, LEVELS, ONLINE_LEVELS
from procedures_catalog.presenting.parts import count_label
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
    return Item(CHANNELS[channel.channel], items=tuple(rows), id=channel.id)


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


def _paper(paper: Paper, forms: Forms) -> str:
    form = f"mẫu: {forms.get(paper.form, 'tệp không còn trên cổng')}" if paper.form else ""
    return "; ".join(filter(None, (paper.name.strip(), count_label(paper), form)))


def _basis(basis: LegalBasis) -> Item:
    return Item("Văn bản", " – ".join(filter(None, (basis.number, basis.title))))


def _agencies(record: ProcedureRecord, _forms: Forms) -> Iterable[Item]:
    yield from _lines("Cơ quan thực hiện", record.executing)
    yield from _lines("Cơ quan có thẩm quyền", record.competent)
    yield from _lines("Cơ quan được ủy quyền", record.authorised)
    yield from _lines("Cơ quan phối hợp", record.cooperating)


def _online(record: ProcedureRecord, _forms: Forms) -> Iterable[Item]:
    yield from _line("Mức độ", ONLINE_LEVELS.get(record.online_level, ""))
    yield from _line("Địa chỉ nộp", record.filing_url)


#: The parts in the order of a procedure's page; what only the national list knows comes last.
PARTS: tuple[Part, ...] = (
    Part("name", "Tên chính thức", False, lambda r, _: _line("", r.name)),
    Part("code", "Mã thủ tục", False, lambda r, _: _line("", r.code)),
    Part("sector", "Lĩnh vực", False, lambda r, _: _line("", r.sector)),
    Part("levels", "Cấp thực hiện", False, lambda r, _: _lines("", [LEVELS[level] for level in r.levels])),
    Part("kind", "Loại thủ tục", False, lambda r, _: _line("", KINDS.get(r.kind, ""))),
    Part("decision", "Quyết định công bố", False, lambda r, _: _line("", r.decision_number)),
    Part("cases", "Giấy tờ cần mang", True, lambda r, forms: [_case(case, forms) for case in r.cases]),
    Part("channels", "Cách nộp, thời hạn, lệ phí", True, lambda r, _: [_channel(row) for row in r.channels]),
    Part("steps", "Các bước thực hiện", True, lambda r, _: [_step(s, n) for n, s in enumerate(r.steps, 1)]),
    Part("results", "Kết quả nhận được", True, lambda r, _: _lines("", r.results)),
    Part("conditions", "Yêu cầu, điều kiện", True, lambda r, _: _line("", r.conditions)),
    Part("receiving_address", "Nơi nộp", True, lambda r, _: _line("", r.receiving_address)),
    Part("agencies", "Cơ quan giải quyết", False, _agencies),
    Part("applicants", "Đối tượng thực hiện", False, lambda r, _: _lines("", r.applicants)),
    Part("law", "Căn cứ pháp lý", False, lambda r, _: map(_basis, r.legal_bases)),
    Part("online", "Nộp trực tuyến", False, _online),
    Part("everyday_names", "Tên gọi thường ngày", False, lambda r, _: _lines("", r.everyday_names)),
    Part("keywords", "Từ khóa (dữ liệu quốc gia)", False, lambda r, _: _line("", r.keywords)),
    Part("description", "Mô tả (dữ liệu quốc gia)", False, lambda r, _: _line("", r.description)),
)

"""The answers of the catalogue's API, described: what the document at /api/v1/docs tells of each key."""

from typing import Literal

from ninja import Schema
from pydantic import Field


class AnswerLine(Schema):
    """One of the five questions with its answer, word for word as the page says it. `known` is false where the portal
    says that it does not know; `detail`, or "", adds to the answer or says where to ask."""

    key: Literal["papers", "where", "time", "fee", "result"]
    question: str
    text: str
    detail: str
    known: bool
    verified: bool = Field(description="false: chưa xác minh, tỉnh chưa ghi theo văn bản nào")


class Line(Schema):
    """A procedure in a list."""

    id: str
    code: str
    no_national_code: str = Field(
        description="Vì sao chưa có mã quốc gia: khi ấy `code` là mã tạm của cổng (TAM-…); rỗng khi có mã"
    )
    name: str = Field(description="Tên chính thức")
    title: str = Field(description="Tên ngắn như trang, danh sách và tờ in gọi, kèm chỗ khác với thủ tục cùng tên")
    sector: str
    field: str = Field(description="Tên cũ của `sector`, còn giữ cho ai đã dùng")
    levels: list[str] = Field(description="Cấp thực hiện, đúng như bản công bố ghi")
    handed_in_at: list[str] = Field(description="Cấp của nơi nộp hồ sơ, như trang, danh sách, bộ lọc và tờ in nói")
    online_level: str
    state: str
    url: str
    short_url: str
    updated: str | None
    answers: list[AnswerLine] = Field(default=[], description="Trong danh sách: chỉ khi hỏi `answers=true`")


class Lines(Schema):
    """A page of a list; `count` is how many there are in all, `listed_by` a sentence about a list of another day."""

    as_of: str = Field(description="Ngày mà danh sách nói về, theo ISO 8601: hôm nay, hoặc ngày hỏi ở `ngay`")
    listed_by: str
    count: int
    offset: int
    limit: int
    items: list[Line]


class Problem(Schema):
    """Why there is no answer, in Vietnamese."""

    detail: str


class Step(Schema):
    """One step; `anchor` is its permanent address on the page, `long` says that it fills more than some lines."""

    anchor: str
    number: int
    name: str
    paragraphs: list[str]
    long: bool


class Time(Schema):
    """How long, in words, the province's shorter limit first where there is one."""

    text: str


class Fee(Schema):
    """A fee that is due, or announced for a later day; `basis` is the document that sets it, "" if unknown.

    `is_certain` says that `text` is an amount or that nothing is due; otherwise it tells in words who sets the fee, or
    what the note says where the source's number cannot be right.
    """

    text: str
    note: str
    basis: str
    is_coming: bool
    is_certain: bool


class Channel(Schema):
    """One way of handing in: `key` is a closed word, `label` what people read."""

    anchor: str
    key: Literal["direct", "postal", "online"]
    label: str
    time: Time
    fees: list[Fee]
    notes: list[str]


class FormFile(Schema):
    """A form to be filled in."""

    title: str
    url: str


class NamedForm(Schema):
    """A form of the library that the paper names: `told` is its number in words, `url` its page, `file` the file of the
    version that counts, "" where the form is had at the counter. `instead` and `instead_url` name the form that
    replaced it, "" where none did. `is_own` says that the number alone tells the form.
    """

    number: str
    name: str
    told: str
    url: str
    file: str
    instead: str
    instead_url: str
    is_own: bool


class RequiredDocument(Schema):
    """One paper to bring; a heading or a remark among them (`is_note`) asks for none.

    `is_conditional` ones only some bring; `how` is what is done with it ("office": the office writes it), "" where
    nothing says it. One that is `in_database` nobody may ask for.
    """

    anchor: str
    name: str
    originals: int
    copies: int
    count_label: str
    form: FormFile | None
    named_forms: list[NamedForm]
    is_note: bool
    is_conditional: bool
    how: Literal["", "submit", "show", "office"]
    how_label: str
    in_database: bool


class Case(Schema):
    """A section of the dossier, one of its cases, or notes on it, in reading order; papers of sections add up, of cases
    one applies. `name` is "" where there is only one; `short_name` is what tells it apart.
    """

    anchor: str
    name: str
    short_name: str
    kind: Literal["section", "case", "note"]
    papers: list[RequiredDocument]
    count_label: str


class LegalBasis(Schema):
    """A document that the procedure rests on; `number` is null where the source gives none."""

    number: str | None
    title: str


class ComingText(Schema):
    """A part (a key of this answer; `ends`: the procedure itself) that will say something else on a later day: from
    when, what, by which document."""

    part: str
    label: str
    source: str
    text: str
    days: str
    day: str = Field(description="Ngày bắt đầu, YYYY-MM-DD")
    successors: list[str] = Field(description="Mã các thủ tục thay thế mà ai cũng xem được, khi phần này là `ends`")


class EarlierRule(Schema):
    """That dossiers handed in before a day keep the earlier rule for some parts: its last day, and the page of then."""

    label: str
    text: str
    last_day: str
    url: str


class FilingOnline(Schema):
    """What the page's button opens: the procedure itself, or with `code` a portal where that is to be looked for; as
    the address stood when it was last looked at, so that it may differ from `filing_url`. `reason` says why only a part
    can be done online.
    """

    label: str
    url: str
    code: str
    reason: str


class SourceLine(Schema):
    """Where one part of the answer comes from: its key, whose text it is, the document or list, since when (of the
    national list: its day), and all of it in a line. `verified` is false where nobody wrote down a document.
    """

    part: str
    label: str
    layer: Literal["central", "province", "portal"]
    act: str
    day: str | None
    verified: bool
    text: str


class ChangeNoteLine(Schema):
    """What changed with a version, as the page's history says it."""

    version: int = Field(description="Bản số")
    day: str = Field(description="Ngày cổng ghi nhận")
    text: str = Field(description="Thay đổi gì, mỗi dòng một câu")
    minor: bool = Field(description="true: sửa nhỏ, không báo")
    corrected: str | None = Field(description="Ngày ghi chú được sửa lần cuối; null: chưa sửa")


class Successor(Schema):
    """A procedure that took the place of this one."""

    code: str
    title: str
    url: str


class Whole(Line):
    """A procedure with every part. "" and [] mean "not stated"; `kind`, `online_level` and `reason_partial` are closed
    words, or "". `results` names first what one gets, last what refuses it or calls for corrections. `state_text` says
    in a sentence how it stands, `former_codes` are the codes it had before.
    """

    as_of: str = Field(description="Ngày mà câu trả lời nói về, theo ISO 8601: hôm nay, hoặc ngày hỏi ở `ngay`")
    decision_number: str
    local_decision_number: str = Field(description="Quyết định công bố của tỉnh; khi có, đứng trước decision_number")
    kind: str
    applicants: list[str]
    executing: list[str]
    competent: list[str]
    authorised: list[str]
    cooperating: list[str]
    receiving_address: str
    results: list[str]
    conditions: str
    everyday_names: list[str]
    filing_url: str
    filing_online: FilingOnline | None
    reason_partial: str
    reason_partial_basis: str
    blanks: list[str] = Field(
        description="Phần để trống có lý do: <phần>.none là không có, <phần>.later là chưa công bố"
    )
    tier: Literal["list", "full"] = Field(
        description="list: danh mục, còn phần luật yêu cầu mà chưa có nội dung; full: đầy đủ"
    )
    lacking: list[str] = Field(description="Tên các phần ấy")
    sources: list[SourceLine] = Field(description="Nguồn của từng phần")
    steps: list[Step]
    channels: list[Channel]
    cases: list[Case]
    legal_bases: list[LegalBasis]
    state_text: str
    coming: list[ComingText]
    earlier: list[EarlierRule]
    successors: list[Successor] = Field(description="Các thủ tục thay thế, theo thứ tự của quyết định")
    former_codes: list[str]
    change_notes: list[ChangeNoteLine] = Field(description="Các thay đổi đã công bố, mới nhất trước")

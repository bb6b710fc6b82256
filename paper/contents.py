"""What is printed, as plain shapes: every text is ready for a reader, and nothing here knows where it came from.

"" and () mean "not stated": a sheet then prints "Chưa công bố – hỏi tại nơi nộp" where people would miss it, and
leaves the line out elsewhere. Texts may hold any character; `paper.make` takes out those that cannot be printed.
Dates and times are texts too, as they shall be read ("ngày 01/07/2026").
"""

from dataclasses import dataclass
from typing import Literal

SheetKind = Literal["short", "full", "large"]
PosterSize = Literal["A5", "A4", "A3"]
BoardSize = Literal["A3", "A2", "A1", "A0"]


@dataclass(frozen=True, slots=True)
class Header:
    """Who speaks: the province ("Tỉnh Sông Diều"), its office where the paper hangs or was handed out, how to reach it.

    `office` is the commune's or the agency's name; `hours` are lines ("Thứ Hai – Thứ Sáu: 7:30 – 17:00"), `note` what
    else people must know before they go ("Sáng thứ Bảy chỉ nhận hồ sơ hộ tịch"); `site` is the portal's address as
    people type it, without "https://".
    """

    province: str
    office: str = ""
    address: str = ""
    phone: str = ""
    hours: tuple[str, ...] = ()
    hotline: str = ""
    site: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: `address` is the whole URL in it, `label` the seven characters shown beneath for those who type."""

    address: str
    label: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """The foot of every page: which edition this is.

    `version` "Bản 3", `effective` "Áp dụng từ 01/07/2026", or the day of the decision, `printed_at` "In lúc 09:30 ngày
    22/11/2026", `paper` the
    number in the posting ledger ("Tờ số K7M2Q4R"). Empty ones are left out.
    """

    printed_at: str
    version: str = ""
    effective: str = ""
    paper: str = ""


# --- One procedure on a sheet ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the five questions with its answer; `local` marks what the province itself published, `verified` is False
    where nobody has said by what act."""

    question: str
    text: str = ""
    detail: str = ""
    local: bool = False
    verified: bool = True


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper to bring: `count` "nộp 1 bản chính, 2 bản sao"; a note or a heading of the list has no box to tick.

    `form` is the title of the form that belongs to it, or its number and where to have it. Those that only some bring
    (`is_conditional`) stand last in their case; one that nobody may ask for (`is_given`) has no box either.
    """

    name: str
    count: str = ""
    form: str = ""
    is_note: bool = False
    is_conditional: bool = False
    is_given: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One case or section of a dossier and its papers; the only one of a procedure often has no name."""

    papers: tuple[PaperLine, ...]
    name: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One fee ("50.000 đồng") and what is said about it."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """One way of handing in ("Trực tiếp") with its time limit, fees and notes."""

    label: str
    time: str = ""
    fees: tuple[FeeLine, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a short name or none, and its paragraphs. Steps are numbered as they stand."""

    name: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """The agencies in one role: `label` "Cơ quan thực hiện"."""

    label: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LocalNote:
    """What the province says of one part ("Thời hạn"), and the decision it rests on."""

    label: str
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class FactLine:
    """One thing that a procedure tells of itself: "Mã thủ tục", "1.001193"."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class LawLine:
    """A document that the procedure rests on: number, title, present status ("Còn hiệu lực")."""

    title: str
    number: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything a procedure's page says. The kind of sheet decides how much of it is printed.

    `results` is what one gets, `refusals` what one may get instead.

    `coming` is what will say something else from a later day on, every sheet prints it: part, text, and from when.

    `sources` says part by part where it comes from; `unverified` in a sentence what of it nobody has verified, every
    sheet prints it beside the answers.

    `commune_note` is what the commune that the sheet is for notes itself; every sheet prints it.

    Short and large sheets print names, code, level, state, answers, cases, channels, results and receiving_place; books
    the same without cases and channels; a full sheet prints all. `name` is the short display name, `official_name` the
    whole one (printed beneath where it differs); `procedure_code` is as people read it ("Mã 1.001193", or that there is
    none yet); `state` a sentence when the procedure is not simply in force ("Đã bãi bỏ từ …").
    """

    header: Header
    code: Code
    stamp: Stamp
    name: str
    procedure_code: str
    official_name: str = ""
    level: str = ""
    state: str = ""
    answers: tuple[Answer, ...] = ()
    cases: tuple[Case, ...] = ()
    channels: tuple[ChannelRow, ...] = ()
    steps: tuple[Step, ...] = ()
    results: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    applicants: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    receiving_place: tuple[str, ...] = ()
    agencies: tuple[AgencyLine, ...] = ()
    local_notes: tuple[LocalNote, ...] = ()
    coming: tuple[LocalNote, ...] = ()
    commune_note: LocalNote | None = None
    legal_bases: tuple[LawLine, ...] = ()
    identity: tuple[FactLine, ...] = ()
    sources: tuple[FactLine, ...] = ()
    unverified: str = ""


# --- Papers that hang -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Poster:
    """One procedure for a wall: a big name, a big code."""

    header: Header
    code: Code
    stamp: Stamp
    name: str
    procedure_code: str
    sector: str = ""
    level: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One procedure on a board or a label."""

    code: Code
    name: str
    procedure_code: str


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """A sector and its procedures, in the order in which they shall stand."""

    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A board of an office: `columns` is 2 to 6; it takes as many pages of `size` as it needs."""

    header: Header
    stamp: Stamp
    title: str
    groups: tuple[BoardGroup, ...]
    columns: int = 4
    size: BoardSize = "A1"
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """Small labels to cut out and stick on counters, folders and forms."""

    header: Header
    stamp: Stamp
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class BookSector:
    """A chapter of a book: a sector and its procedures, in the order in which they shall stand."""

    title: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """The catalogue of an agency: contents, a chapter for each field, an index of names in the alphabet's order."""

    header: Header
    stamp: Stamp
    title: str
    sectors: tuple[BookSector, ...]

"""Where each part of a procedure comes from: whose text it is, by which act, since when, and whether anybody has said.

A part of the state's list is the state's, as the list was last seen. Of what the province says itself the act is known
that somebody wrote down beside it; a text without one is told and marked "chưa xác minh", and no paper prints it as a
fact.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from procedures_catalog.facts.complete.blanks import NONE
from procedures_catalog.facts.dated.difference import Difference, in_order
from procedures_catalog.facts.dated.said_anew import FACTS, Fact, set_by
from procedures_catalog.facts.overlay import blocks_in_force, span_of_block
from procedures_catalog.facts.parts.table import BY_NAME, GROUPS, PARTS, UNSHOWN, Part
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.vocabulary import AGENCY_ROLES
from procedures_catalog.presenting.layer_notes import document_named
from vietnamese.days import written

Raw = Mapping[str, Any]
Layer = Literal["central", "province", "portal"]
#: Who says it. A commune's own note stands beside the parts, under the commune's name and its day.
LAYERS: Mapping[Layer, str] = {"central": "Trung ương", "province": "Tỉnh", "portal": "Cổng"}
UNVERIFIED = "chưa xác minh"
NO_ACT = f"{UNVERIFIED}: chưa ghi theo văn bản nào"
NATIONAL_LIST = "Cơ sở dữ liệu quốc gia về thủ tục hành chính"
#: The day of a list is that of the import that named the code last: how old its file was, nobody says.
_RECEIVED = "cổng nhận ngày"
_KEPT = f"{NATIONAL_LIST}, bản trước đây mà tỉnh giữ lại"
#: What the portal writes down to help, and no act lays down → what is said of it.
_OF_THE_PORTAL: Mapping[str, str] = {
    "everyday_names": "ghi để dễ tìm, không phải nội dung pháp lý",
    "filing_url": "ghi địa chỉ để tiện nộp, không phải nội dung pháp lý",
}
#: Of the facts that the portal adds, what a province's list gives with its decision.
_LISTED = frozenset({"online_level"})
#: An agency that receives is no fact of the record; the page names it beside the others.
RECEIVING = "receiving"
TIME, FEE = "channels.time", "channels.fee"


@dataclass(frozen=True, slots=True)
class Source:
    """Where one part comes from. `part` is a fact of the record, RECEIVING, or one of the facts of a part
    ("channels.fee") that do not all come from one place; `label` what people call it, `act` the document or list (""
    for none), `day` since when it holds so or when the portal took the list in, None where nobody says it."""

    part: str
    label: str
    layer: Layer
    act: str = ""
    day: date | None = None
    verified: bool = True

    @property
    def text(self) -> str:
        """In a line: "Tỉnh – Nghị quyết 7/2026/NQ-HĐND, từ ngày 01/01/2027"."""
        if not self.verified:
            return f"{LAYERS[self.layer]} – {NO_ACT}"
        when = _RECEIVED if self.act.startswith(NATIONAL_LIST) else "từ ngày"
        day = f"{when} {written(self.day)}" if self.day else ""
        return f"{LAYERS[self.layer]} – {', '.join(filter(None, (self.act, day)))}"


@dataclass(frozen=True, slots=True)
class Origin:
    """What is kept beside the texts of a procedure of where they come from.

    `layer` is whose the official text is (a key of the page's LAYERS); `decision` the province's own about it;
    `seen_on` the day of the national list that named it last; `kept` the facts that stayed as they were although that
    list says something else; `applied` what approved sets changed where no layer holds it; `levels` the province's own
    rows in force as level, decision and first day; `receiving` whether agencies are named that receive; `official` what
    the official text says beneath the layer, None where nobody knows it, as of a former day.
    """

    layer: str
    decision: str = ""
    seen_on: date | None = None
    kept: frozenset[str] = frozenset()
    applied: tuple[Difference, ...] = ()
    levels: tuple[tuple[str, str, date | None], ...] = field(default=())
    receiving: bool = False
    official: ProcedureRecord | None = None


def sources_of(record: ProcedureRecord, overlay: Iterable[Raw], origin: Origin, on: date) -> tuple[Source, ...]:
    """A row for each part that `record`, which holds on the day, says to readers, in the order of its groups; for the
    levels one for each layer that states some, for the ways of handing in one for each of their facts where these come
    from several places."""
    layer = list(overlay)
    told = (part for group in GROUPS if group not in UNSHOWN for part in PARTS if part.key == group)
    rows = [source for part in told if getattr(record, part.name) for source in _of(part, record, layer, origin, on)]
    return (*rows, *_receiving(origin))


def _of(part: Part, record: ProcedureRecord, layer: Sequence[Raw], origin: Origin, on: date) -> Iterator[Source]:
    block = next((block for block in blocks_in_force(layer, on) if block["type"] == part.name), None)
    if block and part.name in FACTS and origin.official:
        yield from _of_facts(part, record, set_by(part.name, origin.official, layer, on), origin)
    elif block:
        yield _of_block(part, block, record)
    elif part.name == "levels" and origin.levels:
        yield from _of_levels(part, record, origin)
    elif part.name in _OF_THE_PORTAL:
        yield Source(part.name, _called(part), "portal", _OF_THE_PORTAL[part.name])
    elif applied := _applied(part, record, origin, on):
        yield _of_province(part, applied.decision, applied.day)
    elif part.is_own:
        yield _of_province(part, _act_of_own(part, record, origin))
    else:
        yield _official(part, origin)


def _called(part: Part) -> str:
    return part.over or part.label


def _of_block(part: Part, block: Raw, record: ProcedureRecord) -> Source:
    act = block["value"].get("decision") or (_of_fees(record) if part.name == "channels" else "")
    return _of_province(part, act, span_of_block(block).begins)


def _of_facts(part: Part, record: ProcedureRecord, by: Mapping[Fact, Raw | None], origin: Origin) -> Iterator[Source]:
    """A row for each fact that is told, one for all of them where they come from one place."""
    said = getattr(record, part.name)
    told = [fact for fact in by if any(rows for _, rows in fact.rows(said))]
    rows = [_of_fact(part, fact, by[fact], record, origin) for fact in told]
    places = {replace(row, part=part.name, label=_called(part)) for row in rows}
    yield from places if len(places) == 1 else rows


def _of_fact(part: Part, fact: Fact, block: Raw | None, record: ProcedureRecord, origin: Origin) -> Source:
    if block is None:
        return replace(_official(part, origin), part=fact.name, label=fact.label)
    act = block["value"].get("decision") or (_of_fees(record) if fact.name == FEE else "")
    return replace(_of_province(part, act, span_of_block(block).begins), part=fact.name, label=fact.label)


def _of_fees(record: ProcedureRecord) -> str:
    """What the amounts rest on, where every one of them names it."""
    bases = [fee.legal_basis for channel in record.channels for fee in (*channel.fees, *channel.coming)]
    return "; ".join(dict.fromkeys(bases)) if bases and all(bases) else ""


def _of_levels(part: Part, record: ProcedureRecord, origin: Origin) -> Iterator[Source]:
    own = {level for level, _, _ in origin.levels}
    if origin.layer == "national" and set(record.levels) - own:
        yield _official(part, origin)
    for decision, day in dict.fromkeys((decision, day) for _, decision, day in origin.levels):
        yield _of_province(part, decision or origin.decision, day)


def _official(part: Part, origin: Origin) -> Source:
    if origin.layer != "national":
        return _of_province(part, origin.decision)
    if part.name in origin.kept:
        return Source(part.name, _called(part), "central", _KEPT)
    return Source(part.name, _called(part), "central", NATIONAL_LIST, origin.seen_on)


def _of_province(part: Part, act: str, day: date | None = None) -> Source:
    named = document_named(act) if act else ""
    return Source(part.name, _called(part), "province", named, day, bool(act))


def _act_of_own(part: Part, record: ProcedureRecord, origin: Origin) -> str:
    if part.name.startswith("reason_partial"):
        return record.reason_partial_basis
    return origin.decision if part.name in _LISTED else ""


def _applied(part: Part, record: ProcedureRecord, origin: Origin, on: date) -> Difference | None:
    """The latest set that brought what it says now; what somebody wrote since is his."""
    said = getattr(record, part.name)
    found = [each for each in in_order(origin.applied) if each.part == part.name and each.day <= on]
    return found[-1] if found and found[-1].value == said else None


def _receiving(origin: Origin) -> Iterator[Source]:
    if origin.receiving:
        act = document_named(origin.decision) if origin.decision else ""
        yield Source(RECEIVING, AGENCY_ROLES[RECEIVING], "province", act, verified=bool(act))


# --- As page, paper and interface use them --------------------------------------------------------

#: Section of the page → the groups whose facts it tells; the last one has all others.
_SECTIONS: Mapping[str, Collection[str]] = {
    "giay-to": {"cases"},
    "cach-nop": {"channels"},
    "cac-buoc": {"steps"},
    "ket-qua": {"results"},
    "dieu-kien": {"conditions", "applicants"},
    "noi-nop": {"receiving_address", "agencies"},
    "can-cu": {"law"},
}
_LAST = "ten-va-ma"
#: Answer → the facts that may tell it.
_TELLING: Mapping[str, Collection[str]] = {
    "papers": ("cases",),
    "time": ("channels", TIME),
    "fee": ("channels", FEE),
    "result": ("results",),
}


@dataclass(frozen=True, slots=True)
class Section:
    """The sources of one section of the page, and what of it is unverified."""

    rows: tuple[Source, ...]
    unverified: tuple[str, ...]


def by_section(sources: Iterable[Source]) -> Mapping[str, Section]:
    """Section's anchor, "_" for "-" as templates name it → its sources; every section has one."""
    found: dict[str, list[Source]] = {name: [] for name in (*_SECTIONS, _LAST)}
    for source in sources:
        found[_section_of(source.part)].append(source)
    return {name.replace("-", "_"): Section(tuple(rows), unverified_labels(rows)) for name, rows in found.items()}


def _section_of(part: str) -> str:
    group = "agencies" if part == RECEIVING else BY_NAME[part.partition(".")[0]].key
    return next((name for name, groups in _SECTIONS.items() if group in groups), _LAST)


def unverified_labels(sources: Iterable[Source]) -> tuple[str, ...]:
    """What people call the parts of which nobody has said by what."""
    return tuple(dict.fromkeys(source.label for source in sources if not source.verified))


def unverified_answers(sources: Iterable[Source], stated_place: bool, blanks: Collection[str] = ()) -> frozenset[str]:
    """The keys of the answers that rest on such a part; `stated_place` says whether an address tells where, not the
    agencies, `blanks` are those of the record: that there is no fee is said by who said why the part is blank."""
    parts = {source.part for source in sources if not source.verified}
    where = ("receiving_address",) if stated_place else ("executing", "competent", RECEIVING)
    none = {part for part in _TELLING if f"{part}.{NONE}" in blanks and "blanks" in parts}
    return frozenset(key for key, names in {**_TELLING, "where": where}.items() if parts & set(names)) | none

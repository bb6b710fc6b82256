"""Of whom a procedure is, by its record alone, and whether an import may publish it on a province's portal.

A procedure that a provincial committee decided holds in that province and nowhere else, though the national list has it
for all. Who decided it is said by the number of the publishing decision; agencies do not say it, for procedures of a
ministry often name the agencies of whichever province typed them in.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from agencies.reform.names import province_key
from procedures_catalog.facts.codes import parse_code
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.scope.issuer import issuer_of
from procedures_catalog.facts.scope.provinces import provinces_in, provinces_of_agencies
from vietnamese.fold import fold, words

#: Why an import does not publish a row → what people read, inside a sentence.
REASONS: Mapping[str, str] = {
    "internal": "thủ tục nội bộ giữa các cơ quan nhà nước, không bao giờ công bố",
    "foreign": "do tỉnh, thành phố khác quyết định",
    "unclear": "do cấp tỉnh quyết định mà không rõ có phải của tỉnh mình",
    "empty": "không nêu bước thực hiện và giấy tờ nào",
}
#: Those for which it matters which province the portal is of.
PROVINCIAL = ("foreign", "unclear")
NEVER_PUBLIC = (
    "Thủ tục nội bộ giữa các cơ quan nhà nước (mã 5.…, 6.…, hoặc loại “Thủ tục nội bộ”) chỉ lưu ở bàn biên tập, "
    "không công bố được."
)
#: National codes of procedures between agencies, as an expression that the database understands too: however the base
#: of a code is written, with letters before it, with other signs or none between its seven digits.
INTERNAL_CODES = r"^[56]\.[0-9]|^[^0-9]*0*[56]([^0-9A-Za-z]*[0-9]){6}([^0-9]|$)"
_INTERNAL_CODE = re.compile(INTERNAL_CODES)
#: Agencies of the central state, and courts.
_CENTRAL = re.compile(r"^(?:bo|tong cuc|cuc|vu|toa an|ngan hang nha nuoc|thu tuong|chu tich nuoc)\b|chi cuc .* khu vuc")
#: A central decision may be of some provinces alone, and says so in its name.
_COUNCILS_OF = re.compile(r"(?:hoi dong|uy ban) nhan dan (?:cac )?(?:tinh|thanh pho)\b")
#: A record with fewer words than this in its steps says "test", "1", or nothing.
FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Scope:
    """Of whom a procedure is: `kind` is "national", "province" (of `provinces`, most often one), "some_province" (none
    is named), "internal" or "empty"."""

    kind: str
    provinces: tuple[str, ...] = ()


def is_internal(code: str, kind: str = "") -> bool:
    """Whether it is a procedure between agencies: the national codes that begin with 5 or 6, or what a person says."""
    return kind == "internal" or bool(_INTERNAL_CODE.search(parse_code(code).base))


def scope_of(record: ProcedureRecord, ours: Collection[str] = ()) -> Scope:
    """Of whom the record is; `ours` are names of the portal's own province, which may be no real one."""
    if is_internal(record.code, record.kind):
        return Scope("internal")
    if _is_provincial(record, ours):
        named = tuple(sorted(_named(record, ours)))
        return Scope("province", named) if named else Scope("some_province")
    return Scope("empty") if _is_empty(record) else Scope("national")


def scope_in(layer: str, record: ProcedureRecord, ours: Collection[str]) -> Scope:
    """Of whom a row of a layer is: the province's own list is ours, and against its rows stands only that one is
    internal."""
    if layer == "national":
        return scope_of(record, ours)
    return Scope("internal" if is_internal(record.code, record.kind) else "national")


def reason_against(scope: Scope, ours: Collection[str]) -> str:
    """Why an import does not publish it where `ours` are all names of the portal's province, today's and those of the
    provinces that became it: a key of REASONS; "" where nothing stands against it. Without names nothing provincial is
    ours."""
    if scope.kind == "province":
        named, own = set(map(province_key, scope.provinces)), set(map(province_key, ours))
        return ("" if named <= own else "unclear") if named & own else "foreign"
    return {"some_province": "unclear", "internal": "internal", "empty": "empty"}.get(scope.kind, "")


# --- Whose decision -------------------------------------------------------------------------------


def _is_provincial(record: ProcedureRecord, ours: Collection[str]) -> bool:
    issuer = issuer_of(record.decision_number)
    if issuer == "centre":
        return bool(_whose_councils(record, ours))
    if issuer == "province":
        return True
    agencies = _agencies(record)
    return not any(_CENTRAL.search(fold(name)) for name in agencies) and bool(_named_up_front(record, ours))


def _agencies(record: ProcedureRecord) -> tuple[str, ...]:
    return (*record.executing, *record.competent)


def _named(record: ProcedureRecord, ours: Collection[str]) -> frozenset[str]:
    """The provinces that it names, where it says them most surely: a province's law is cited by others, too."""
    return (
        _named_up_front(record, ours)
        or provinces_in((basis.title for basis in record.legal_bases), ours)
        or provinces_in(_texts(record), ours)
    )


def _named_up_front(record: ProcedureRecord, ours: Collection[str]) -> frozenset[str]:
    if councils := _whose_councils(record, ours):
        return councils
    texts = (record.name, record.receiving_address, record.decision_number)
    return provinces_of_agencies(_agencies(record), ours) | provinces_in(texts, ours)


def _whose_councils(record: ProcedureRecord, ours: Collection[str]) -> frozenset[str]:
    """The provinces whose committees or councils the name says to decide: "HĐND các tỉnh: Thanh Hóa, Nghệ An"."""
    is_said = _COUNCILS_OF.search(fold(record.name)) and provinces_in([record.name], ours)
    return provinces_of_agencies([record.name], ours) if is_said else frozenset()


def _texts(record: ProcedureRecord) -> Iterator[str]:
    yield from (f"{step.name} {step.text}" for step in record.steps)
    yield from (paper.name for case in record.cases for paper in case.papers)
    yield from (record.conditions, *record.results)
    for channel in record.channels:
        yield from (*channel.notes, *(fee.note for fee in channel.fees))


# --- What says nothing ----------------------------------------------------------------------------


def _is_empty(record: ProcedureRecord) -> bool:
    has_papers = any(words(paper.name) for case in record.cases for paper in case.papers)
    return not has_papers and sum(len(words(f"{step.name} {step.text}")) for step in record.steps) < FEWEST_WORDS

"""What a procedure says to the public, part by part, as digests: two versions that print the same have the same faces.

Digests are taken of what is shown, not of how it is kept: ids of parts, runs of white space, invisible characters, ways
to compose letters, the letter case of names and how the portal shortens an official name make no difference; any other
letter does.
"""

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any

from procedures_catalog.facts.agencies.filing import Filing, filing_of
from procedures_catalog.facts.complete.rules import BY_KEY
from procedures_catalog.facts.parts.table import parts_of
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.titles.display_name import said_name
from procedures_catalog.facts.vocabulary import LEVELS, ONLINE_LEVELS, level_names
from procedures_catalog.presenting.answering.answer import Answer
from procedures_catalog.presenting.answering.outcomes import outcomes
from procedures_catalog.presenting.answers import five_answers
from procedures_catalog.presenting.papers import case_items
from procedures_catalog.presenting.parts import channel_items, step_items
from procedures_catalog.presenting.shown import STATES, Shown
from vietnamese.spelling import squeeze

#: Every part that is watched, and what people call it.
PART_LABELS: Mapping[str, str] = {
    "name": "Tên thủ tục",
    "official_name": "Tên chính thức",
    "code": "Mã thủ tục",
    "state": "Tình trạng",
    "level": "Cấp nộp hồ sơ",
    "sector": "Lĩnh vực",
    "validity": "Ngày áp dụng",
    "papers": "Giấy tờ cần mang",
    "where": "Nơi nộp",
    "time": "Thời hạn",
    "fee": "Phí, lệ phí",
    "result": "Kết quả",
    "notes": "Ghi chú về cách nộp",
    "steps": "Các bước thực hiện",
    "conditions": "Yêu cầu, điều kiện",
    "applicants": "Đối tượng thực hiện",
    "carried_out": "Cấp thực hiện",
    "agencies": "Cơ quan giải quyết",
    "law": "Căn cứ pháp lý",
    "online": "Nộp trực tuyến",
    "decision": "Quyết định công bố",
    "ended_by": "Quyết định bãi bỏ, thay thế",
    "everyday_names": "Tên gọi thường ngày",
    "local": "Quyết định riêng của tỉnh",
}
_NAME = ("name", "official_name", "code", "state", "level", "sector")
_SHORT = (*_NAME, "validity", "papers", "where", "time", "fee", "result", "notes")
#: Face → the parts that a paper shows which prints no more than that.
FACE_PARTS: Mapping[str, tuple[str, ...]] = {"name": _NAME, "short": _SHORT, "full": tuple(PART_LABELS)}


# --- Digests --------------------------------------------------------------------------------------


def part_digests(shown: Shown) -> dict[str, str]:
    """Part → digest of what it says, 16 hexadecimal characters, for each of PART_LABELS."""
    said = {**_identity(shown), **_answered(shown), **_told(shown)}
    for key in sorted(shown.record.blanks):  # beside what its part says: nothing is another digest without them
        part = BY_KEY[key.partition(".")[0]].digest
        said[part] = (said[part], key)
    return {part: _digest(said[part]) for part in PART_LABELS}


def face(parts: Mapping[str, str], name: str) -> str:
    """The digest of one face (a key of FACE_PARTS), from the digests of the parts."""
    return _digest([(part, parts.get(part, "")) for part in FACE_PARTS[name]])


# Lists are written as one text before its white space is squeezed, which is many times quicker than text by text. The
# marks around their items are of the private use area, where no letter is.
_BEGIN, _NEXT, _END = "\ue000", "\ue001", "\ue002"


def _digest(said: Any) -> str:
    text = squeeze(_as_text(said))
    for mark in (_BEGIN, _NEXT, _END):
        text = text.replace(f" {mark}", mark).replace(f"{mark} ", mark)
    return blake2b(text.encode(), digest_size=8).hexdigest()


def _as_text(said: Any) -> str:
    if isinstance(said, str):
        return said
    if isinstance(said, tuple | list):
        return f"{_BEGIN}{_NEXT.join(map(_as_text, said))}{_END}"
    return "" if said is None else str(said)


# --- What each part says --------------------------------------------------------------------------


def _identity(shown: Shown) -> dict[str, Any]:
    return {
        "name": said_name(shown.title, shown.record.name).casefold(),
        "code": shown.record.code,
        "state": (shown.state, shown.successor),
        "level": sorted(_filing(shown).levels),
        "sector": shown.record.sector,
        "official_name": shown.record.name.casefold(),
        "validity": (shown.valid_from, shown.valid_to, shown.is_upcoming, *sorted(shown.earlier)),
    }


def _answered(shown: Shown) -> dict[str, Any]:
    """The parts behind the five answers. With no address of its own, where to go follows from other facts."""
    record = shown.record
    channels = channel_items(record.channels)
    where = next(answer for answer in _answers(shown) if answer.key == "where")
    return {
        "papers": _papers(record),
        "where": (record.receiving_address, where.text, where.detail),
        "time": [(row["key"], row["time"]["text"]) for row in channels],
        "fee": [(row["key"], [(fee["text"], fee["note"], fee["basis"]) for fee in row["fees"]]) for row in channels],
        "result": outcomes(record.results),
        "notes": [(row["key"], row["notes"]) for row in channels],
    }


def _answers(shown: Shown) -> tuple[Answer, ...]:
    return five_answers(shown.record, (), _filing(shown))


def _filing(shown: Shown) -> Filing:
    return filing_of(shown.record, shown.levels, shown.receiving)


def _papers(record: ProcedureRecord) -> list[Any]:
    """Each part with its papers; a form counts by its id, for another form is another thing to fill in."""
    forms = {paper.form: {"title": str(paper.form)} for case in record.cases for paper in case.papers if paper.form}
    return [
        (item["name"], [(paper["name"], paper["count_label"], *_asked(paper)) for paper in item["papers"]])
        for item in case_items(record.cases, forms)
    ]


def _asked(paper: Mapping[str, Any]) -> Iterator[str]:
    form = (paper["form"] or {}).get("title", "")
    yield from (form, paper["how"], str(paper["is_conditional"]), str(paper["in_database"]))


def _told(shown: Shown) -> dict[str, Any]:
    """What only the page and the full sheet tell. Lists whose order says nothing are sorted."""
    record = shown.record
    bases = ((basis.number or "", basis.title) for basis in record.legal_bases)
    return {
        "steps": [(step["name"], step["paragraphs"]) for step in step_items(record.steps)],
        "conditions": record.conditions,
        "applicants": sorted(record.applicants),
        "carried_out": sorted(set(shown.levels)),
        "agencies": [sorted(names) for names in _agencies(shown)],
        "law": (sorted(bases), sorted(shown.law_states)),
        "online": tuple(getattr(record, part.name) for part in parts_of("online")),
        "decision": "\n".join(shown.decisions),
        "ended_by": shown.ending_decision,
        "everyday_names": sorted(record.everyday_names),
        "local": sorted(shown.local),
    }


def _agencies(shown: Shown) -> tuple[tuple[str, ...], ...]:
    record = shown.record
    return (record.executing, record.competent, record.authorised, record.cooperating, shown.receiving)


# --- In words -------------------------------------------------------------------------------------


def short_texts(shown: Shown) -> dict[str, str]:
    """Part → what it says in a line, for the parts of which a line can tell it: for saying what changed."""
    record = shown.record
    return {
        "name": squeeze(said_name(shown.title, shown.record.name)),
        "code": record.code,
        "state": STATES[shown.state],
        "level": ", ".join(level_names(_filing(shown).levels)),
        "carried_out": ", ".join(label for level, label in LEVELS.items() if level in shown.levels),
        "sector": squeeze(record.sector),
        "online": ONLINE_LEVELS.get(record.online_level, ""),
        "validity": _days(shown),
    } | {answer.key: answer.text for answer in _answers(shown)}


def _days(shown: Shown) -> str:
    begins = "sẽ áp dụng từ" if shown.is_upcoming else "áp dụng từ"
    words = ((begins, shown.valid_from), ("bãi bỏ từ", shown.valid_to))
    return ", ".join(f"{word} {day:%d/%m/%Y}" for word, day in words if day)

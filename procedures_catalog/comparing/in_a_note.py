"""Two versions as a change note: a short sentence for each part that says something else ("Thời hạn: 5 → 3 ngày")."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from procedures_catalog.comparing.changes import Change, WholeVersion, changed_with_rows
from procedures_catalog.comparing.records import Kind, RowChange
from procedures_catalog.presenting.layer_notes import document_named
from procedures_catalog.presenting.shown import STATES
from vietnamese.spelling import squeeze

#: The part of a note of a first version.
NEW = "new"
#: The part of what is only counted; which parts those are stands behind it: "more:time,fee".
MORE = "more"
#: Parts of which no change is small.
_WEIGHTY = frozenset({"state", "validity", "time", "fee"})
#: So many parts are told of, the others are counted.
MOST_SENTENCES = 6
#: Texts before and after that are told whole have together no more signs; one that came or went has no more than half.
LONGEST_TOLD = 160
_FIRST = "Thủ tục mới trên cổng"
#: What the rows of a part are, where counting them tells something.
_ROWS_CALLED: Mapping[str, str] = {
    "papers": "giấy tờ",
    "fee": "khoản",
    "time": "dòng",
    "result": "kết quả",
    "notes": "ghi chú",
    "steps": "bước",
    "applicants": "đối tượng",
    "agencies": "cơ quan",
    "law": "văn bản",
    "everyday_names": "tên",
}
#: Of these the rows tell more than the line: which paper, not how many there are now.
_BY_ROWS = ("papers", "result")
#: Behind which decision the province's own text stands, or the procedure ends: worth a word where nothing else changed.
_BESIDE = ("local", "ended_by")
#: These have a row for each way to file.
_BY_WAYS = ("time", "fee", "notes")
#: States that are told with what ended the procedure.
_ENDED = frozenset(STATES[key] for key in ("abolished", "replaced"))
_COUNTED: Mapping[Kind, str] = {"new": "thêm", "gone": "bỏ", "changed": "sửa"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of a note, without a full stop, and the part that it tells of: a key of PART_LABELS, NEW, or MORE with
    those that it counts."""

    part: str
    text: str


def propose(before: WholeVersion | None, now: WholeVersion) -> tuple[Sentence, ...]:
    """What a note says of a version after the one before (None: it is the first): at most MOST_SENTENCES and a count of
    the rest. Empty where both say the same."""
    if before is None:
        return (Sentence(NEW, _FIRST),)
    every = changed_with_rows(before, now)
    changes = [change for change in every if change.part not in _BESIDE] or every
    by = next((_text(change.rows[0], "new") for change in every if change.part == "ended_by" and change.rows), "")
    told = tuple(Sentence(change.part, _sentence(change, by)) for change in changes[:MOST_SENTENCES])
    if not (more := [change.part for change in changes[MOST_SENTENCES:]]):
        return told
    return (*told, Sentence(f"{MORE}:{','.join(more)}", f"Sửa {len(more)} mục khác"))


def _sentence(change: Change, ended_by: str) -> str:
    """One that ends says by which decision."""
    if change.part == "state" and ended_by and change.after in _ENDED:
        return f"{_by_line(change)}, theo {document_named(ended_by)}"
    rows, line = _by_rows(change), _by_line(change)
    said = (rows or line) if change.part in _BY_ROWS or _is_of_one_way(change) else (line or rows)
    return said or f"Sửa {_small(change.label)}"


def _is_of_one_way(change: Change) -> bool:
    """Whether a line that tells of all ways to file would hide in which one something changed."""
    return change.part in _BY_WAYS and len(change.rows) == 1 and not _is_amount(change.after.split())


def _by_line(change: Change) -> str:
    before, after = (" ".join(text.split()) for text in (change.before, change.after))
    if _reads_the_same(before, after) or len(before) + len(after) > LONGEST_TOLD:
        return ""
    if not before:
        return f"{change.label}: nay ghi {after}"
    if not after:
        return f"{change.label}: không còn ghi {before}"
    return f"{change.label}: {became(before, after)}"


def _reads_the_same(before: str, after: str) -> bool:
    """Two sides between which nobody sees a difference tell nothing of what changed."""
    return squeeze(before) == squeeze(after)


def became(before: str, after: str) -> str:
    """ "5 → 3 ngày làm việc": the words at the end that both amounts share are said once."""
    one, other = before.split(), after.split()
    shared = _shared(one, other) if _is_amount(one) and _is_amount(other) else 0
    return " ".join([*one[: len(one) - shared], "→", *other])


def _is_amount(words: Sequence[str]) -> bool:
    return bool(words) and words[0][:1].isdigit()


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both end with, the first of each left to it."""
    most, count = min(len(one), len(other)) - 1, 0
    while count < most and one[-1 - count] == other[-1 - count]:
        count += 1
    return count


# --- Rows -----------------------------------------------------------------------------------------


def _by_rows(change: Change) -> str:
    """The one row that differs, where it is short, else how many came, went and were changed; "" for no rows."""
    label = change.label
    if len(change.rows) == 1 and (alone := _row(_with_way(change), change.rows[0])):
        return alone
    counts = Counter(row.kind for row in change.rows)
    told = [f"{verb} {counts[kind]}" for kind, verb in _COUNTED.items() if counts[kind]]
    if told:
        called = _ROWS_CALLED.get(change.part, "")
        return f"{label}: {', '.join(told)} {called}" if called else ""
    return f"{label}: xếp lại thứ tự" if counts["moved"] else ""


def _with_way(change: Change) -> str:
    """ "Thời hạn (trực tiếp)": a label with the way to file of its one row."""
    way, inside, _ = change.rows[0].label.partition(" · ")
    return f"{change.label} ({_small(way)})" if inside and change.part in _BY_WAYS else change.label


def _row(label: str, row: RowChange) -> str:
    before, after = (_text(row, kind) for kind in ("gone", "new"))
    if _reads_the_same(before, after) or any(piece.kind == "cut" for piece in row.pieces):
        return ""
    if len(before) + len(after) > LONGEST_TOLD:
        return ""
    if row.kind == "changed" and before and after:
        return f"{label}: {became(before, after)}"
    if row.kind in ("new", "gone") and (text := after or before) and len(text) <= LONGEST_TOLD // 2:
        return f"{label}: {_COUNTED[row.kind]} “{text}”"
    return ""


def _text(row: RowChange, kind: str) -> str:
    """What one of the versions says in a row."""
    said = (piece.text for piece in row.pieces if piece.kind in ("same", kind))
    return " ".join(" ".join(said).split()) if any(piece.kind == kind for piece in row.pieces) else ""


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]


# --- As it is kept ----------------------------------------------------------------------------------


def as_text(sentences: Iterable[Sentence]) -> str:
    """A sentence a line."""
    return "\n".join(sentence.text for sentence in sentences)


def parts_of(sentences: Iterable[Sentence]) -> str:
    """The parts of its lines, in their order."""
    return " ".join(sentence.part for sentence in sentences)


def is_weighty(parts: str) -> bool:
    """Whether the parts of a note, as they are kept, are such that citizens are told in any case: those that its last
    line counts, too. Older notes do not say which that line counted, so nobody can call them small."""
    every = parts.split()
    named = {part for each in every for part in each.removeprefix(f"{MORE}:").split(",")}
    return MORE in every or not _WEIGHTY.isdisjoint(named)

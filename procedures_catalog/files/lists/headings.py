"""Which fact of a record a column's heading names, in the many ways in which lists write it.

Compared are folded words, without numbering and remarks in brackets, “thủ tục hành chính” as “TTHC” and “dịch vụ công”
as “DVC”. Of two columns that claim one fact the better name wins, wherever it stands.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from vietnamese.fold import words
from vietnamese.slips import slips_between
from vietnamese.spelling import exact, squeeze
from vietnamese.syllables import is_syllable

#: Longest heading, remarks in it included.
_LONGEST = 250
#: Fact of the record → the names its column goes by, the surest first.
NAMES: Mapping[str, tuple[str, ...]] = {
    "code": (
        "ma tthc", "ma so tthc", "ma so ho so tthc", "so ho so tthc", "ma ho so tthc", "ma tthc quoc gia",
        "ma tthc goc", "ma tthc moi", "ma tthc dvc", "ma dvc", "ma dinh danh tthc", "ma dinh danh",
        "ma quoc gia", "ma so", "ma", "ma ho so", "ma so ho so", "so ho so",
        "code",
    ),
    "temporary_code": ("ma tam cua cong", "ma tam", "ma tam tthc", "ma tam thoi", "temporary code"),
    "name": (
        "ten tthc", "tthc", "ten tthc dvc", "ten goi tthc", "ten cua tthc", "ten danh muc tthc", "danh muc tthc",
        "noi dung tthc", "ten dvc", "ten", "name",
    ),
    "sector": (
        "linh vuc", "ten linh vuc", "linh vuc tthc", "linh vuc cua tthc", "linh vuc thuc hien", "nganh linh vuc",
        "linh vuc nganh", "nhom linh vuc", "sector", "field",
    ),
    "decision_number": (
        "so quyet dinh", "quyet dinh", "so quyet dinh cong bo", "quyet dinh cong bo", "quyet dinh cong bo tthc",
        "so quyet dinh cong bo tthc", "so ky hieu quyet dinh", "so hieu quyet dinh", "decision", "decision number",
    ),
    "levels": (
        "cap thuc hien", "cap thuc hien tthc", "cap giai quyet", "cap giai quyet tthc", "cap hanh chinh", "cap",
        "cap co quan thuc hien", "co quan cap thuc hien", "cap don vi", "cap don vi thuc hien", "org", "levels",
        "don vi",
    ),
    "executing": (
        "co quan thuc hien", "co quan thuc hien tthc", "ten co quan thuc hien", "co quan truc tiep thuc hien",
        "co quan giai quyet", "co quan giai quyet tthc", "co quan don vi thuc hien", "don vi thuc hien",
        "don vi giai quyet", "don vi thuc hien tthc",
    ),
    "online_level": (
        "muc do dvc", "muc do cung cap dvc", "muc dvc", "muc do truc tuyen", "muc do", "online level", "level",
    ),
}  # fmt: skip
#: Between a heading of several columns and that of one of them, see two_lines.py.
GROUP = " › "
#: Headings below a group that say no more than the group: “Quyết định công bố › Số, ký hiệu”.
_NO_MORE = {"so", "so hieu", "so ky hieu", "ky hieu", "ten", "ten goi"}
_NUMBERING = {"stt", "tt", "so tt", "so thu tu", "no", ""}
#: Field of the record → how messages call its column.
LABELS = {
    "code": "Mã TTHC", "temporary_code": "Mã tạm của cổng",
    "name": "Tên TTHC", "sector": "Lĩnh vực", "decision_number": "Số quyết định",
    "levels": "Cấp thực hiện", "executing": "Cơ quan thực hiện", "online_level": "Mức độ DVC",
}  # fmt: skip

_SHORT = (
    (re.compile(r"\bthu tuc(?: hanh chinh)?\b"), "tthc"),
    (re.compile(r"\b(?:dich vu cong|dvc)(?: ?truc tuyen|tt)?\b|\bdvctt\b"), "dvc"),
    (re.compile(r"\bqd\b"), "quyet dinh"),
    (re.compile(r"\btthc tthc\b"), "tthc"),
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\([^()]*$")
_NUMBER = re.compile(r"\s*(?:\(?(?:\d{1,2}|[ivxIVX]{1,4}|[A-Za-z])[.)]\s*|\d{1,2}\s*[-–]\s*)")
#: What may follow a name and narrows it: “Mã TTHC trên Cổng dịch vụ công quốc gia”.
_WHERE = re.compile(r" (?:tren|trong|theo) .*$")
#: Said of a column that is no more what it was: “Mã TTHC (cũ)”.
_FORMER = re.compile(r"\b(?:cu|truoc day|het hieu luc|bai bo|thay the)\b")
_ENDED = re.compile(
    r"\s+(?:bị|được|đã) (?:bãi bỏ|hủy bỏ|huỷ bỏ|thay thế)\s*$|\s+(?:bãi bỏ|hết hiệu lực)\s*$", re.IGNORECASE
)
_BEST = {name: (key, rank) for key, names in NAMES.items() for rank, name in enumerate(names)}


@dataclass(frozen=True, slots=True)
class Claim:
    """What a heading claims to be: a field of the record, the rank of its name (0 is the surest), and the name that was
    meant where it has a typing slip."""

    key: str
    rank: int
    meant: str = ""


@lru_cache(maxsize=4096)
def claim(heading: str) -> Claim | None:
    """What a cell claims that may be a heading; None for anything else."""
    if len(heading) > _LONGEST or not heading.strip():
        return None
    if GROUP in heading:
        return _of_group(*heading.rsplit(GROUP, 1))
    bare, remarks = _bare(heading), " ".join(words(" ".join(_BRACKETS.findall(heading))))
    if _FORMER.search(remarks):
        return None
    penalty = 50 if remarks else 0
    for name, more in ((_short(bare), 0), (_WHERE.sub("", _short(bare)), 50)):
        if found := _BEST.get(name) or _JOINED.get(name.replace(" ", "")):
            return Claim(found[0], found[1] + penalty + more)
    return _of_ended(heading) or _of_sides(heading) or _misspelt(bare, penalty)


def _of_group(group: str, own: str) -> Claim | None:
    """What a column below a heading of several columns names: its own name counts where the group is nothing else."""
    whole, part = claim(group), claim(own)
    if whole and " ".join(words(own)) in _NO_MORE and whole.key not in ("code", "name"):
        return whole
    if not part or (whole and whole.key not in ("code", "name", part.key)):
        return None
    return Claim(part.key, part.rank + 20)


def _of_ended(heading: str) -> Claim | None:
    """What a column names whose procedures are in force no more: “Tên TTHC bị bãi bỏ”. Only where no other is there:
    a table of procedures and of those that they replace has both."""
    if not (rest := _ENDED.sub("", heading)) or rest == heading or not (found := claim(rest)):
        return None
    return Claim(found.key, found.rank + 500) if found.key in ("code", "name") else None


def _bare(heading: str) -> str:
    return squeeze(_BRACKETS.sub(" ", _NUMBER.sub("", heading, count=1))) or squeeze(heading)


def _short(text: str) -> str:
    said = " ".join(words(text))
    for long, short in _SHORT:
        said = long.sub(short, said)
    return said


def _of_sides(heading: str) -> Claim | None:
    """What both sides of a stroke say (“Lĩnh vực/Ngành”), or the one side that says anything."""
    sides = [claim(side) for side in heading.split("/")] if heading.count("/") == 1 else []
    found = [side for side in sides if side]
    keys = {side.key for side in found}
    if keys == {"levels", "executing"}:
        return Claim("levels", 50)  # a cell of levels may name agencies
    return Claim(found[0].key, min(side.rank for side in found) + 50) if len(keys) == 1 else None


# --- Typing slips ---------------------------------------------------------------------------------

#: Of shorter words nobody can say which is meant.
_SHORTEST_WORD = 3


def _long_forms(name: str) -> Iterator[str]:
    yield name
    if "tthc" in name:
        yield name.replace("tthc", "thu tuc")
        yield name.replace("tthc", "thu tuc hanh chinh")
    if "dvc" in name:
        yield name.replace("dvc", "dich vu cong")
        yield name.replace("dvc", "dich vu cong truc tuyen")


_WRITTEN = {form: found for name, found in _BEST.items() for form in _long_forms(name)}
_BY_LENGTH = {length: [form for form in _WRITTEN if len(form.split()) == length] for length in range(1, 9)}
#: Names whose spaces are lost: “MãTTHC”.
_JOINED = {form.replace(" ", ""): found for form, found in _WRITTEN.items() if " " in form}


def _misspelt(bare: str, penalty: int) -> Claim | None:
    """The one name that differs in one letter of one word that is none (“Mã TTCH”): a real word means something else
    (“Mẫu hồ sơ” is no “Mã hồ sơ”)."""
    said = words(bare)
    forms = [] if re.search(r"\d", bare) else _BY_LENGTH.get(len(said), [])
    found = {
        _WRITTEN[form]: form for form in forms if len(form) >= 6 and _differs_by_slip(exact(bare), said, form.split())
    }
    if len({key for key, _ in found}) != 1:
        return None
    (key, rank), form = min(found.items())
    return Claim(key, rank + penalty + 100, form)


def _differs_by_slip(bare: str, said: list[str], form: list[str]) -> bool:
    if len(said) != len(form):
        return False
    differing = [place for place, (one, other) in enumerate(zip(said, form, strict=True)) if one != other]
    if len(differing) != 1 or not _slipped(said[differing[0]], form[differing[0]]):
        return False
    spelt = re.findall(r"[^\W_]+", bare)
    return len(spelt) == len(said) and not is_syllable(spelt[differing[0]])


def _slipped(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST_WORD and slips_between(one, other) == 1


def best_of(cells: Iterable[object]) -> dict[str, tuple[int, Claim]]:
    """Which of the cells name columns: the record's field → its place, and what it claims. The better name wins, of
    two equals the first."""
    found: dict[str, tuple[int, Claim]] = {}
    for place, cell in enumerate(cells):
        said = claim(cell) if isinstance(cell, str) else None
        if said and (said.key not in found or said.rank < found[said.key][1].rank):
            found[said.key] = place, said
    return found


def is_numbering(heading: str) -> bool:
    """Whether the column counts the rows, or has no name."""
    return " ".join(words(heading)) in _NUMBERING

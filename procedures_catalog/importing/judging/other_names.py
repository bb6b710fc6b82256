"""Names in a province's list that are the name of another procedure, or have little in common with the official one:
rows that were shifted, codes that were mixed up.

Names are reworded in every list: of the 876 procedures of a real list that the national one has, 390 are called
otherwise than there. Asked about are names that say what another code is called and differ from their own in more than
a level, and names that have less than half of their words in common with it: four of the 876, and none of them in vain.
Of the same list shifted by one row, 98 of 100 are found.
"""

from collections.abc import Mapping, Sequence, Set

from procedures_catalog.files.issues import ReadRow
from procedures_catalog.importing.judging.questions import Question
from vietnamese.fold import words

#: Of the words of the shorter name, so many must stand in the other.
_SHARED = 0.5
_SHOWN = 150
#: Words that names of one procedure have or leave out: “(cấp tỉnh)”.
_OF_LEVELS = frozenset("cap tinh huyen xa phuong trung uong dia thuoc tham quyen o tai".split())  # noqa: SIM905


def key_of(name: str) -> str:
    """What names of one procedure have in common in every spelling: its words, without “thủ tục” before them."""
    return " ".join(words(name)).removeprefix("thu tuc ").removeprefix("hanh chinh ")


def is_same(name: str, official: str) -> bool:
    """Whether a name says what the official one does, up to the level at which a procedure is done."""
    return not differing(name, official)


def differing(name: str, official: str) -> Set[str]:
    """The words, without marks and in lower case, that one of two names has and the other has not, up to the level."""
    return (_words(name) ^ _words(official)) - _OF_LEVELS


def is_like(name: str, official: str) -> bool:
    """Whether two names have half the words of the shorter one in common, as rewordings have."""
    given, own = _words(name), _words(official)
    return len(own & given) >= _SHARED * min(len(own), len(given))


def about_other_name(row: ReadRow, official: str, codes_of: Mapping[str, Sequence[str]]) -> list[Question]:
    """The question about a row whose procedure is called otherwise; `codes_of` maps `key_of` names to the bases of the
    codes that they are the official names of."""
    said = row.record
    if not said.name or not official or is_same(said.name, official):
        return []
    others = [code for code in codes_of.get(key_of(said.name), ()) if code != row.base()]
    if others:
        why = f"là tên của thủ tục mang mã {', '.join(others[:3])}"
    elif not is_like(said.name, official):
        why = "không giống tên ấy"
    else:
        return []
    text = f"cổng gọi thủ tục mang mã này là “{_cut(official)}”, tên trong danh sách ({row.place()}) {why}"
    return [Question("other_name", said.code, said.name, text)]


def _words(name: str) -> Set[str]:
    return set(key_of(name).split())


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"

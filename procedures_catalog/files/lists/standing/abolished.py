"""What a list says of procedures that are in force no more: “bãi bỏ”, “hết hiệu lực”, “bị thay thế”, “hủy bỏ”.

A list says it by the name of a sheet, a title, a section, a heading, a cell beside the name or a remark behind it.
Tried on the 5,652 names of the national list, of which 136 have such words and none is taken for a title or a remark.
"""

import re
from functools import lru_cache
from typing import Literal, TypeAlias

from vietnamese.fold import fold
from vietnamese.spelling import squeeze

#: Of a text: it speaks only of what is ended, only of what is in force, of both, or ("") of neither.
State: TypeAlias = Literal["ended", "now", "both", ""]

_BY_ITSELF = r"bai bo|huy bo|het hieu luc|khong con (?:hieu luc|ap dung)|huy cong khai"
_ENDED = (
    rf"(?:(?:bi|duoc|da(?: bi| duoc)?) (?:{_BY_ITSELF}|thay the|huy|thay)|{_BY_ITSELF}"
    r"|thay(?: the)?(?= (?:bang|boi)\b)|(?:da )?ngung (?:ap dung|thuc hien|cong khai|tiep nhan))"
)
#: What may follow: names of procedures go on in another way (“Hủy bỏ quyết định …”, “Bãi bỏ đường ngang”).
_GOES_ON = (
    "theo|tai|thuoc|linh vuc|cap|trong|cua|tren|do|va|hoac|ke tu|tu ngay|bang|boi|toan bo|nam|ngay|tu|tthc|thu tuc"
)
_ENDS = rf"(?= *(?:$|[^\w ]|(?:{_GOES_ON})\b))"
_NOW = re.compile(
    r"\b(?:ban hanh moi|moi ban hanh|duoc ban hanh|sua doi|bo sung|chuan hoa|(?<!khong )con hieu luc|dang ap dung"
    r"|(?<!bi )(?<!duoc )(?<!da )thay the|giu nguyen|dang thuc hien|(?:tthc|thu tuc|hanh chinh) moi|cat giam"
    r"|don gian hoa)\b|^(?:bo sung )?moi$"
)
_ENDED_SOMEWHERE = re.compile(rf"\b{_ENDED}\b{_ENDS}")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NUMBER = r"(?:(?:[ivxIVX]{1,5}|[a-hA-H]|\d{1,2}(?:\.\d{1,2})*) *[.)/:-]* +)?"
_BEGINS = (
    r"(?:cac )?(?:danh muc(?! nay)|tthc|thu tuc(?: hanh chinh)?|nhom|phu luc|phan|muc|bieu|linh vuc|quyet dinh|ve viec"
    r"|v/v|cong bo|kem theo|ban hanh kem|sua doi|bo sung|moi ban hanh|thay the|chuan hoa"
    rf"|{_ENDED}{_ENDS})\b"
)
_TITLE = re.compile(rf"\W*{_NUMBER}\W*{_BEGINS}")
#: Longer texts are no titles.
_LONGEST = 500

#: Words that may stand before the state in a cell that tells it of its own row.
_OF_ITS_ROW = r"(?:(?:tthc|thu tuc|hanh chinh|cap|tinh|huyen|xa|va|nay|da|la|cac|so) )*"
_CELL = re.compile(rf"\W*{_OF_ITS_ROW}{_ENDED}\b{_ENDS}")
_WHOLE_CELL = re.compile(rf"\W*{_OF_ITS_ROW}{_ENDED}\W*(?:(?:theo|tai|tu ngay|ke tu|bang|boi)\b.{{0,200}})?")
_CODE = re.compile(r"\b\d\.\d{6}\b")
_NOTHING = re.compile(r"\W*(?:khong(?: co)?|chua(?: co)?|0|o)?\W*")


@lru_cache(maxsize=4096)
def state_of(text: str) -> State:
    """What a title says, or a heading: by what stands outside its brackets, where that says nothing by all of it."""
    folded = fold(squeeze(text[:_LONGEST]))
    return _state(_BRACKETS.sub(" ", folded)) or _state(folded)


def _state(folded: str) -> State:
    rest, ended = _ENDED_SOMEWHERE.subn(" ", folded)
    now = _NOW.search(" ".join(rest.split()))
    if ended:
        return "both" if now else "ended"
    return "now" if now else ""


@lru_cache(maxsize=4096)
def title_state(text: str) -> State:
    """What a line says that stands alone in its row; "" for one that begins like no title."""
    return state_of(text) if len(text) <= _LONGEST and _TITLE.match(fold(squeeze(text))) else ""


def is_of_the_whole_decision(text: str) -> bool:
    """Whether a title speaks of the decision to which a table belongs, and perhaps not of this table."""
    return bool(re.match(r"\W*(?:ban hanh )?kem theo\b|\W*\(", fold(squeeze(text))))


@lru_cache(maxsize=4096)
def cell_ends(text: str, code: str, *, tells_states: bool) -> bool:
    """Whether a cell says that the procedure of its row has ended. `tells_states`: its column is there for that, or for
    remarks; of any other the whole cell must say it. A remark about another code is none about this one."""
    folded = fold(squeeze(text[:_LONGEST]))
    if not (_CELL.match(folded) if tells_states else _WHOLE_CELL.fullmatch(folded)):
        return False
    is_passive = re.match(r"\W*(?:\w+ )*?(?:bi |duoc |da |thay (?:the )?(?:bang|boi)\b)", folded)
    return bool(is_passive) or not set(_CODE.findall(folded)) - {code}


def says_something(text: str) -> bool:
    """Whether a cell in a column of ends says anything at all: not empty, no dash, no “Không”."""
    return not _NOTHING.fullmatch(fold(squeeze(text[:_LONGEST])))


@lru_cache(maxsize=4096)
def name_ends(name: str) -> bool:
    """Whether a remark in brackets beside a name says that the procedure has ended."""
    return any(_WHOLE_CELL.fullmatch(each[1:-1].strip()) for each in _BRACKETS.findall(fold(squeeze(name))))


_STATES = re.compile(
    r"\b(?:tinh trang|trang thai|hieu luc|ghi chu|phan loai|noi dung|hinh thuc|dien giai|ly do|thay doi|bien dong)\b"
    r"|^loai\b"
)


def tells_states(heading: str) -> bool:
    """Whether a column is there to say what becomes of each row, or for remarks."""
    return bool(_STATES.search(fold(squeeze(heading)))) or state_of(heading) == "both"

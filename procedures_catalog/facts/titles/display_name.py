"""The short name by which people read a procedure, made from its official name alone, so that it can be made again.

The official name stays whole beside it. Counts are of the 5,652 real names.
"""

import re

from procedures_catalog.facts.naming import short_name
from procedures_catalog.facts.titles.cutting import cut
from vietnamese.capitals import in_sentence_case
from vietnamese.order import sort_text
from vietnamese.spelling import squeeze

#: Three lines on a phone; 1,963 names are longer.
LONGEST_DISPLAY_NAME = 110
#: The marks of the list that a name was copied out of: ". Cấp …", "1. Công nhận …".
_BEGINNING = re.compile(r"(?:[\s.,;:•·*+–-]+|\(?\d{1,2}[.)]\s+)+")
#: ". ; : -" at the end, of 279 names and more; “…” and brackets belong to the words.
_END = re.compile(r"[\s.,;:•·*+–-]+$")
#: The heading that was copied along with it: "(1) Trình tự thực hiện:".
_HEADING = re.compile(
    r"\s*\(?\d{0,2}[.)]?\s*(?:Trình tự|Cách thức|Thời hạn|Đối tượng|Cơ quan|Kết quả) thực hiện\s*:?$"
    r"|\s*\(?\d{0,2}[.)]?\s*Thành phần,? (?:số lượng )?hồ sơ\s*:?$"
)
#: The code of the text that it replaced: "(1.010719)".
_CODE = re.compile(r"\s*\(\s*\d\.\d{6}\s*\)")
#: "( Cấp xã )", "(cấp TW)": the level is said in one way.
_LEVEL = re.compile(r"\(\s*((?:thực hiện (?:tại|ở) )?cấp)\s+(tỉnh|tinh|huyện|xã|bộ|trung ương|tw)\s*\)", re.IGNORECASE)
_LEVEL_SAID = {"tinh": "tỉnh", "bộ": "Bộ", "tw": "trung ương"}
#: What is read over: names that differ by no more are twins.
_READ_OVER = re.compile(r"[\s,;…]+")
_BEFORE_SIGN = re.compile(r"\s+(?=[,;:)])|(?<=\()\s+")
#: What a name begins with that names an act; only such a one reads as a name without "Thủ tục" (not: hải quan …).
_LISTED = """
áp bán báo bãi bổ bồi cai cấm cập cấp chấm chấp chi chỉ chia cho chứng chuyển công cung di duy đánh đăng đặt đền
đề điều đình đóng đổi đưa gia giám giảm giải giao góp ghi hạch hoàn hỗ hợp hướng huỷ hủy hưởng kê kết khai khám
khen khóa khoanh kích kiểm lập lấy lựa mở mời miễn mua nộp phát phê phân quyết rà rút sáp sửa tái tạm tặng tất
thành thanh tham thay thẩm thi thiết thôi thông thu thuê thưởng thực thừa tiêu tiếp tính tổ tuyển trao tra trả
trích trình trưng triển tước vay vinh xin xác xây xem xét xoá xóa xử yêu
"""
_ACTS = frozenset(_LISTED.split())
_PROCEDURE = re.compile(r"thủ tục(?: hành chính cấp \w+)?\s*:?\s+(\w+)", re.IGNORECASE)


def display_name(official_name: str, longest: int = LONGEST_DISPLAY_NAME) -> str:
    """The official name as a title of at most `longest` characters, "" for "".

    List marks, signs at its ends, capitals and a copied heading are taken off, "Thủ tục" before an act too. What is
    still longer is cut where a clause ends; "…" says that words are missing which narrow what it is about.
    """
    name = in_sentence_case(_without_marks(squeeze(official_name)))
    return cut(_with_capital(_without_procedure(_tidied(name))), longest)


def _without_marks(name: str) -> str:
    """Without what surrounds it; a name of nothing but signs stays."""
    bare = _END.sub("", _HEADING.sub("", _CODE.sub("", name)))
    return bare[_beginning(bare) :] or name


def _beginning(name: str) -> int:
    found = _BEGINNING.match(name)
    return found.end() if found else 0


def _tidied(name: str) -> str:
    return _LEVEL.sub(_level, _BEFORE_SIGN.sub("", name))


def _level(found: re.Match[str]) -> str:
    place = found[2].lower()
    return f"({found[1].lower()} {_LEVEL_SAID.get(place, place)})"


def _without_procedure(name: str) -> str:
    found = _PROCEDURE.match(name)
    return name[found.start(1) :] if found and _names_an_act(name[found.start(1) :]) else name


def _names_an_act(name: str) -> bool:
    return name.split(" ")[0].strip(",/;").lower() in _ACTS and not name.lower().startswith("đối với")


def _with_capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def is_made(title: str, official_name: str) -> bool:
    """Whether the title is none that somebody typed, but what the portal makes of the official name, or made of it
    before there were display names."""
    return title in (display_name(official_name), short_name(official_name))


def sort_name(title: str) -> str:
    """By what titles are sorted, "Thủ tục" left out; two that read the same have one."""
    return sort_text(_READ_OVER.sub(" ", display_name(title)).strip())


def is_clean(title: str) -> bool:
    """Whether it could have been made today, but for a "Thủ tục" at its beginning."""
    return len(title) <= LONGEST_DISPLAY_NAME and title == _with_capital(in_sentence_case(_without_marks(title)))


def said_name(title: str, official_name: str) -> str:
    """The name that a title says: of whatever the portal makes of an official name it is the same one, so that no paper
    is wrong because names are shortened otherwise today. It is the one that was made before there were display names,
    for versions of that time kept no more than a digest of it."""
    return short_name(official_name) if is_made(title, official_name) else title

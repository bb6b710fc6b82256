"""What is to be done with a paper: got again, changed, made to last longer, ended. Twins differ in nothing else – cấp
mới, cấp lại, cấp đổi, gia hạn, thu hồi – and people say it in words of their own: lost, torn, wrong, expired, shut.

Both tables are by kind: what a name says of its action, and what a question says. Marks are kept to where the question
has any; the tables are folded, so no class of signs may stand in them by a capital letter (\\W).
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from search.question.speech.by_marks import ByMarks
from search.ranking.weights import ACTION_ASKED, ACTION_NOT_ASKED, OTHER_ACTION, as_spoken
from vietnamese.fold import fold
from vietnamese.spelling import exact

FIRST = "first"

_PAPER = (
    r"(?:giấy|sổ|thẻ|bằng|căn cước|chứng|cccd|cmnd|cmt|hộ chiếu|passport|pát|biển|cà vẹt|cavet|đăng ký|tờ|bản|bìa"
    r"|con dấu|quyết định|hợp đồng|mã số|tài khoản|bìa đỏ|khai sinh)"
)
#: Whoever stands right before “mất” has died; and behind it, it is time or money that something takes.
_NOBODY = r"(?!(?:bố|ba|cha|tía|mẹ|má|mạ|ông|bà|vợ|chồng|con|cháu|anh|chị|cô|dì|chú|bác|cậu|mợ|thím|người|nội|ngoại)\b)"
_NOT_WHAT_IT_TAKES = (
    r"(?! (?:(?:khoảng|tầm|độ|hết|tới|đến|thêm|những) )?(?:bao|mấy|nhiêu|nhiều|lâu|tiền|phí|thời gian|công|gì|chi|\d))"
)
#: For how long: who shuts for some months does not shut for good.
_WHILE = r"(?:(?:vài|mấy|ít|một|hai|ba|\d+) (?:ngày|bữa|hôm|tuần|tháng)|ít lâu|một thời gian|một thời hạn)"
#: Action → how a name says it.
_NAMED: Mapping[str, str] = {
    "again": r"cấp lại|đăng ký lại|trình báo mất|cấp phó bản|phục hồi chứng",
    "change": (
        r"cấp đổi|đổi (?:tên|giấy|thẻ|chứng|bằng|sổ|hộ|địa|mới)|sửa đổi|bổ sung|điều chỉnh|thay đổi|cải chính"
        r"|đính chính|hiệu chỉnh|cập nhật|chuyển đổi|thay thế|cấp sửa|biến động"
    ),
    "longer": r"gia hạn|kéo dài|duy trì hiệu lực",
    "end": (
        r"thu hồi|chấm dứt|giải thể|hủy|huỷ|xóa|xoá|trả lại|đình chỉ|rút|thôi|đóng cửa"
        r"|(?<!tạm )(?:ngừng|dừng) (?:hoạt|kinh|hưởng|đăng|sử|trợ)|miễn nhiệm|khóa"
    ),
    "pause": r"tạm (?:ngừng|dừng|đình|hoãn|nghỉ)|bảo lưu|đóng tạm",
    "resume": r"khôi phục|phục hồi|hưởng lại|tiếp tục|mở khóa|hoạt động trở lại|trở lại",
    "copy": r"bản sao|trích lục|sao (?:lục|y)|cấp sao",
}
#: The same as people ask for it, so that it is no other word without marks.
_ASKED: Mapping[str, str] = {
    "again": (
        rf"cấp lại|làm lại|xin lại|đăng ký lại|in lại|(?:bị|làm|đánh|lỡ|rớt) mất{_NOT_WHAT_IT_TAKES}|thất lạc|rách nát"
        rf"|hư hỏng|mối ăn|mất (?:cái |tờ )?{_PAPER}|rớt (?:mất )?{_PAPER}"
        rf"|{_PAPER}(?: {_NOBODY}\w+){{0,4}} (?:mất|rớt){_NOT_WHAT_IT_TAKES}"
        r"|bị (?:rách|hư|hỏng|cháy|ướt|nhòe)"
    ),
    "change": (
        r"cấp đổi|đổi (?:tên|địa|chủ|người|giấy|thẻ|sang|lại)|sửa (?:lại|tên|chữ|ngày|năm|thông)|bị sai|viết sai"
        r"|ghi sai|nhầm|cập nhật|điều chỉnh|bổ sung|thêm (?:tên|ngành|người|xe|nội)|thay đổi|cải chính|đính chính"
        r"|chỉnh lại|sửa đổi|chuyển (?:địa điểm|địa chỉ|trụ sở|chỗ)"
    ),
    "longer": r"gia hạn|hết hạn|tới hạn|đến hạn|quá hạn|sắp hết|thêm thời gian|kéo dài|hết hiệu lực|thêm hạn",
    "end": (
        r"chấm dứt|đóng cửa|nghỉ (?:bán|kinh doanh|luôn|hẳn)|giải tán|giải thể|hủy bỏ|xóa đăng|xóa tên|trả lại|thu hồi"
        r"|không (?:làm|bán|kinh doanh|hoạt động) nữa|ngừng (?:hoạt|kinh|bán)|dừng (?:hoạt|kinh|bán)"
    ),
    "pause": (
        r"tạm (?:ngừng|ngưng|dừng|nghỉ|đóng|hoãn)"
        rf"|(?:đóng cửa|nghỉ (?:bán|kinh doanh)|ngừng|ngưng|dừng)(?: \w+){{0,4}} {_WHILE}"
    ),
    "resume": r"mở (?:lại|khóa)|(?:hoạt động|hưởng|nhận|lãnh|bán|kinh doanh) (?:trở )?lại|khôi phục|phục hồi",
    "copy": r"bản sao|trích lục|sao (?:y|lục)|xin sao",
}
#: And what is another word without marks: sửa and sữa, bỏ and bò, thôi and thời, rơi and rồi.
_ASKED_MARKED: Mapping[str, str] = {
    "again": rf"rách|nát|hư|ướt|mờ|nhòe|nhàu|rơi (?:mất )?{_PAPER}|{_PAPER}(?: {_NOBODY}\w+){{0,4}} rơi|rơi mất",
    "change": r"đổi|sửa|sai|lộn|thêm|bớt|thay|dời",
    "end": r"dẹp|ngừng|ngưng|hủy|huỷ|xóa|xoá|rút|thôi|bỏ|cắt|dừng|khóa|gỡ",
}


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b")


_NAMES = {action: _whole(fold(words)) for action, words in _NAMED.items()}
_QUESTIONS = ByMarks(
    {action: _whole("|".join((words, _ASKED_MARKED.get(action, words)))) for action, words in _ASKED.items()},
    {action: _whole(fold(words)) for action, words in _ASKED.items()},
)


def asked_actions(text: str) -> frozenset[str]:
    """What the question wants done; nothing for most questions."""
    marked = exact(text)
    found = frozenset(action for action, words in _QUESTIONS.of(marked).items() if words.search(marked))
    return found - {"end"} if "pause" in found else found


@lru_cache(maxsize=20_000)
def actions_of(title: str) -> frozenset[str]:
    """What a name says is done; it is FIRST where the name begins with nothing else, or says so beside the others."""
    named = fold(title)
    found = {action for action, words in _NAMES.items() if words.search(named)}
    return frozenset(found | {FIRST} if not found or _begins_with_none(named) else found)


def _begins_with_none(named: str) -> bool:
    lead = re.sub(r"^thu tuc (?:hanh chinh )?", "", named)[:24]
    return not any(words.search(lead) for words in _NAMES.values()) or bool(re.match(r"cap(?: moi)?[,/]|cap moi", lead))


def action_points(title: str, asked: frozenset[str], words: int) -> float:
    """What it is worth that a name does what is asked, for a question of so many words."""
    done = actions_of(title)
    if not asked:
        return 0.0 if FIRST in done else ACTION_NOT_ASKED * as_spoken(words)
    return as_spoken(words) * (ACTION_ASKED if asked & done else 0.0 if FIRST in done else OTHER_ACTION)

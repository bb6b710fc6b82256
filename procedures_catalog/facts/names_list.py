"""Lists written with commas whose items hold commas themselves: applicant kinds, agencies, results.

Every splitting gives back the text when its items are joined with ", ", so a wrong guess never loses a word.
"""

import re
from collections.abc import Callable, Sequence

JOIN = ", "
_COMMA_KINDS = ("Tổ chức (không bao gồm doanh nghiệp, HTX)", "Cán bộ, công chức, viên chức")
_AGENCY_HEADS = [
    "ban",
    "bảo",
    "bệnh",
    "bộ",
    "cảng",
    "cảnh",
    "chi",
    "chính",
    "chủ",
    "công",
    "cơ",
    "cục",
    "đại",
    "đảng",
    "đoàn",
    "đồn",
    "đơn",
    "hải",
    "học",
    "hội",
    "kho",
    "kiểm",
    "kiểu",
    "ngân",
    "nhà",
    "phòng",
    "quân",
    "quỹ",
    "sở",
    "sở,",
    "tập",
    "thanh",
    "thuế",
    "toà",
    "tòa",
    "tổ",
    "tổng",
    "trạm",
    "trung",
    "trường",
    "ủy",
    "uỷ",
    "ubnd",
    "văn",
    "vụ",
    "viện",
]
_RESULT_HEADS = [
    "bản",
    "bằng",
    "biên",
    "biển",
    "bìa",
    "chứng",
    "công",
    "giấy",
    "hộ",
    "hồ",
    "kết",
    "không",
    "phê",
    "phiếu",
    "quyết",
    "sổ",
    "tài",
    "tem",
    "thẻ",
    "thông",
    "tờ",
    "trích",
    "văn",
    "xác",
    "ý",
]


def _merge(parts: Sequence[str], starts_item: Callable[[str], bool]) -> tuple[str, ...]:
    items: list[str] = []
    for part in parts:
        if items and not starts_item(part):
            items[-1] += JOIN + part
        else:
            items.append(part)
    return tuple(items)


def split_applicants(text: str) -> tuple[str, ...]:
    """ "Cán bộ, công chức, viên chức, Doanh nghiệp" → its two kinds."""
    for number, kind in enumerate(_COMMA_KINDS):
        text = text.replace(kind, f"\0{number}")
    return tuple(re.sub("\0(\\d)", lambda match: _COMMA_KINDS[int(match[1])], part) for part in text.split(JOIN))


def split_agencies(text: str) -> tuple[str, ...]:
    """Names of agencies; "Bộ Văn hóa, Thể thao và Du lịch" stays one."""
    return _merge(text.split(JOIN), lambda part: part.split(" ")[0].lower() in _AGENCY_HEADS)


def split_results(text: str) -> tuple[str, ...]:
    """Results; a part that does not begin like a document belongs to the one before it."""
    if "\n" in text or len(text) > 1_000:
        return (text,)
    return _merge(
        text.split(JOIN),
        lambda part: part[:1].isupper() and part.split(" ")[0].lower() in _RESULT_HEADS,
    )

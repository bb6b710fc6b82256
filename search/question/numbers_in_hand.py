"""Numbers that people hold and that no procedure has: a dossier's, which another system gave and alone can look up."""

import re

# NĐ 118/2025 and before it NĐ 61/2018: the office's code, the day as yymmdd, a number of that day.
# "000.00.53.H48-220921-0099", "H26.16-250702-0001".
_DOSSIER = re.compile(
    r"(?:[0-9]{3}\.(?:[0-9]{2}\.){1,3})?[A-Z][0-9]{2}(?:\.[0-9]{1,3}){0,4}"
    r"-[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])-[0-9]{3,6}",
    re.IGNORECASE,
)
_LEADING_WORDS = re.compile(r"^(?:mã|số|ma|so)?\s*(?:hồ sơ|ho so|biên nhận|bien nhan)?\s*:?\s*", re.IGNORECASE)

#: What an answer says beside its results, by the kind of thing that was asked.
NOTICES = {
    "dossier": (
        "Đây giống số của một hồ sơ đã nộp, không phải mã thủ tục. Cổng này không giữ hồ sơ: xin tra tình trạng hồ sơ "
        "trên Cổng Dịch vụ công quốc gia (dichvucong.gov.vn, mục Tra cứu hồ sơ) hoặc hỏi nơi đã tiếp nhận."
    ),
    "address": (
        "Đây là một địa chỉ trang mạng mà cổng không biết dẫn tới thủ tục nào. Xin gõ tên việc cần làm hoặc mã thủ tục."
    ),
}


def is_dossier_number(text: str) -> bool:
    """Whether a text is the number of a dossier that was handed in, perhaps with "mã hồ sơ" before it."""
    return bool(_DOSSIER.fullmatch(_LEADING_WORDS.sub("", text.strip()).rstrip(" .,;)")))

"""What one gets: a grant, and never a letter of refusal."""

import re
from collections.abc import Mapping

from tests.truth.kinds import Kind, Told

_REFUSAL = re.compile(
    r"\W*(?:hoặc )?(?:văn bản|công văn|thông báo|quyết định|phiếu)(?P<before>[^,;]{0,70}?)"
    r"(?:từ chối(?! nhận di sản)|không (?:chấp thuận|cấp|đủ (?:điều|hồ)|đồng ý|phê duyệt|được|đạt|xác nhận|đáp ứng)"
    r"|trả (?:lại )?hồ sơ|lý do|hoàn thiện|cần sửa đổi|sửa đổi, bổ sung hồ sơ|yêu cầu (?:sửa|bổ))",
    re.IGNORECASE,
)
_GRANT = re.compile(
    r" hoặc |/|chấp (?:thuận|nhận)|xác nhận|đồng ý|cho phép|phê duyệt|công nhận|cấp (?!xã|tỉnh)", re.IGNORECASE
)
_A_GRANT = re.compile(
    r"\W*(?:giấy (?:phép|chứng|xác)|chứng chỉ|thẻ|sổ|quyết định (?:cấp|phê|công|hỗ|hưởng))", re.IGNORECASE
)


def _is_refusal(text: str) -> bool:
    """By the words of findings/answers.md F7; a text that names the grant before the refusal is the grant."""
    found = _REFUSAL.match(" ".join(text.split()))
    return found is not None and not _GRANT.search(found["before"])


def _gets_a_refusal(told: Told) -> bool:
    answer = told.answers["result"]
    return answer.known and _is_refusal(answer.text)


def _is_denied_what_it_gets(told: Told) -> bool:
    return not told.answers["result"].known and any(map(_A_GRANT.match, told.record.results))


RESULT_KINDS: Mapping[str, Kind] = {
    "refusal_first": Kind("a refusal or a call for corrections as what one gets", _gets_a_refusal),
    "grant_denied": Kind("the record names what one gets, and it is said to be unknown", _is_denied_what_it_gets),
}

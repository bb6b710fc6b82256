"""What one gets: a grant, and never a letter of refusal."""

import re
from collections.abc import Mapping

from procedures_catalog.presenting.sharing import card_of, in_short
from tests.truth.kinds import Kind, Told

_REFUSAL = re.compile(
    r"\W*(?:hoặc )?(?:cơ quan [^,;]{1,40} )?(?:văn bản|công văn|thông báo|quyết định|phiếu)(?P<before>[^,;]{0,70}?)"
    r"(?:từ chối(?! nhận di sản)|không (?:chấp thuận|cấp|đủ (?:điều|hồ)|đồng ý|phê duyệt|được|đạt|xác nhận|đáp ứng)"
    r"|trả (?:lại )?hồ sơ|lý do"
    r"|sản phẩm, dịch vụ không đáp ứng|hoàn thiện|cần sửa đổi|sửa đổi, bổ sung hồ sơ|yêu cầu (?:sửa|bổ))",
    re.IGNORECASE,
)
_GRANT = re.compile(
    r" hoặc |/|chấp (?:thuận|nhận)|xác nhận|đồng ý|cho phép|phê duyệt|công nhận|cấp (?!xã|tỉnh)", re.IGNORECASE
)
_ENDS = re.compile(r"Quyết định (?:về việc |về )?(?:thôi hưởng|hủy|chấm dứt|thu hồi|hoàn trả|tạm dừng)", re.IGNORECASE)
_ABOUT_ENDS = re.compile(
    r"thôi|đình chỉ|hủy|huỷ|chấm dứt|thu hồi|hoàn|tạm (?:dừng|ngừng)|ngừng|xóa|bãi bỏ|giải thể|mất", re.IGNORECASE
)
_REPLY = re.compile(r"(?:Văn bản|Công văn) (?:trả lời|thông báo kết quả giải quyết)", re.IGNORECASE)
#: A name of so few letters may be an abbreviation.
_SHORT, _CAPITALS = 12, 0.6
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


def _texts(told: Told) -> list[str]:
    """The results that grant something, as the source has them."""
    texts = [" ".join(text.split()).casefold() for text in told.record.results]
    return [text.strip(" -+.,;") for text in texts if not _is_refusal(text)]


def _is_named_later(told: Told) -> bool:
    """What is told stands nowhere in the official name, and a later result stands there word for word."""
    name, first = " ".join(told.record.name.split()).casefold(), told.answers["result"].text.casefold()
    named = [text for text in _texts(told) if len(text.split()) > 1 and text in name]
    several = re.match(r"(?:thủ tục )?(?:liên thông|nhóm thủ tục|phúc khảo|đăng ký (?:dự )?thi)", name)
    begins = re.sub(r"^mẫu ", "", first).split()
    is_named = any(" ".join(begins[at : at + 4]) in name for at in (0, 1)) or any(
        text[:12] in first or text[-40:] in first for text in named
    )
    return bool(named) and not (first.startswith("tiền ") or several or is_named)


def _stops_first(told: Told) -> bool:
    """It is told that something ends, though the name does not begin with that and there is another result."""
    ends = _ENDS.match(told.answers["result"].text)
    others = [text for text in _texts(told) if not (_ENDS.match(text) or _REPLY.match(text))]
    return bool(ends and others) and not _ABOUT_ENDS.search(told.record.name[:60].split(",")[0])


def _replies_first(told: Told) -> bool:
    """A reply that says nothing is told, and the record names a paper besides."""
    return bool(_REPLY.match(told.answers["result"].text)) and any(map(_A_GRANT.match, _texts(told)))


def _has_stray_signs(told: Told) -> bool:
    text = told.answers["result"].text
    return (not text[0].isalnum() and text[0] not in '“"([') or text[-1] in ",;:-+" or ";, " in text


def _shouts(told: Told) -> bool:
    letters = [letter for letter in told.answers["result"].text if letter.isalpha()]
    return len(letters) > _SHORT and sum(map(str.isupper, letters)) > _CAPITALS * len(letters)


def _is_shared_as_the_only_one(told: Told) -> bool:
    """A link tells one result where there may be another."""
    answer = told.answers["result"]
    said = in_short({"kind": "current", "label": ""}, [answer])
    card = card_of("", "", {"kind": "current", "label": ""}, [answer])
    texts = (said, card.answers[0].text)
    return answer.known and "kết quả khác" in answer.detail and not all("kết quả khác" in text for text in texts)


RESULT_KINDS: Mapping[str, Kind] = {
    "refusal_first": Kind("a refusal or a call for corrections as what one gets", _gets_a_refusal),
    "named_result_later": Kind("a side result leads before what the name names", _is_named_later),
    "stopping_first": Kind("that something ends, though the name asks for something", _stops_first),
    "reply_first": Kind("a reply that says nothing, though a paper is named besides", _replies_first),
    "result_with_stray_signs": Kind("a result with list signs before or behind it", _has_stray_signs),
    "result_in_capitals": Kind("a result in capitals", _shouts),
    "shared_as_the_only_one": Kind("a link that tells one of several results", _is_shared_as_the_only_one),
    "grant_denied": Kind("the record names what one gets, and it is said to be unknown", _is_denied_what_it_gets),
}

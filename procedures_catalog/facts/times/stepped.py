"""What the steps say of time where the table and its notes say nothing: within how long of receiving the papers."""

import re
from collections.abc import Sequence

from procedures_catalog.facts.record import Channel, Step
from procedures_catalog.facts.times.clock import on_the_day
from procedures_catalog.facts.times.lengths import Length, lengths_in

#: The line where each step has its own time.
SEE_STEPS = "Mỗi bước có thời hạn riêng, xem các bước"
_FROM_STEPS = " (theo các bước)"
#: A section of its own among the steps.
_OF_TIME = re.compile(r"\W*thời (?:hạn|gian) giải quyết\W*", re.IGNORECASE)
_AT_ONCE = re.compile(r"trả (?:kết quả )?trong ngày\b", re.IGNORECASE)
_WITHIN = re.compile(
    r"(?:thời hạn|thời gian|trong vòng)(?: không quá| tối đa| là)*\s*$|(?:không quá|chậm nhất)\s*$", re.IGNORECASE
)
_OF_RECEIPT = re.compile(
    r"\s*,?\s*(?:làm việc )?(?:kể |tính )?từ (?:ngày |khi |thời điểm )(?:tiếp nhận|nhận|thụ lý)(?: được| đủ)*"
    r"(?: bộ)? hồ sơ"
    r"(?! (?:thẩm định|trình|bổ sung|đề nghị của|khai thuế|điện tử|do|từ|của (?!tổ chức|cá nhân|người|doanh nghiệp)))",
    re.IGNORECASE,
)
#: The papers are looked through, or something is wrong with them: not the time in which one gets what one asked for.
#: Looked for up to so many characters behind a length.
_NEAR, _CLOSE = 160, 40
_LOOKS_THROUGH = re.compile(
    r"tính đầy đủ|(?:chưa|không) (?:đầy đủ|hợp lệ|đúng|đủ|đạt|đáp ứng|bảo đảm|đảm bảo)|còn thiếu|bổ sung|hướng dẫn"
    r"|khắc phục|kiểm tra thành phần|số hóa|thông báo tiếp nhận|từ chối|trả lại hồ sơ|địa điểm, thời gian|hoàn chỉnh",
    re.IGNORECASE,
)
#: Until when somebody else has to do something.
_OF_OTHERS = re.compile(r"\btrước (?:khi|ngày|thời)|ít nhất|tối thiểu|niêm yết|nộp hồ sơ (?:khai|chậm)|người nộp thuế")


def stepped_time(channels: Sequence[Channel], steps: Sequence[Step]) -> str:
    """Within how long of receiving the papers, the way to the steps where there are several such times, "" where the
    steps do not say it. A number that the table has without a unit bears its step out."""
    lengths = [one for one in lengths_in(_texts(steps)) if not _OF_OTHERS.search(one.near(_CLOSE))]
    received = [one for one in lengths if _is_answer(one)]
    if not received:
        late = on_the_day(_texts(steps))
        return late and late + _FROM_STEPS
    numbers = {row.time_limit.number.lstrip("0") for row in channels if row.time_limit.unit == "other"}
    borne_out = {one.text for one in received if one.number in numbers - {"1", ""}}
    if len(borne_out) == 1:
        return borne_out.pop() + _FROM_STEPS
    others = [one for one in lengths if not _LOOKS_THROUGH.search(one.near(_NEAR))]
    sentences = {" ".join(one.sentence.split()).casefold() for one in (*received, *others)}
    is_one = len(sentences) == 1 and len({one.text for one in received}) == 1
    return received[0].text + _FROM_STEPS if is_one else SEE_STEPS


def time_by_cases(steps: Sequence[Step], most: Length) -> str:
    """The least and the most that a section about time tells by cases, where `most`, the one time of the table, is the
    longest of them; "" where it tells no other."""
    texts = [step.text for step in steps if _OF_TIME.fullmatch(step.name)]
    lengths = sorted(lengths_in(texts), key=lambda length: length.days)
    if not lengths or lengths[-1].number != most.number:
        return ""
    least, longest = ("0" if any(map(_AT_ONCE.search, texts)) else lengths[0].number), lengths[-1].text
    return "" if least == most.number else f"{_between(least, longest)}, tùy trường hợp{_FROM_STEPS}"


def _between(least: str, longest: str) -> str:
    return f"Trong ngày đến {longest}" if least == "0" else f"{least} – {longest}"


def _texts(steps: Sequence[Step]) -> list[str]:
    return [f"{step.name}\n{step.text}" for step in steps]


def _is_answer(length: Length) -> bool:
    is_within = _WITHIN.search(length.before) and _OF_RECEIPT.match(length.after)
    return bool(is_within) and not _LOOKS_THROUGH.search(length.near(_NEAR))

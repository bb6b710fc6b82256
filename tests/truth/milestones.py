"""How long: one of several times that the notes name, one for each step, is not told as that of the whole."""

import re
from collections.abc import Mapping

from tests.truth.kinds import Kind, Told

_ALONE = re.compile(r"(\d{1,3}) ngày(?: làm việc)?")
_STEP = re.compile(
    r"^(?:Mô tả:)?[-+*\s]*(?:Tiếp nhận|Kiểm tra|Thẩm định|Đánh giá|Trả kết quả|Cấp (?!mới|lại|đổi))[^:\n]*:\s*(\d{1,3})"
    r" ngày(?: làm việc)?[\s.;]*$",
    re.MULTILINE,
)
_NO_MORE_THAN = re.compile(
    r"không quá (\d{1,3}) ngày làm việc kể từ ngày (?!làm|có văn bản)[^.;\n]{3,60}", re.MULTILINE
)
_NO_ANSWER = re.compile(r"khắc phục|bổ sung|hoàn thiện|từ chối|hợp lệ|hiệu lực|không tính", re.IGNORECASE)


def _notes(told: Told) -> str:
    return "\n".join(dict.fromkeys(note for row in told.record.channels for note in row.notes))


def _tells_one_step(told: Told) -> bool:
    alone = _ALONE.fullmatch(told.answers["time"].text)
    steps = [int(number) for number in _STEP.findall(_notes(told))]
    return alone is not None and len(steps) > 1 and int(alone[1]) in steps and sum(steps) > int(alone[1])


def _keeps_a_longer_time_back(told: Told) -> bool:
    alone = _ALONE.fullmatch(told.answers["time"].text)
    found = (match for match in _NO_MORE_THAN.finditer(_notes(told)) if not _NO_ANSWER.search(match[0]))
    return alone is not None and any(int(match[1]) > int(alone[1]) for match in found)


MILESTONE_KINDS: Mapping[str, Kind] = {
    "one_step_as_the_whole": Kind("the time of one step is told as that of the whole", _tells_one_step),
    "longer_time_kept_back": Kind(
        "a note names a longer time, and a shorter one alone is told", _keeps_a_longer_time_back
    ),
}

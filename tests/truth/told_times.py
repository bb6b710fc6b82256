"""How long, as notes and steps say it beside the table: longer cases, the other unit, what steps alone tell."""

import re
from collections.abc import Mapping

from tests.truth.kinds import Kind, Told

_UNITS = {"working_day": "ngày làm việc", "day": "ngày", "hour": "giờ", "month": "tháng", "year": "năm"}
_LENGTH = r"(?<![\d/.,-])(\d{1,3})(?:\s*\([^()\d]*\))?\s+(ngày làm việc|ngày|tháng)(?![\w/]| \d)"
#: A sentence that opens with a case and a length of its own, or names the case behind the length.
_CASE_FIRST = re.compile(
    r"(?:^|[.;\n]|\s[-+] )\s*[-+]?\s*(?:\S+\) )?(?:Trường hợp|Đối với|Nếu)[^.;\n]{3,200}?(?:không quá|là|:|thì)\s*"
    + _LENGTH
)
_CASE_LAST = re.compile(rf"{_LENGTH}\s*\(?(?:đối với|trong trường hợp|trường hợp)")
_NO_ANSWER = re.compile(
    r"khắc phục|bổ sung|hoàn thiện|từ chối|không hợp lệ|chưa hợp lệ|hiệu lực|không tính|không đạt|tăng thêm|trả lời",
    re.I,
)
_OF_TIME = re.compile(
    r"\d|ngay|thời hạn chung|quy chế|tự động|theo đợt|trước khi|phản hồi|giấy hẹn|đến ngày", re.IGNORECASE
)
_DAYS = {"ngày làm việc": 1.4, "ngày": 1, "tháng": 30}
_FROM_STEPS = re.compile(
    rf"(?:thời hạn|thời gian|trong vòng)(?: không quá| tối đa)? {_LENGTH},? kể từ (?:ngày|khi)(?: tiếp)? nhận"
    r"(?: được| đủ)*(?: bộ)? hồ sơ (?:đầy đủ|hợp lệ|theo quy định)[^.;\n]{0,200}?(?:cấp|quyết định|ban hành)"
)


def _notes(told: Told) -> str:
    return "\n".join(note.removeprefix("Mô tả:") for row in told.record.channels for note in row.notes)


def _steps(told: Told) -> str:
    return "\n".join(f"{step.name}\n{step.text}" for step in told.record.steps)


def _one_number(told: Told) -> tuple[str, str] | None:
    """The number and the unit where every channel has the same."""
    found = {
        (row.time_limit.number, _UNITS.get(row.time_limit.unit, ""))
        for row in told.record.channels
        if row.time_limit.number and row.time_limit.unit != "other"
    }
    return found.pop() if len(found) == 1 else None


def _keeps_a_longer_case_back(told: Told) -> bool:
    stated, notes = _one_number(told), _notes(told)
    if not stated or stated[1] not in _DAYS or not told.answers["time"].known:
        return False
    most = float(stated[0].replace(",", ".")) * _DAYS[stated[1]]
    cases = [*_CASE_FIRST.finditer(notes), *_CASE_LAST.finditer(notes)]
    longer = [match for match in cases if _is_longer(match, stated, most) and not _NO_ANSWER.search(_around(match))]
    return bool(longer) and "trường hợp" not in told.answers["time"].text


def _is_longer(match: re.Match[str], stated: tuple[str, str], most: float) -> bool:
    number, unit = int(match[1]), match[2].lower()
    same = number == float(stated[0].replace(",", ".")) and {unit, stated[1]} <= {"ngày", "ngày làm việc"}
    if {unit, stated[1]} <= {"ngày", "ngày làm việc"} and number < float(stated[0].replace(",", ".")):
        return False
    return not same and number * _DAYS[unit] > most * 1.05


def _around(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 60) : match.end() + 80]


def _keeps_steps_back(told: Told) -> bool:
    return not told.answers["time"].known and bool(_FROM_STEPS.search(_steps(told)))


def _promises_a_table_of_no_length(told: Told) -> bool:
    notes = _notes(told)
    limits = " ".join(f"{_UNITS.get(row.time_limit.unit, '')} {row.time_limit.text}" for row in told.record.channels)
    says = _OF_TIME.search(notes)
    return "bảng thời hạn" in told.answers["time"].text and not says and not limits.replace("Theo mô tả", "").strip()


def _tells_the_other_unit(told: Told) -> bool:
    """A number of days, and wherever the record repeats it from the day of receipt it is of working days; or the
    other way round."""
    stated = _one_number(told)
    if not stated or stated[1] not in ("ngày", "ngày làm việc") or "," in stated[0] or "." in stated[0]:
        return False
    texts = f"{_notes(told)}\n{_steps(told)}"
    number = rf"(?<![\d/.,-])0*{stated[0].lstrip('0')}(?:\s*\([^()\d]*\))?\s+"
    working = re.search(number + r"(?:ngày )?ngày\s+làm\s+việc", texts, re.IGNORECASE)
    days = re.search(number + r"ngày(?!\s+làm\s+việc|\s+ngày)", texts, re.IGNORECASE)
    other = {"ngày": working and not days, "ngày làm việc": days and not working}[stated[1]]
    received = re.search(
        number
        + r"ngày(?:\s+làm\s+việc)?,?\s*kể từ (?:ngày|khi)(?: tiếp)? nhận(?: được| đủ)*(?: bộ)? hồ sơ (?:hợp lệ|đầy đủ)",
        texts,
        re.IGNORECASE,
    )
    said = told.answers["time"].text
    return bool(other and received) and ("làm việc" in said) is (stated[1] == "ngày làm việc") and "(" not in said


def _hours_of_work_are_hours(told: Told) -> bool:
    stated = _one_number(told)
    if not stated or stated[1] != "giờ":
        return False
    said = re.search(rf"(?<!\d)0*{stated[0].lstrip('0')}\s+giờ làm việc", f"{_notes(told)}\n{_steps(told)}")
    return bool(said) and "giờ làm việc" not in told.answers["time"].text


def _calls_nothing_a_time(told: Told) -> bool:
    return told.answers["time"].text.strip(" .").lower() in ("không", "theo mô tả", "xem phần mô tả", "không có")


def _tells_an_hour_of_the_clock(told: Told) -> bool:
    """Hours that the record has behind “sau” alone, or the late case without the ordinary one."""
    said = told.answers["time"].text
    hours = re.match(r"(\d+) giờ", said)
    texts = f"{_notes(told)}\n{_steps(told)}"
    return said.startswith("Nộp sau") or bool(hours and re.search(rf"\bsau 0?{hours[1]} ?(?:giờ|h)\b", texts))


def _notes_a_unit_alone(told: Told) -> bool:
    return bool(re.search(r"\((?:ghi chú|các bước): ?\D+\)", told.answers["time"].text))


def _keeps_cases_of_a_section_back(told: Told) -> bool:
    """One time is told, and a section of the record about times has shorter ones for cases."""
    stated = _one_number(told)
    of_time = (step.text for step in told.record.steps if "thời hạn giải quyết" in step.name.lower().strip(" :.-"))
    numbers = {int(found[1]) for text in of_time for found in re.finditer(_LENGTH, text)}
    if not stated or len(numbers) < 2 or max(numbers) != float(stated[0].replace(",", ".")):
        return False
    return "tùy trường hợp" not in told.answers["time"].text


TOLD_TIME_KINDS: Mapping[str, Kind] = {
    "longer_case_kept_back": Kind(
        "one time is told, and a note says that a case takes longer", _keeps_a_longer_case_back
    ),
    "time_of_steps_kept_back": Kind("no time is told, and the steps say within what", _keeps_steps_back),
    "table_without_a_length": Kind(
        "a table of times is promised in which there is none", _promises_a_table_of_no_length
    ),
    "other_unit": Kind("days where the rest of the record has working days, or the reverse", _tells_the_other_unit),
    "hours_of_work": Kind("hours where the record has hours of work", _hours_of_work_are_hours),
    "clock_called_a_length": Kind(
        "an hour of the clock as a time, or only what holds after it", _tells_an_hour_of_the_clock
    ),
    "unit_without_its_number": Kind("a note of a unit that nobody understands", _notes_a_unit_alone),
    "cases_of_a_section_kept_back": Kind(
        "one time, and a section about times has others by case", _keeps_cases_of_a_section_back
    ),
    "nothing_called_a_time": Kind("“Không”, “Theo mô tả” are told as a time", _calls_nothing_a_time),
}

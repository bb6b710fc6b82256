"""What the notes of the channels say of time: the whole of it, a case that takes longer, days that are working days."""

import re
from collections.abc import Iterable, Sequence

from procedures_catalog.facts.record import Channel
from procedures_catalog.facts.time_limits import note_text, tells_the_time
from procedures_catalog.facts.times.lengths import Length, lengths_in

#: The line where notes say that no rule sets a time.
NOT_SET = "Không quy định thời hạn"
#: What is said where notes name several times and none of them is that of the whole.
SEVERAL = "có nhiều mốc"
_LONGEST = 90
_NUMBER = r"\d+(?:[.,]\d)?(?: ?\([^)]{1,20}\))? ?(?:ngày(?: làm việc)?|giờ(?: làm việc)?|tháng|tuần|phút)"
_LENGTH = r"(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|mười)\)? ?(?:\([^)]{1,20}\) ?)?(?:ngày|giờ|tháng|tuần|phút|năm\b)"
_SAYS_ONLY_THE_TIME = re.compile(
    rf"(?:trong (?:thời hạn|thời gian|vòng)|thời hạn|không quá|tối đa|chậm nhất|kể từ|ngay|đổi ngay|{_LENGTH})",
    re.IGNORECASE,
)
_NO_RULE = re.compile(
    r"(?:cách thức thực hiện: )?không quy định(?: (?:về )?(?:thời hạn|thời gian)\b.*)?(?:[ .]*|;.*)"
    r"|.*\b(?:không|chưa) (?:có )?quy định (?:cụ thể )?(?:về )?(?:thời hạn|thời gian)\b.*"
    r"|không có thời gian thực hiện[ .]*",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:\d\. ?)?(?:thời hạn|thời gian)(?: (?:giải quyết|thực hiện|trả kết quả|xử lý))+"
    r"(?: (?:hồ sơ|thủ tục|thủ tục hành chính|tthc))?\s*:\s*(?P<said>\S.*)",
    re.IGNORECASE,
)
_WHOLE_OF_PARTS = re.compile(rf"(?P<said>{_NUMBER}(?: và {_NUMBER})*)\s*[,;:]? *(?:trong đó|cụ thể)\b.*", re.IGNORECASE)
#: A length that is the applicant's own to keep, or counted back from a day.
_OF_OTHERS = re.compile(
    r"\btrước\b|ít nhất|tối thiểu|có trách nhiệm gửi|chi trả|\bvào\b|\bmỗi\b|một lần", re.IGNORECASE
)
_AT_ONCE = re.compile(r"\bngay\b", re.IGNORECASE)
_EXCEEDED = re.compile(r"(?<!không )\bquá\s*$", re.IGNORECASE)

# --- A longer case --------------------------------------------------------------------------------

_A_CASE = re.compile(
    r"trường hợp|đối với|\bnếu\b|phức tạp|xác minh|kéo dài|khó khăn|hoặc|\bphải\b|\bcần\b|các trường hợp", re.IGNORECASE
)
_FROM_RECEIPT = re.compile(r"kể từ (?:ngày |khi )?(?:tiếp )?nhận|tính từ (?:ngày|khi) nhận", re.IGNORECASE)
#: Of papers to be made good, of what is valid for how long, of what is not counted: no time in which one is answered;
#: looked for up to so many characters behind a length.
_NEAR = 90
_NOT_THE_ANSWER = re.compile(
    r"khắc phục|(?<!sửa đổi, )bổ sung|sửa đổi hồ sơ|hoàn thiện (?:hồ sơ|lại)|(?:hết|có|còn) hiệu lực|có giá trị"
    r"|không tính|không bao gồm thời gian|chi trả|ghi nợ|trước khi hết|niêm yết|từ chối|chưa hợp lệ|không hợp lệ"
    r"|nộp (?:đủ )?(?:phí|lệ phí)|thông báo nộp|thương lượng",
    re.IGNORECASE,
)
#: Not counted from the papers but from the end of a step before: a time among others.
_AFTER_A_STEP = re.compile(r"sau khi kết thúc", re.IGNORECASE)
_BEFORE_A_DAY = re.compile(r"\s*(?:,\s*)?(?:trước|trở lên|một lần|liên tục|/)", re.IGNORECASE)
_AT_LEAST = re.compile(r"(?:trước|ít nhất|tối thiểu|trên|từ|gửi trong vòng|có thời hạn)\s*$", re.IGNORECASE)
#: Months are mostly how long something is held or valid; a time limit where they stand like one.
_LIKE_A_LIMIT = re.compile(r"(?:^|không quá|thời hạn|thời gian|tối đa|là|hoặc|:)[\s(+*-]*$", re.IGNORECASE)
_MORE = re.compile(r"(?:tăng|kéo dài|gia hạn) thêm(?: không quá| tối đa| là)?\s*$", re.IGNORECASE)
#: A step of the office's own work with its time: "Tiếp nhận hồ sơ: 3 ngày".
_STEP = re.compile(
    r"[\W\d]*(?:bước \d+\W+)?(?:tiếp nhận|kiểm tra|đánh giá|thẩm định|xử lý|trình|trả kết quả|cấp (?!mới|lại|đổi))"
    r"[^:;.]{0,60}:\s*",
    re.IGNORECASE,
)
#: What is not counted is no sign that a length is of something else.
_NOT_COUNTED = re.compile(r"không kể thời gian [^;.()]*?(?:bổ sung, hoàn thiện|bổ sung|hoàn thiện)(?: hồ sơ)?")
_MOST_LISTED = 4
#: Of two lengths the longer one only by more than how days are counted.
_CLEARLY = 1.05
_KINDRED = (("ngày", "ngày làm việc"), ("giờ", "giờ làm việc"))


def notes_of(channels: Iterable[Channel]) -> tuple[str, ...]:
    """The notes of all channels, each once."""
    return tuple(dict.fromkeys(note_text(note) for channel in channels for note in channel.notes))


def whole_time(channels: Sequence[Channel]) -> str | None:
    """The time where the table leaves it to its notes; "" where they tell several, None where they tell none."""
    if not any(tells_the_time(row.notes) or any(map(_NO_RULE.fullmatch, _lines(row))) for row in channels):
        return None
    said = {_said_by(_lines(row)) for row in channels if row.notes}
    text = said.pop() or "" if len(said) == 1 else ""
    return text[:1].upper() + text[1:].rstrip(" .;")


def _lines(channel: Channel) -> list[str]:
    lines = (line.strip("-+* ") for note in channel.notes for line in note_text(note).split("\n"))
    return [" ".join(line.split()) for line in lines if line.strip()]


def _said_by(lines: Sequence[str]) -> str:
    """What the notes of a channel say of the whole time; "" where they tell several, or of each step."""
    lengths = lengths_in(lines)
    if any(map(_NO_RULE.fullmatch, lines)) and not lengths:
        return NOT_SET
    labelled = [match["said"].strip() for line in lines if (match := _LABELLED.fullmatch(line))]
    if len(labelled) == 1 and len(labelled[0]) <= _LONGEST and len(lengths_in(labelled)) == len(lengths):
        return labelled[0]
    if whole := _WHOLE_OF_PARTS.match(lines[0]):
        return whole["said"]
    is_short = len(lines) == 1 and len(lines[0]) <= _LONGEST + 30
    return lines[0] if is_short and _SAYS_ONLY_THE_TIME.match(lines[0]) else _only_length(lengths, lines)


def _only_length(lengths: Sequence[Length], lines: Sequence[str]) -> str:
    """The only length that the notes name, where it is the office's to keep, whatever the case."""
    if len(lengths) != 1 or _AT_ONCE.search(" ".join(lines)):
        return ""
    only = lengths[0]
    is_limit = _is_of_the_answer(only) and not (_OF_OTHERS.search(only.sentence) or _EXCEEDED.search(only.before))
    return f"{only.text} (theo ghi chú)" if is_limit else ""


def longer_case(most: Length, channels: Sequence[Channel]) -> str:
    """What the notes say of a case that takes longer than `most`, the longest time of the table; "" for none."""
    known = [length for length in lengths_in(notes_of(channels)) if _is_of_the_answer(length)]
    lengths = [length for length in known if not _AFTER_A_STEP.search(length.near(_NEAR))]
    more = [length for length in lengths if _MORE.search(length.before)]
    longer = [length for length in lengths if not _MORE.search(length.before) and _is_longer(length, most)]
    cases = [length for length in longer if _A_CASE.search(length.sentence)]
    if cases:
        return f"; có trường hợp {_up_to(cases)}"
    if more:
        return f"; có trường hợp thêm {_up_to(more).removeprefix('đến ')}"
    noted = [length for length in longer if _FROM_RECEIPT.match(length.after.lstrip(" ,"))]
    if noted:
        return f"; ghi chú nêu {_up_to(noted)}"
    is_beyond = any(_is_longer(length, most) for length in known) or _are_steps_beyond(known, most)
    return f"; {SEVERAL}: {_listed(known, most)}" if is_beyond else ""


def _are_steps_beyond(lengths: Sequence[Length], most: Length) -> bool:
    """Whether the time is that of one step of several, which the notes name one by one."""
    steps = [length for length in lengths if _STEP.fullmatch(length.before) and not length.after.strip(" .;")]
    kindred = {length.unit for length in steps} <= {"ngày", "ngày làm việc"}
    is_one = most.text in {length.text for length in steps}
    return len(steps) > 1 and kindred and is_one and sum(map(_number, steps)) > _number(most)


def _listed(lengths: Sequence[Length], most: Length) -> str:
    """The lengths in their order, each once, that of the table before them where they do not have it; only the longest
    where they are many."""
    texts = list(dict.fromkeys(length.text for length in lengths))
    texts = texts if most.text in texts else [most.text, *texts]
    return ", ".join(texts) if len(texts) <= _MOST_LISTED else _up_to(lengths)


def _number(length: Length) -> float:
    return float(length.number.replace(",", "."))


def _up_to(lengths: Sequence[Length]) -> str:
    longest = max(lengths, key=lambda length: length.days)
    return longest.text if len({length.text for length in lengths}) == 1 else f"đến {longest.text}"


def _is_of_the_answer(length: Length) -> bool:
    """Whether it is a time in which one is answered."""
    is_held = length.unit == "tháng" and not _LIKE_A_LIMIT.search(length.before)
    if is_held or _NOT_THE_ANSWER.search(_NOT_COUNTED.sub("", length.near(_NEAR))):
        return False
    return not (_AT_LEAST.search(length.before) or _BEFORE_A_DAY.match(length.after))


def _is_longer(length: Length, most: Length) -> bool:
    kindred = length.unit == most.unit or any({length.unit, most.unit} <= {*units} for units in _KINDRED)
    is_same_number = length.number == most.number and kindred
    if length.unit.startswith("giờ") and most.unit.startswith("giờ"):
        return _number(length) > _number(most)
    return not is_same_number and length.days > most.days * _CLEARLY


# --- Days or working days -------------------------------------------------------------------------


def other_unit(stated: Length, texts: Iterable[str], *, received: bool = False) -> str:
    """The unit that texts give to the very number of the table: "ngày làm việc" for "ngày", the reverse, "giờ làm
    việc" for "giờ"; "" where they do not have it, or have the table's too. `received`: only from the day on which the
    papers are received.
    """
    same = [length for length in lengths_in(texts) if length.number == stated.number]
    units = {length.unit for length in same}
    other = {"ngày": "ngày làm việc", "ngày làm việc": "ngày", "giờ": "giờ làm việc"}.get(stated.unit, "")
    if other not in units or stated.unit in units:
        return ""
    counted = [length for length in same if length.unit == other and not _NOT_THE_ANSWER.search(length.near(_NEAR))]
    if received:
        counted = [length for length in counted if _FROM_RECEIPT.match(length.after.lstrip(" ,"))]
    return other if counted and not all(_AT_LEAST.search(length.before) for length in counted) else ""

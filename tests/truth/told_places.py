"""“Nộp ở đâu” beside what the record's own words tell of handing in: in its notes, its first steps and its address."""

import re
from collections.abc import Iterator, Mapping

from procedures_catalog.facts.record import ProcedureRecord
from tests.truth.kinds import Kind, Told

_HANDS_IN = r"\b(?:nộp|gửi)\b[^.;\n]{0,300}?\b(?:đến|tới|tại|về|cho)\s+(?:các )?"
_CENTRE = (
    r"(?:Trung tâm (?:phục vụ )?hành chính công|(?:Ủy|Uỷ) ban nhân dân|UBND"
    r"|Bộ phận (?:một cửa|tiếp nhận)(?:(?!công an)[^.;\n]){0,60}cấp)"
)
_TO_CENTRE = re.compile(_HANDS_IN + _CENTRE, re.IGNORECASE)
_TO_DEPARTMENT = re.compile(rf"(?i:{_HANDS_IN})Sở [A-ZĐ]")
_TO_ANYTHING = re.compile(
    r"(?:nộp|gửi|trực tiếp|địa chỉ)\b[^;\n]*?(?:đến|tới|tại|về|cho|:)\s+(?:các )?(?:trung tâm|bộ|bộ phận|cơ quan|sở"
    r"|ubnd|[ủu]y ban|uỷ ban|cục|phòng|thuế|trụ sở|văn phòng|chi nhánh)\b",
    re.IGNORECASE,
)
_TO_LAND_OFFICE = re.compile(_HANDS_IN + r"[^.;\n]{0,80}đăng ký đ[ấâ]t đai", re.IGNORECASE)
_TO_ANYBODY = re.compile(
    rf"(?i:{_HANDS_IN})(?:(?i:{_CENTRE})|(?:Sở|Bộ|Cục|Hội|Tổng cục|Ngân hàng) [A-ZĐÂÔ]|[Cc]ơ quan đại diện)"
)
_TO_ANOTHER = re.compile(
    rf"(?i:{_HANDS_IN})" + r"(?P<who>(?:Cục|Chi cục|Hội|Bộ|Ban [Qq]uản lý) (?:khu|Khu|[A-ZĐÂÔ]\w+)(?: \w+){0,3})"
)
_GOVERNMENT = (
    r"(?:(?:Chủ tịch )?(?:(?:[ỦUuủ]y|[UuỦủ]ỷ) ban [Nn]hân dân|UBND) (?:cấp )?(?:xã|tỉnh)"
    r"|[Tt]rung tâm (?:[Pp]hục vụ )?[Hh]ành chính công"
    r"|[Cc]ơ quan đăng ký kinh doanh cấp (?:xã|tỉnh)|Sở (?!hữu)[A-ZĐ]\w+)"
)
_PLAINLY_TO = re.compile(rf"(?i:\b(?:nộp|gửi)\b)[^.;\n]{{0,300}}?(?:(?:đến|tới|tại|về|cho)\s+|(?<=gửi )){_GOVERNMENT}")
_PLAINLY_RECEIVES = re.compile(
    rf"(?m:^[\W\d]*(?:Bước \d+ ?[:.] ?)?{_GOVERNMENT} tiếp nhận|[Cc]án bộ tiếp nhận hồ sơ tại {_GOVERNMENT})"
)
_STREET = re.compile(
    r"(?i:"
    + _HANDS_IN
    + r")[^;\n]{0,200}?(?:địa chỉ|số|,|-|–)[^;\n]{0,15}\b\d{1,4}[A-Z]?,? [A-ZĐÂÔ][^;\n]*(?:Hà Nội|Hồ Chí Minh)"
)
_CENTRE_WORDS = re.compile(r"hành chính công|một cửa|ủy ban|uỷ ban|ubnd|\bSở (?!hữu)|pvhcc|hcc", re.IGNORECASE)
#: Lines of an agency, or of what comes later.
_OF_OTHERS = re.compile(
    r"^(?:[-+*•\s]|bước \d+[:.]?|\w\))*(?:trong thời (?:hạn|gian)|sau khi|kể từ|căn cứ|nếu|khi nhận|trường hợp"
    r"|(?:ủy|uỷ) ban|ubnd|chủ tịch|sở|bộ|cục|chi cục|phòng|công an|công chức|cán bộ|trung tâm phục vụ|bộ phận"
    r"|văn phòng đăng ký|cảng vụ|hội đồng|cơ quan|quyết định|kết quả|biên phòng|trình tự|việc|hồ sơ|thời hạn)\b",
    re.IGNORECASE,
)
_OWN_OF_A_PROVINCE = re.compile(
    r"^(?:Phòng|Công an|Ngân hàng|Trung tâm Dịch vụ|Bộ Tư lệnh|Sở)\b(?!.*\d).*"
    r"(?:HCM|Hồ Chí Minh|Hà Nội|Hà nội|Cao Bằng)"
)
_COUNTER_OF_NOBODY = re.compile(
    r"^(?:bộ phận|văn phòng) (?:tiếp nhận|một cửa)(?: hồ sơ)?(?: và trả kết quả)?(?: giải quyết)?"
    r"(?: thủ tục hành chính)?$",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"^(?:[-+*•.\s]|[a-d]\)|hoặc|tại|trực tiếp)*(?P<kind>trung tâm (?:phục vụ hành chính công|hành chính công|pvhcc)"
    r"(?:(?! thuộc| của).)*?(?:tỉnh|thành phố|xã|phường)|trụ sở ubnd|(?:ủy|uỷ) ban nhân dân cấp (?:xã|tỉnh)"
    r"|sở (?!\d)\w+|cục \w+)",
    re.IGNORECASE,
)


def _notes(record: ProcedureRecord) -> Iterator[str]:
    """The lines of the notes of handing in oneself."""
    for channel in record.channels:
        if channel.channel == "direct":
            yield from (line.removeprefix("Mô tả: ") for note in channel.notes for line in note.splitlines())


def _first_lines(record: ProcedureRecord, most: int = 4) -> list[str]:
    """Notes, and the first lines of the steps: of those who come, not of those who sit there."""
    steps = [line for step in record.steps for line in (step.name, *step.text.splitlines()) if line.strip()][:most]
    return [line for line in (*_notes(record), *steps) if not _OF_OTHERS.match(line)]


def _all_lines(record: ProcedureRecord) -> str:
    return "\n".join([*_notes(record), *(f"{step.name}\n{step.text}" for step in record.steps)])


def _first_told(record: ProcedureRecord) -> str:
    """The first line that says where to hand in."""
    return next((line for line in _first_lines(record) if re.search(_HANDS_IN, line, re.IGNORECASE)), "")


def _text(told: Told) -> str:
    return told.answers["where"].text


def sends_to_a_centre(record: ProcedureRecord) -> bool:
    """Whether words to those who come send them to a one-stop centre, a committee or a department of one."""
    lines = "\n".join(_first_lines(record, most=30))
    return bool(_TO_CENTRE.search(lines) or _TO_DEPARTMENT.search(lines))


def tells_a_place(record: ProcedureRecord) -> bool:
    """Whether words of it, whoever says them, name a place to hand in."""
    lines = _all_lines(record)
    return any(said.search(lines) for said in (_TO_ANYTHING, _PLAINLY_TO, _PLAINLY_RECEIVES))


def _is_centre_unsaid(told: Told) -> bool:
    """People are sent to a one-stop centre or a committee, and the answer has only some other office."""
    is_said = _CENTRE_WORDS.search(_text(told)) or "Trung tâm" in _text(told)
    return not told.record.receiving_address and not is_said and bool(_TO_CENTRE.search(_first_told(told.record)))


def _is_another_receiver_unsaid(told: Told) -> bool:
    """Only some central office or association is told, and the answer is sure of a centre that no word names."""
    record, text = told.record, _text(told)
    found = _TO_ANOTHER.search(_first_told(record))
    if record.receiving_address or not found or not text.startswith("Trung tâm Phục vụ"):
        return False
    return not _CENTRE_WORDS.search("\n".join(_first_lines(record))) and found["who"][:8] not in text


def _is_port_unsaid(told: Told) -> bool:
    notes = "\n".join(_notes(told.record))
    return bool(re.search("tại trụ sở Cảng vụ", notes)) and "Cảng vụ" not in _text(told)


def _is_land_office_added(told: Told) -> bool:
    lines = "\n".join(_first_lines(told.record))
    is_said = "đăng ký đất đai" in _text(told).lower() and not told.record.receiving_address
    return is_said and bool(_TO_CENTRE.search(lines)) and not _TO_LAND_OFFICE.search(_all_lines(told.record))


def _is_told_place_unsaid(told: Told) -> bool:
    """The receiver is said to be unknown, though the first line that hands in names it."""
    answer = told.answers["where"]
    is_unknown = not answer.known or "Cơ quan nhận hồ sơ chưa công bố" in answer.detail
    return is_unknown and bool(_TO_ANYBODY.search(_first_told(told.record)))


def _is_plain_receiver_unsaid(told: Told) -> bool:
    """The receiver is said to be unknown, and some line has people hand in to an agency of a known level, or has it
    receive the papers."""
    answer = told.answers["where"]
    if answer.known and "Cơ quan nhận hồ sơ chưa công bố" not in answer.detail:
        return False
    every = _all_lines(told.record).splitlines()
    hands_in = any(_PLAINLY_TO.search(line) for line in every if not _OF_OTHERS.match(line))
    return hands_in or any(map(_PLAINLY_RECEIVES.search, every))


def _is_street_unsaid(told: Told) -> bool:
    is_unknown = "địa chỉ cụ thể chưa công bố" in told.answers["where"].detail.lower()
    return is_unknown and bool(_STREET.search("\n".join(_first_lines(told.record))))


def _is_of_nobody(told: Told) -> bool:
    return bool(_COUNTER_OF_NOBODY.match(_text(told)))


def _is_of_another_province(told: Told) -> bool:
    """The office of a great city first, in a procedure that a ministry decided and that has none of its own address."""
    number = told.record.decision_number
    is_ministry_s = bool(re.search(r"QĐ-B|QĐ-NHNN|QĐ-T", number)) and "UBND" not in number
    return is_ministry_s and not told.record.receiving_address and bool(_OWN_OF_A_PROVINCE.match(_text(told)))


def _are_other_places_unsaid(told: Told) -> bool:
    pieces = re.split(r"[;\n]", told.record.receiving_address)
    kinds = {" ".join(found["kind"].lower().split()) for found in map(_PLACES.match, pieces) if found}
    return len(kinds) > 1 and not re.search("hoặc|…", _text(told))


_JOINED = re.compile(
    r"(?:Bộ|Sở) (?:Kế hoạch và Đầu tư|Giao thông vận tải|Thông tin và Truyền thông|Tài nguyên và Môi trường"
    r"|Nông nghiệp và Phát triển|Lao động)|cấp huyện",
    re.IGNORECASE,
)


def _is_gone(told: Told) -> bool:
    return bool(_JOINED.search(_text(told)))


def _is_far_from_the_steps(told: Told) -> bool:
    """A bureau of the central police, where the procedure is the province's and it is handed in with its police."""
    far = re.match(r"(?:Cục|Bộ) .*Bộ Công an$", _text(told)) and told.record.levels == ("province",)
    return bool(far) and bool(
        re.search(r"nộp hồ sơ [^.\n]*Công an (?:cấp )?tỉnh", "\n".join(_first_lines(told.record)))
    )


#: Left: a case that has both (1.000082); sentences that a time opens, or whose counter is “của cơ quan tiếp nhận”; and
#: addresses for one case of several, or which steps and agencies contradict.
TOLD_KINDS: Mapping[str, Kind] = {
    "centre_unsaid": Kind("another office alone, where people are told to go to a one-stop centre", _is_centre_unsaid),
    "receiver_unsaid": Kind("sure of a centre that no word names, another is told", _is_another_receiver_unsaid, 1),
    "port_unsaid": Kind("border guards where the port's office takes the papers", _is_port_unsaid),
    "land_office_added": Kind("a land office beside the centre that alone is told", _is_land_office_added),
    "told_place_unsaid": Kind("a receiver said to be unknown that the steps name", _is_told_place_unsaid, 2),
    "plain_receiver_unsaid": Kind("a receiver said to be unknown that a line names", _is_plain_receiver_unsaid, 1),
    "street_unsaid": Kind("an address said to be unpublished that notes or steps give", _is_street_unsaid, 7),
    "counter_of_nobody": Kind("a counter without whose it is", _is_of_nobody),
    "office_of_another_province": Kind("one city's office in everybody's procedure", _is_of_another_province),
    "office_that_is_gone": Kind("an office of before the mergers of 2025, or a district's", _is_gone),
    "far_from_the_steps": Kind("a central bureau where steps say the province's police", _is_far_from_the_steps),
    "other_places_unsaid": Kind("one of several places of the address as the only one", _are_other_places_unsaid),
}

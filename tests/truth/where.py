"""“Nộp ở đâu” names the office that the record names, and a commune's sentence the same as the page."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from posting.rules.commune_role import Role, role_of, sentence
from procedures_catalog.facts.agencies.known_offices import KnownOffice, KnownOffices, said_offices
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.presenting.answering.where import addressed_by
from procedures_catalog.presenting.answers import five_answers
from tests.truth.kinds import Kind, Told
from tests.truth.told_places import sends_to_a_centre, tells_a_place

#: Words of agencies with counters of their own, as the finding counted them: none of the code's dictionary.
_OWN_COUNTERS = re.compile(
    "công an|cảnh sát|xuất nhập cảnh|bảo hiểm xã hội|bhxh|thuế|hải quan|quân sự|bộ đội|biên phòng|thi hành án|kho bạc"
    "|ngân hàng|cảng vụ|đăng kiểm|tòa án|toà án",
    re.IGNORECASE,
)
_CENTRE = re.compile("trung tâm (?:phục vụ|pvhcc|hành chính)|một cửa", re.IGNORECASE)
_CENTRES = ("Trung tâm Phục vụ", "Thường là Trung tâm Phục vụ")
_TAKES_PAPERS = re.compile("hành chính công|hcc|một cửa|ủy ban|uỷ ban|ubnd|tiếp nhận|^sở|đất đai", re.IGNORECASE)
_OF_COMMUNES = re.compile(
    r"\b(?:xã|phường|thị trấn|đặc khu)\b(?! hội)|^phòng (?:kinh tế|nội vụ|tư pháp)", re.IGNORECASE
)
_NAMELESS = re.compile(
    r"^(?:các )?(?:cơ quan(?: khác| chủ quản| đại diện chủ sở hữu| phân cấp| có thẩm quyền.*)?"
    r"|cơ quan quản lý nhà nước về nhà ở|tổ chức liên quan|thủ trưởng cơ quan|bộ trưởng(?:, quốc hội)?"
    r"|chủ tịch nước|thủ tướng.*|chính phủ|quốc hội.*|bộ, ngành và .*|công trình xây dựng, nông nghiệp)$",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"^[\W_]|^(?:bước|trực tiếp|nộp|gửi|tại|cá nhân|tổ chức/|http|trực tuyến|cổng|qua|sĩ quan)\b", re.IGNORECASE
)


def _role(told: Told) -> Role:
    return role_of(told.filing, told.record.competent or told.record.executing, takes_provincial=True)


def _named(record: ProcedureRecord) -> list[str]:
    """The agencies that carry it out, else that decide it, without words that name none."""
    roles = (
        [name for name in names if not _NAMELESS.match(name.strip(" ."))]
        for names in (record.executing, record.competent)
    )
    return next(filter(None, roles), [])


def _is_what_is_usual(told: Told) -> bool:
    return told.answers["where"].text.startswith("Thường là")


def _all_have_counters(names: Iterable[str]) -> bool:
    names = list(names)
    return bool(names) and all(map(_OWN_COUNTERS.search, names))


def _is_silent_of_centres(record: ProcedureRecord) -> bool:
    """Whether neither address nor notes nor steps name a centre or a committee."""
    notes = [note for channel in record.channels for note in channel.notes]
    said = "\n".join((record.receiving_address, *notes, *(step.text for step in record.steps)))
    return not _TAKES_PAPERS.search(said)


def _is_wrong_office(told: Told) -> bool:
    """The centre, for agencies with counters of their own, and not by the address that the record states or words."""
    is_said = _CENTRE.search(told.record.receiving_address) or sends_to_a_centre(told.record)
    return _all_have_counters(told.record.executing) and not is_said and told.answers["where"].text.startswith(_CENTRES)


def _commune_decides_wrongly(told: Told) -> bool:
    record = told.record
    deciding = record.competent or record.executing
    return _role(told).kind == "decides" and not (
        deciding and all(_OF_COMMUNES.search(name) for name in deciding) and not _all_have_counters(deciding)
    )


def _commune_receives_wrongly(told: Told) -> bool:
    """Papers of an agency with counters of its own, handed in at a centre that the record does not name."""
    record = told.record
    is_silent = _is_silent_of_centres(record) and not sends_to_a_centre(record)
    return _all_have_counters(record.executing) and _role(told).receives and is_silent


def _is_level_said_as_certain(told: Told) -> bool:
    record, answer = told.record, told.answers["where"]
    is_known = bool(_named(record)) or bool(record.receiving_address) or tells_a_place(record)
    return not is_known and answer.known and not _is_what_is_usual(told)


def _is_agency_unsaid(told: Told) -> bool:
    """An agency is named, and the portal says that it does not know, or what is usual."""
    return bool(_named(told.record)) and (not told.answers["where"].known or _is_what_is_usual(told))


def _disagrees(told: Told) -> bool:
    """What is said to somebody who stands in a commune, beside what the page says."""
    role, answer = _role(told), told.answers["where"]
    said = sentence(role, "Xã Gió")
    if not answer.known:
        return bool(said)
    if "nộp tại" in said:
        usual = "thường " if _is_what_is_usual(told) else ""
        return not said.endswith(f" {usual}nộp tại {answer.text.removeprefix('Thường là ')}.")
    takes = _TAKES_PAPERS.search(f"{answer.text}\n{told.record.receiving_address}")
    return not takes or _is_what_is_usual(told) != ("thường nhận" in said)


def _is_no_place(told: Told) -> bool:
    answer = told.answers["where"]
    return answer.known and bool(_NO_PLACE.match(answer.text))


def _is_counted_for_communes(told: Told) -> bool:
    """Found under “Cấp xã” though every agency that is named is of another level."""
    record = told.record
    named = _named(record)
    return (
        "commune" in told.filing.levels
        and _all_have_counters(named)
        and not any(map(_OF_COMMUNES.search, named))
        and not record.receiving_address
        and not sends_to_a_centre(record)
    )


# --- Beside the registry of the demonstration ------------------------------------------------------

_OWN_STREET = re.compile(r"địa chỉ|số \d", re.IGNORECASE)
DEMO = Path(__file__).parents[2] / "cms" / "demo" / "agencies.json"


@cache
def _rows() -> list[dict[str, Any]]:
    return [row for row in json.loads(DEMO.read_text("utf-8")) if not row.get("valid_to")]


@cache
def _known() -> tuple[KnownOffices, Mapping[int, str]]:
    offices = [_office(number, row) for number, row in enumerate(_rows())]
    return KnownOffices(offices, "Tỉnh Trường Sơn"), {at: row.get("address", "") for at, row in enumerate(_rows())}


def _office(number: int, row: dict[str, Any]) -> KnownOffice:
    code = row.get("unit", "").split("/")[0]
    commune = code if len(code) == 5 else ""
    centre = ("commune" if commune else "province") if row["kind"] == "counter" else ""
    return KnownOffice(number, row["name"], commune, centre)


@cache
def _addresses_by_name() -> Mapping[str, str]:
    """Name as records have it → address."""
    rows = (row for row in _rows() if row.get("address"))
    return {row["name"].replace(" tỉnh Trường Sơn", " tỉnh"): row["address"] for row in rows}


def _is_unaddressed(told: Told) -> bool:
    """The answer is the very name of an agency of the registry, and its address is said to be unknown, or not given."""
    (known, addresses), filing = _known(), told.filing
    address = _addresses_by_name().get(told.answers["where"].text, "")
    if not address or not filing.is_certain or _OWN_STREET.search(told.record.receiving_address):
        return False
    where = five_answers(told.record, (), filing, addressed_by(filing, known, addresses))[1]
    return address not in where.detail or "chưa công bố" in where.detail


def _is_police_unnamed(told: Told) -> bool:
    """People are sent to the police of communes alone, and those of a commune are not told which that is."""
    (known, _), text = _known(), told.answers["where"].text.removeprefix("Thường là ")
    if not text.startswith("Công an cấp xã") or " hoặc " in text:
        return False
    police = (row for row in _rows() if row["name"].startswith(("Công an xã", "Công an phường")))
    own = {row["unit"].split("/")[0]: [row["name"]] for row in police}
    return own != {code: [one.name for one in known.all_meant(said_offices(text), code)] for code in own}


WHERE_KINDS: Mapping[str, Kind] = {
    "wrong_office": Kind("a one-stop centre for police, customs, tax, bank, social insurance …", _is_wrong_office),
    "commune_decides_wrongly": Kind("“tiếp nhận và giải quyết” where others decide", _commune_decides_wrongly),
    "commune_receives_wrongly": Kind(
        "a commune that takes papers for agencies with own counters", _commune_receives_wrongly
    ),
    "level_alone_said_as_certain": Kind(
        "an office that only the level tells, without “thường là”", _is_level_said_as_certain
    ),
    "named_agency_unsaid": Kind("unknown or “thường là” though the record names an agency", _is_agency_unsaid),
    "answer_and_commune_sentence_disagree": Kind("another office on the page than at a scan", _disagrees),
    "no_place": Kind("a place that begins like a sentence or a link", _is_no_place),
    "counted_for_communes_wrongly": Kind("“Cấp xã” for agencies of other levels", _is_counted_for_communes),
    "known_office_unaddressed": Kind("an address that the registry has is not given", _is_unaddressed),
    "commune_police_unnamed": Kind("“Công an cấp xã” where the commune's police is known", _is_police_unnamed),
}

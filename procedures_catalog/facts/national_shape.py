"""The national file's shape: a JSON object a procedure, under Vietnamese names; read into a record and written back."""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from procedures_catalog.facts import names_list
from procedures_catalog.facts.codes import fault_of, parse_code
from procedures_catalog.facts.fees.national import NOTHING_STATED, format_fees, parse_fees, squeeze
from procedures_catalog.facts.original_wordings import restore
from procedures_catalog.facts.parts.shapes import KEYS, LINES, LONG_TEXT, TEXT, URL
from procedures_catalog.facts.parts.table import BY_NAME, OWN, PARTS, Part
from procedures_catalog.facts.record import Case, Channel, LegalBasis, ProcedureRecord, RequiredDocument
from procedures_catalog.facts.steps import format_steps, parse_steps
from procedures_catalog.facts.time_limits import format_time_limit, parse_time_limit
from procedures_catalog.facts.vocabulary import (
    CHANNELS,
    NATIONAL_CHANNELS,
    NATIONAL_KINDS,
    NATIONAL_LEVELS,
    PROCEDURE_KINDS,
)

LONGEST_NAME = 2_000
LONGEST_SECTOR = 500
LONGEST_TEXT = 200_000
MOST_ITEMS = 2_000
#: Texts that stand in lists of their own, whose columns are short.
LONGEST_LISTED = 255
#: Agencies, applicants or results of one procedure; the national list has no more than 26.
MOST_NAMES = 200
#: A text of the portal's own.
LONGEST_OWN = 500

Raw = Mapping[str, Any]

_NOT_IN_ADDRESS = re.compile(r"[\s\x00-\x1f<>\"\\]")
_NOTHING = NOTHING_STATED.casefold()


class UnacceptableError(ValueError):
    """A value that no record can hold: `field` as the file names it, `value`, and the reason in Vietnamese."""

    def __init__(self, field: str, value: object, reason: str) -> None:
        super().__init__(reason)
        self.field, self.value, self.reason = field, value, reason


REQUIRED = ("Mã thủ tục", "Tên thủ tục")
_NATIONAL = tuple(part for part in PARTS if part.national and not part.is_own)
#: The order in which the national file writes its fields.
FIELD_ORDER = tuple(part.national for part in _NATIONAL)
#: What a portal adds to the national fields; written only where it has something to say.
OWN_FIELDS = {part.national: part.name for part in OWN}
#: Fields that are one text there and here, and texts there that are lists here.
_PLAIN = ("sector", *(part.name for part in _NATIONAL if part.shape in (TEXT, LONG_TEXT) and part.name != "code"))
_LISTS = tuple(part for part in _NATIONAL if part.split)


# --- Reading --------------------------------------------------------------------------------------


def from_national(raw: Raw) -> ProcedureRecord:
    """The record that a national object says. Its texts must be clean. Raises UnacceptableError for a bad value."""
    for name in REQUIRED:
        if not _text(raw, name):
            raise UnacceptableError(name, raw.get(name, ""), f"thiếu trường bắt buộc “{name}”")
    values: dict[str, Any] = {name: _text(raw, BY_NAME[name].national) for name in _PLAIN}
    values |= {part.name: _list(raw, part) for part in _LISTS}
    _check_length("Tên thủ tục", values["name"], LONGEST_NAME)
    _check_length("Lĩnh vực", values["sector"], LONGEST_SECTOR)
    _check_listed("Lĩnh vực", values["sector"])
    for applicant in values["applicants"]:
        _check_listed("Đối tượng thực hiện", applicant)
    conditions, description = raw.get("Yêu cầu, điều kiện thực hiện"), raw.get("Mô tả")
    return ProcedureRecord(
        code=_code(raw),
        levels=_levels(raw),
        kind=_key(raw, "Loại thủ tục", NATIONAL_KINDS, PROCEDURE_KINDS),
        steps=parse_steps(_text(raw, "Trình tự thực hiện")),
        description=None if description == conditions else _text(raw, "Mô tả") or None,
        channels=tuple(_channel(item) for item in _items(raw, "Cách thức thực hiện")),
        cases=tuple(_case(item) for item in _items(raw, "Thành phần hồ sơ")),
        legal_bases=tuple(_legal_basis(item) for item in _items(raw, "Căn cứ pháp lý")),
        source_was_nfc=bool(raw.get("_nfc", True)),
        **values,
        **{part.name: _own(raw, part) for part in OWN},
    )


def _list(raw: Raw, part: Part) -> tuple[str, ...]:
    text = _text(raw, part.national)
    names = part.split(text) if text and part.split else ()
    if len(names) > MOST_NAMES:
        reason = f"trường “{part.national}” nêu {len(names)} tên, quá giới hạn {MOST_NAMES}"
        raise UnacceptableError(part.national, text, reason)
    return names


def _text(raw: Raw, name: str) -> str:
    value = raw.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise UnacceptableError(name, value, f"trường “{name}” phải là văn bản")
    if squeeze(value).casefold() == _NOTHING:
        return ""
    if len(value) > LONGEST_TEXT:
        raise UnacceptableError(name, value, f"trường “{name}” dài quá {LONGEST_TEXT} ký tự")
    return value.strip()


def _check_length(field: str, text: str, longest: int) -> None:
    if len(text) > longest:
        raise UnacceptableError(field, text, f"trường “{field}” dài {len(text)} ký tự, quá giới hạn {longest} ký tự")


def _check_listed(name: str, text: str) -> None:
    if len(text) > LONGEST_LISTED:
        raise UnacceptableError(name, text, f"trường “{name}” có mục dài quá {LONGEST_LISTED} ký tự")


def _code(raw: Raw) -> str:
    text = _text(raw, "Mã thủ tục")
    code = parse_code(text)
    if fault := fault_of(code):
        raise UnacceptableError("Mã thủ tục", text, fault)
    return text if code.written == text.upper() else code.written


def _levels(raw: Raw) -> tuple[str, ...]:
    return tuple(
        _choice("Cấp thực hiện", name, NATIONAL_LEVELS)
        for name in _text(raw, "Cấp thực hiện").split(",")
        if name.strip()
    )


def _key(raw: Raw, name: str, choices: Mapping[str, str], ours: Mapping[str, str] | None = None) -> str:
    text = _text(raw, name)
    return _choice(name, text, choices, ours) if text else ""


def _choice(name: str, text: str, choices: Mapping[str, str], ours: Mapping[str, str] | None = None) -> str:
    """The key of what the national list writes, or of what people read (`ours`), up to a remark in brackets."""
    labels = [(key, label) for names in (choices, ours or {}) for key, label in names.items()]
    said = squeeze(text).casefold()
    for key, label in labels:
        if said in (label.casefold(), label.partition(" (")[0].casefold()):
            return key
    allowed = ", ".join((ours or choices).values())
    raise UnacceptableError(name, text, f"không hiểu giá trị “{text[:100]}”; các giá trị đúng là: {allowed}")


def _items(raw: Raw, name: str) -> Sequence[Raw]:
    items = raw.get(name) or []
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise UnacceptableError(name, items, f"trường “{name}” phải là danh sách")
    if len(items) > MOST_ITEMS:
        raise UnacceptableError(name, len(items), f"trường “{name}” có quá {MOST_ITEMS} mục")
    return items


def _texts(item: Raw, name: str) -> tuple[str, ...]:
    values = item.get(name) or []
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise UnacceptableError(name, values, f"trường “{name}” phải là danh sách văn bản")
    if len(values) > MOST_ITEMS or any(len(value) > LONGEST_TEXT for value in values):
        raise UnacceptableError(name, len(values), f"trường “{name}” có quá {MOST_ITEMS} mục hoặc mục quá dài")
    return tuple(values)


def _channel(item: Raw) -> Channel:
    return Channel(
        channel=_choice("hinh_thuc", str(item.get("hinh_thuc", "")), NATIONAL_CHANNELS, CHANNELS),
        time_limit=parse_time_limit(_text(item, "thoi_han")),
        fees=parse_fees(_texts(item, "phi")),
        notes=_texts(item, "khac"),
    )


def _case(item: Raw) -> Case:
    name = item.get("truong_hop")
    return Case(None if name is None else _text(item, "truong_hop"), tuple(map(_paper, _items(item, "giay_to"))))


def _paper(item: Raw) -> RequiredDocument:
    return RequiredDocument(_text(item, "ten"), _count(item, "ban_chinh"), _count(item, "ban_sao"))


def _count(item: Raw, name: str) -> int:
    value = item.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 10_000:
        raise UnacceptableError(name, value, f"số lượng “{str(value)[:40]}” không phải số từ 0 đến 10.000")
    return value


def _legal_basis(item: Raw) -> LegalBasis:
    return LegalBasis(_text(item, "ten"), _text(item, "so_hieu") or None)


def _own(raw: Raw, part: Part) -> Any:
    """What the portal's own field says; "" or () where it is not in the object."""
    if part.shape is LINES:
        return _texts(raw, part.national)
    if part.shape is KEYS:
        return tuple(_choice(part.national, text, part.national_choices or {}) for text in _texts(raw, part.national))
    if part.national_choices is not None:
        return _key(raw, part.national, part.national_choices, part.choices)
    text = _text(raw, part.national)
    _check_length(part.national, text, LONGEST_OWN)
    return _url(part.national, text) if part.shape is URL else text


def _url(name: str, url: str) -> str:
    if url and not url.startswith(("https://", "http://")):
        raise UnacceptableError(name, url, "liên kết phải bắt đầu bằng https:// hoặc http://")
    if url and not _is_address(url):
        reason = "liên kết phải là một địa chỉ web đầy đủ, không có khoảng trắng, không có “@” trước tên miền"
        raise UnacceptableError(name, url, reason)
    return url


def _is_address(url: str) -> bool:
    """Whether it names a server as people read it: nothing before "@" pretends to be one."""
    try:
        parts = urlsplit(url)
        is_named = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    return is_named and "@" not in parts.netloc and not _NOT_IN_ADDRESS.search(url)


# --- Writing --------------------------------------------------------------------------------------


def to_national(record: ProcedureRecord) -> dict[str, Any]:
    """The national object that says this record, with the portal's own fields after it."""
    values: dict[str, Any] = {BY_NAME[name].national: getattr(record, name) for name in _PLAIN}
    values |= {part.national: names_list.JOIN.join(getattr(record, part.name)) for part in _LISTS}
    values |= {
        "Mã thủ tục": record.code,
        "Cấp thực hiện": ", ".join(NATIONAL_LEVELS[level] for level in record.levels),
        "Loại thủ tục": NATIONAL_KINDS.get(record.kind, ""),
        "Trình tự thực hiện": format_steps(record.steps),
        "Mô tả": record.conditions if record.description is None else record.description,
    }
    values = {name: text or NOTHING_STATED for name, text in values.items()}
    values |= {
        "Cách thức thực hiện": [_channel_out(channel) for channel in record.channels],
        "Thành phần hồ sơ": [_case_out(case) for case in record.cases],
        "Căn cứ pháp lý": [{"ten": basis.title, "so_hieu": basis.number} for basis in record.legal_bases],
        "_nfc": record.source_was_nfc,
    }
    ordered = {name: values[name] for name in FIELD_ORDER} | _own_out(record)
    return restore(ordered, dict(record.original_wordings)) if record.original_wordings else ordered


def _channel_out(channel: Channel) -> dict[str, Any]:
    return {
        "hinh_thuc": NATIONAL_CHANNELS[channel.channel],
        "thoi_han": format_time_limit(channel.time_limit),
        "phi": format_fees(channel.fees),
        "khac": list(channel.notes),
    }


def _case_out(case: Case) -> dict[str, Any]:
    papers = [{"ten": paper.name, "ban_chinh": paper.originals, "ban_sao": paper.copies} for paper in case.papers]
    return {"truong_hop": case.name, "giay_to": papers}


def _own_out(record: ProcedureRecord) -> dict[str, Any]:
    values = {part.national: _said(part, getattr(record, part.name)) for part in OWN}
    return {name: value for name, value in values.items() if value}


def _said(part: Part, value: Any) -> Any:
    if part.shape is KEYS:
        return [part.said(key) for key in value]
    if part.national_choices is not None:
        return part.national_choices.get(value, "")
    return list(value) if isinstance(value, tuple) else value

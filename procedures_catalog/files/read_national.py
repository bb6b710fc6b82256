"""Reads the national file: JSON lines, one procedure a line, into records, repairs and refusals."""

import dataclasses
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from procedures_catalog.facts.codes import REPAIRS, parse_code
from procedures_catalog.facts.national_shape import (
    FIELD_ORDER,
    OWN_FIELDS,
    REQUIRED,
    UnacceptableError,
    from_national,
)
from procedures_catalog.facts.original_wordings import DEEPEST, TooDeepError, clean_deep
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.files.issues import ReadRow, Refused, RowIssue, complain
from procedures_catalog.files.open_file import text_lines
from vietnamese.old_encodings import is_western, written
from vietnamese.spelling import repairs

_NO_TEXT = "chữ không đọc được thành tiếng Việt (phông cũ hoặc tệp lưu sai bảng mã); hãy lưu lại bằng Unicode"
_OWN = frozenset(OWN_FIELDS.values())
_OFFICIAL = frozenset(field.name for field in dataclasses.fields(ProcedureRecord)) - _OWN
_REASONS = {
    "nfc": "ghép lại dấu tiếng Việt viết rời (Unicode tổ hợp)",
    "zero_width": "bỏ ký tự vô hình nằm trong chữ",
    "d_stroke": "đổi chữ Ð của tiếng Iceland thành chữ Đ",
    "oi": "đổi chữ Ƣ sai bảng mã thành chữ Ư",
    "bullet": "đổi dấu đầu dòng của phông ký hiệu (Wingdings, Symbol) thành dấu •",
    "control": "bỏ ký tự điều khiển",
    "space": "đổi khoảng trắng lạ thành khoảng trắng thường",
}


def read_national(path: Path) -> Iterator[ReadRow | Refused]:
    """Each line of the file as a row. Raises UnreadableFile when the file as a whole cannot be read."""
    for number, line in text_lines(path):
        if line.strip():
            yield read_line(number, line)


def read_line(number: int, line: str) -> ReadRow | Refused:
    """One line as a row; whatever is wrong with it is said of this row alone."""
    try:
        raw = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        return _refuse(number, "", line, "dòng không phải là một đối tượng JSON hợp lệ")
    except ValueError:  # Python reads no number of more than 4300 digits
        return _refuse(number, "", line, "dòng có một số dài quá giới hạn")
    if not isinstance(raw, dict):
        return _refuse(number, "", line, "dòng phải là một đối tượng JSON có các trường của thủ tục")
    return read_object(number, raw)


def read_object(number: int, raw: dict[str, Any]) -> ReadRow | Refused:
    """One national object as a row."""
    wordings: dict[str, str] = {}
    try:
        cleaned = clean_deep(raw, wordings)
    except TooDeepError:
        reason = f"dòng có danh sách, đối tượng lồng nhau quá {DEEPEST} tầng"
        return Refused(number, complain(number, "", "", reason, **_said_of(raw)))
    font = written("\n".join(text for text in _texts(raw) if is_western(text)))
    if font.encoding or not font.is_readable:
        reason = (
            f"chữ viết kiểu {font.encoding}, không phải Unicode; hãy đổi rồi nhập lại" if font.encoding else _NO_TEXT
        )
        return Refused(number, complain(number, REQUIRED[1], "", reason, **_said_of(raw)))
    mended = (*_repairs(number, raw, cleaned), *_code_repairs(number, cleaned))
    try:
        record = from_national(cleaned)
    except UnacceptableError as fault:
        return Refused(number, complain(number, fault.field, fault.value, fault.reason, **_said_of(cleaned)))
    record = dataclasses.replace(record, original_wordings=tuple(sorted(wordings.items())))
    known = _OFFICIAL | {ours for theirs, ours in OWN_FIELDS.items() if theirs in cleaned}
    return ReadRow(number, record, known, "national", mended)


def _said_of(raw: dict[str, Any]) -> dict[str, Any]:
    return {key: raw.get(name) or "" for key, name in zip(("code", "name"), REQUIRED, strict=True)}


def _refuse(number: int, field: str, value: object, reason: str) -> Refused:
    return Refused(number, complain(number, field, value, reason))


def _repairs(number: int, raw: dict[str, Any], cleaned: dict[str, Any]) -> Iterator[RowIssue]:
    """One remark for each field in which anything was mended, saying all that was."""
    for field, value in raw.items():
        if cleaned.get(field) == value:
            continue
        found = {kind: text for text in _texts(value) for kind in repairs(text)}
        if found:
            reason = "; ".join(_REASONS[kind] for kind in _REASONS if kind in found)
            yield complain(number, field, next(iter(found.values())), reason)
    for field in raw.keys() - set(FIELD_ORDER) - set(OWN_FIELDS):
        yield complain(number, str(field), "", "trường không có trong mẫu dữ liệu quốc gia, đã bỏ qua")


def _code_repairs(number: int, cleaned: dict[str, Any]) -> Iterator[RowIssue]:
    code = cleaned.get(REQUIRED[0])
    for kind in parse_code(code).repairs if isinstance(code, str) else ():
        yield complain(number, REQUIRED[0], code, REPAIRS[kind])


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)

"""The code that a cell holds: with text beside it, without its last zeros, or spoiled by a spreadsheet program."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from procedures_catalog.facts.codes import MAX_LENGTH, Code, fault_of, parse_code, parse_number
from procedures_catalog.files.lists.row import Cell
from procedures_catalog.files.lists.unfit import Unfit
from vietnamese.fold import fold
from vietnamese.spelling import clean, squeeze

_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
#: A number that a program shows by its power of ten: what was “2345E67”, or a code of many digits.
_POWER = re.compile(r"\s*\d+(?:[.,]\d+)?E[+-]?\d+\s*", re.IGNORECASE)
_LARGEST = 10.0**10

_SUFFIX = r"(?:\.?0{3,4}\.?00\.?00\.[A-Z][0-9]{2}(?:\.[HX](?![A-Z]))?|\.[A-Z][0-9]{2}(?:\.[HX](?![A-Z]))?)"
_INSIDE = re.compile(rf"(?<![0-9.])[0-9](?:[.,] ?)?[0-9]{{6}}(?![0-9]){_SUFFIX}?(?!\.[0-9])", re.IGNORECASE)
#: Words beside a code which say that the row is not of it: an earlier one, one that is replaced.
_OF_ANOTHER = re.compile(
    r"\b(?:cu|thay|thay the|bai bo|huy|huy bo|het hieu luc|khong|chua|trung|sai|xem|nay la|doi thanh|truoc day|ngung)\b"
)
#: Numbers of decisions, days and years, which are no codes.
_OTHER_NUMBERS = re.compile(
    r"\b\d+/(?:\d{4}/)?[A-ZĐ][\w-]*|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b(?:năm|tháng \d{1,2}/) ?\d{4}\b",
    re.IGNORECASE,
)
_LOOKS_LIKE_CODE = re.compile(r"[0-9][.,][0-9]|[0-9]{4}")
_THOUSANDS = re.compile(r"[0-9]\.[0-9]{3}\.[0-9]{3}")
#: A suffix that lost its end: it says of no province.
_CUT_SUFFIX = re.compile(r"([0-9]\.[0-9]{6})\.0{3,4}(?:\.0?0?){0,3}")
_WHOLE = re.compile(r"[0-9][.,][0-9]{5}([0-9])")
_WITHOUT_ZEROS = re.compile(r"([0-9])[.,]([0-9]{0,4}[1-9])")


#: How the mend of a code begins whose zeros a program dropped.
ZEROS_PUT_BACK = "bảng tính đã làm mất chữ số 0 ở cuối mã"


@dataclass(frozen=True, slots=True)
class ReadCode:
    """A code, and what was mended beyond the kinds of `codes.REPAIRS`, as a sentence or ""."""

    code: Code
    mended: str = ""


def read_code(cell: Cell, zeros_are_lost: bool = False) -> ReadCode:
    """The code of a cell. `zeros_are_lost` says that the file's codes were numbers once (see `lost_zeros`). Raises
    Unfit."""
    _refuse_spoiled(cell)
    code = parse_code(cell) if isinstance(cell, str) else parse_number(cell)
    if len(code.raw) > MAX_LENGTH:
        raise Unfit("code", code.raw, f"mã dài {len(code.raw)} ký tự, quá giới hạn {MAX_LENGTH} ký tự")
    read = ReadCode(code) if code.is_national else _beside(code.raw) or _mended(code.raw, zeros_are_lost)
    if read:
        return read
    if fault := fault_of(code):
        raise Unfit("code", code.raw, fault)
    return ReadCode(code)


def lost_zeros(codes: Iterable[str]) -> bool:
    """Whether a file's codes were numbers once and have lost the zeros at their ends: some have all their digits, and
    of these none ends in 0, as one of ten does."""
    last = {found[1] for code in codes if (found := _WHOLE.fullmatch(squeeze(code)))}
    return bool(last) and "0" not in last


def _refuse_spoiled(cell: Cell) -> None:
    text = squeeze(str(cell))
    if _POWER.fullmatch(text) or (not isinstance(cell, str) and abs(cell) >= _LARGEST):
        raise Unfit(
            "code", text, "mã bị bảng tính đổi thành số viết theo lũy thừa; hãy lấy lại từ tệp gốc, cột dạng văn bản"
        )
    if _DATE.fullmatch(text):
        raise Unfit("code", text, "mã bị bảng tính đổi thành ngày; hãy lấy lại từ tệp gốc, cột dạng văn bản")


def _beside(raw: str) -> ReadCode | None:
    """The one code in a text that says more; None where the text holds none."""
    text = clean(raw)
    found = list(_INSIDE.finditer(text))
    bases = list(dict.fromkeys(parse_code(each[0]).base for each in found))
    if len(bases) > 1:
        raise Unfit("code", raw, f"một ô có {len(bases)} mã ({', '.join(bases)}); hãy ghi mỗi mã một dòng")
    if not found:
        return None
    rest = squeeze(text.replace(found[0][0], " "))
    if _OF_ANOTHER.search(fold(rest)):
        raise Unfit("code", raw, f"chữ “{rest}” cạnh mã {bases[0]} có thể nói về mã khác; hãy chỉ ghi mã của thủ tục")
    if _LOOKS_LIKE_CODE.search(_OTHER_NUMBERS.sub(" ", _INSIDE.sub(" ", text))):
        raise Unfit("code", raw, f"ngoài mã {bases[0]} ô còn chữ số có thể là mã khác; hãy chỉ ghi một mã")
    code = parse_code(found[0][0])
    return ReadCode(Code(raw, code.base, code.suffix), f"bỏ chữ đứng cạnh mã, đọc là {code.written}")


def _mended(raw: str, zeros_are_lost: bool) -> ReadCode | None:
    """A code that was a number once: with the signs of thousands, or without the zeros at its end."""
    text = squeeze(raw)
    if cut := _CUT_SUFFIX.fullmatch(text):
        return ReadCode(Code(raw, cut[1]), f"bỏ phần đuôi bị cụt của mã, đọc là {cut[1]}")
    if _THOUSANDS.fullmatch(text):
        code = parse_code(text.replace(".", ""))
        return ReadCode(Code(raw, code.base), f"bỏ dấu chấm phân cách hàng nghìn trong mã, đọc là {code.base}")
    short = _WITHOUT_ZEROS.fullmatch(text)
    if not short or not zeros_are_lost:
        return None
    base = f"{short[1]}.{short[2].ljust(6, '0')}"
    return ReadCode(Code(raw, base), f"{ZEROS_PUT_BACK}, thêm lại thành {base}")

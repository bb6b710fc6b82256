"""Procedure codes in every spelling found in real lists, brought to one base such as "1.001193".

The national code is `d.dddddd`; a province adds a suffix (`.000.00.00.H36`); people type `1001193`.
Real lists carry trailing dots, lost dots, other signs for dots, digits of other alphabets, zeros before the first
digit, spaces, commas, lower case, a level hack (`.H37.X`) and numbers that a sheet turned into floats.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from procedures_catalog.facts.temporary_code import temporary_alone
from vietnamese.spelling import clean, repairs

MAX_LENGTH = 60
# The province's suffix with the slips that real lists make in it: lost dots, a zero too many.
_WITH_SUFFIX = re.compile(r"([0-9])\.?([0-9]{6})\.?0{3,4}\.?00\.?00\.([A-Z][0-9]{2})((?:\.[A-Z])?)")
_SHORT_SUFFIX = re.compile(r"([0-9])\.?([0-9]{6})((?:\.[A-Z][0-9]{2})(?:\.[A-Z])?)")
# A few national codes have more than six digits; without its dot such a number is rather a telephone.
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")
_HYPHENED = re.compile(r"^([0-9])\s?[-–_]\s?([0-9]{6})(?![0-9])")
_BARE = re.compile(r"([0-9])(?:\.([0-9]{6,9})|([0-9]{6}))(-[A-Z0-9]{1,6})?")
_OTHER_DOTS = re.compile(r"[^0-9A-Z.]+")
_ZEROS_BEFORE = re.compile(r"^0+(?=[0-9]\.[0-9]{6})")
# Without its dot as it is, a number of more digits is rather something else.
_SIX_DIGITS = re.compile(r"[0-9]\.?[0-9]{6}(?:[^0-9]|0{3,4}\.?00|$)")
#: What a code may not be that is no national one: a national one with digits lost or too many.
_BROKEN = re.compile(r"[0-9.]+(?:[A-Z][0-9]{2}(?:\.[A-Z])?)?|.*0\.00\.[A-Z][0-9]{2}.*")
_TOO_SHORT = re.compile(r"[0-9]\.([0-9]{1,5})(?![0-9])")
_OWN = re.compile(r"(?=.*[0-9])[^\W_][\w./-]*")
_SEVERAL = re.compile(r"\S\s*\n\s*\S")


@dataclass(frozen=True, slots=True)
class Code:
    """A code as read: `base` is what it is looked up by, `suffix` the province's addition.

    `repairs` say what was mended, as keys of `REPAIRS`.
    """

    raw: str
    base: str
    suffix: str = ""
    repairs: tuple[str, ...] = ()

    @property
    def is_national(self) -> bool:
        """Whether the base has the national shape; local lists also hold codes of their own ("CCHC_01")."""
        return bool(_BARE.fullmatch(self.base))

    @property
    def written(self) -> str:
        """The code in its proper spelling, with the province's suffix where there is one."""
        return self.base + self.suffix


def _tidy(raw: str) -> str:
    """Upper case, without the spaces, commas and stray dots around and inside a code."""
    text = re.sub(r"\s+", "", _plain(_plain(clean(raw)).upper())).replace(",", ".")
    return clean(re.sub(r"\.{2,}", ".", text).strip("."))


def _plain(text: str) -> str:
    """The text in plain letters and digits: of full width, of other alphabets, with marks that no letter takes up."""
    if text.isascii():
        return text
    letters = (sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) not in _UNSEEN)
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in letters)


_UNSEEN = ("Mn", "Me", "Cf")


def _split(tidy: str) -> tuple[str, str]:
    """The base and the suffix of a tidied code."""
    dotted = _ZEROS_BEFORE.sub("", _OTHER_DOTS.sub(".", tidy))
    return _national(tidy) or (_SIX_DIGITS.match(dotted) and _national(dotted)) or (tidy, "")


def _national(tidy: str) -> tuple[str, str] | None:
    """The same of a code in the national shape, else None."""
    if match := _WITH_SUFFIX.fullmatch(tidy):
        return f"{match[1]}.{match[2]}", f".000.00.00.{match[3]}{match[4]}"
    if match := _SHORT_SUFFIX.fullmatch(tidy):
        return f"{match[1]}.{match[2]}", match[3]
    if match := _BARE.fullmatch(tidy):
        return f"{match[1]}.{match[2] or match[3]}{match[4] or ''}", ""
    return None


@lru_cache(maxsize=1024)  # a row's code is looked at a dozen times between file and page
def parse_code(raw: str) -> Code:
    """The code that a text means. A text without the national shape keeps its tidied self as its base; a temporary code
    of the portal has one spelling."""
    if temporary := temporary_alone(raw[: MAX_LENGTH + 1]):
        return Code(raw, temporary, "", () if raw == temporary else ("other_signs",))
    tidy = _tidy(raw)
    base, suffix = _split(tidy)
    return Code(raw, base, suffix, _slips(raw) + _moved(tidy, base + suffix))


def _slips(raw: str) -> tuple[str, ...]:
    """What had to be tidied, as keys of `REPAIRS`."""
    plain = _plain(clean(raw))
    found = tuple(name for name, pattern in _SLIPS.items() if re.search(pattern, plain))
    found = ("other_signs", *found) if plain != clean(raw) else found
    return ("invisible", *found) if set(repairs(raw)) - {"space"} else found


def _moved(tidy: str, written: str) -> tuple[str, ...]:
    """What had to be set right between the tidied text and the proper spelling, as keys of `REPAIRS`."""
    if tidy == written:
        return ()
    dotted = _OTHER_DOTS.sub(".", tidy)
    if dotted != tidy and not _national(tidy):
        return ("hyphen", *_moved(dotted, written))
    if _ZEROS_BEFORE.search(tidy):
        return ("zeros_before", *_moved(_ZEROS_BEFORE.sub("", tidy), written))
    return ("dots",) if tidy.replace(".", "") == written.replace(".", "") else ("extra_zero",)


_SLIPS = {
    "space": r"\s",
    "comma": r",",
    "lower_case": r"\.[a-z][0-9]{2}|^\s*[a-z]",
    "stray_dot": r"^[\s.,]*[.,]|[.,]\s*$|[.,]\s*[.,]",
}

#: Kind of repair → what the report says of it.
REPAIRS = {
    "invisible": "bỏ ký tự ẩn, sửa chữ sai bảng mã trong mã",
    "other_signs": "viết lại mã bằng chữ số và dấu thường",
    "space": "bỏ khoảng trắng thừa trong mã",
    "comma": "đổi dấu phẩy thành dấu chấm trong mã",
    "lower_case": "viết hoa lại chữ trong mã",
    "stray_dot": "bỏ dấu chấm thừa trong mã",
    "hyphen": "đổi dấu gạch hoặc dấu khác thành dấu chấm trong mã",
    "zeros_before": "bỏ chữ số 0 thừa ở đầu mã",
    "dots": "đặt lại dấu chấm bị mất trong mã",
    "extra_zero": "bỏ chữ số 0 thừa trong phần đuôi của mã",
    "float": "mã bị bảng tính đổi thành số, đọc lại thành mã",
    "lost_zeros": "mã bị bảng tính đổi thành số và mất chữ số 0 ở cuối, thêm lại cho đủ sáu chữ số",
}


def fault_of(code: Code) -> str:
    """Why a text can be nobody's code, in Vietnamese; "" for a national code and for one of a province's own, which has
    a digit, begins with a letter or a digit and has no more than letters, digits and `. _ - /`."""
    if len(code.raw) > MAX_LENGTH:
        return f"mã dài {len(code.raw)} ký tự, quá giới hạn {MAX_LENGTH} ký tự"
    if code.is_national:
        return ""
    if _BROKEN.fullmatch(code.base):
        return _why_broken(code.base)
    if _SEVERAL.search(clean(code.raw)):
        return "một ô có nhiều mã; hãy ghi mỗi mã một dòng"
    return "" if _OWN.fullmatch(code.base) else "không phải mã thủ tục: mã phải có chữ số và chỉ gồm chữ, số, . _ - /"


def _why_broken(base: str) -> str:
    if short := _TOO_SHORT.match(base):
        return f"mã thiếu chữ số: sau dấu chấm đầu có {len(short[1])} chữ số, mã quốc gia có 6"
    return "mã không đúng dạng mã quốc gia (ví dụ 1.001193 hoặc 1.001193.000.00.00.H36)"


def parse_number(value: float) -> Code:
    """The code behind a number that a spreadsheet made of it; lost trailing zeros are put back and reported.

    `2.00081` may be 2.000810: a national code has six digits after the dot, so zeros are added up to six.
    A whole number (`1001193`) is read as typed text. What is no code (2, infinity) gets a base that is not
    national.
    """
    whole, _, decimals = f"{value:.9f}".rstrip("0").partition(".")
    if not decimals:
        typed = parse_code(whole)
        return Code(repr(value), typed.base, typed.suffix, ("float", *typed.repairs))
    mended = ("float", "lost_zeros") if len(decimals) < 6 else ("float",)
    return Code(repr(value), f"{whole}.{decimals.ljust(6, '0')}", "", mended)


def code_query(text: str) -> str:
    """The base that a typed text means when it looks like a code in any spelling, else ""."""
    code = parse_code(text) if len(text) <= MAX_LENGTH else Code(text, "")
    return code.base if code.is_national else ""


def code_typed(text: str) -> str:
    """The base of the code that somebody typed or cut out of a sentence or an address, else "": like `code_query`, and
    signs around it or a hyphen in place of its dot ("(1-001193)") are taken."""
    return code_query(_HYPHENED.sub(r"\1.\2", _AROUND.sub("", text)))

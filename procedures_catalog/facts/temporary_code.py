"""Temporary codes: what the portal itself calls a procedure to which no national code was given yet ("TAM-05660").

The number is that of the procedure's identity, so that none is issued twice and nobody has to count. Five or six
figures behind letters are no national code in any spelling (those have seven or more), no short code (seven signs; this
has eight or nine), no number of a form, of a dossier or of a decision.
"""

import re

from vietnamese.fold import fold
from vietnamese.spelling import squeeze

PREFIX = "TAM-"
#: Figures that it has; a number of fewer gets zeros before it.
LENGTH = 5
#: What people read in place of the national code.
NO_CODE = "Chưa có mã quốc gia"
CALLED = "mã tạm của cổng"
#: Why a procedure is published without one.
REASON = "Chưa có trên Cơ sở dữ liệu quốc gia về thủ tục hành chính"

#: On folded text; "o", "i" and "l" are figures that were read or typed wrongly.
FOLDED = re.compile(r"(?<![\w/.-])tam(?P<sign>\s?[-–—−_./]?\s?)(?P<figures>[0-9oil]{5,6})(?![\w/-]|[.,][0-9])")
_SLUG = re.compile(r"(?:^|/)tam-(?P<figures>[0-9]{5,6})(?=[-/]|$)")
_LOOK_ALIKES = str.maketrans("oil", "011")
_WRITTEN = re.compile(r"TAM-[0-9]{5,6}")


def temporary_code(number: int) -> str:
    """The temporary code of the identity of this number."""
    return f"{PREFIX}{number:0{LENGTH}}"


def is_temporary(code: str) -> bool:
    """Whether a code in its proper spelling is a temporary one."""
    return bool(_WRITTEN.fullmatch(code))


def proper(match: re.Match[str]) -> str:
    """The proper spelling of what FOLDED found."""
    return PREFIX + match["figures"].translate(_LOOK_ALIKES)


def temporary_alone(text: str) -> str:
    """The temporary code that a text is and nothing else ("tạm 05660"), in its proper spelling; else ""."""
    match = FOLDED.fullmatch(fold(squeeze(text)))
    return proper(match) if match else ""


def temporary_in_path(path: str) -> str:
    """The temporary code with which a part of a path begins ("/thu-tuc/tam-05660-cap-the-can-cuoc/"); "" for none."""
    match = _SLUG.search(path.lower())
    return f"{PREFIX}{match['figures']}" if match else ""


# --- As people read it ----------------------------------------------------------------------------


def said(code: str) -> str:
    """A code as a page says it beside a name: "Mã 1.001193", or that there is no national one yet."""
    return f"{NO_CODE} ({CALLED}: {code})" if is_temporary(code) else f"Mã {code}"


def brief(code: str) -> str:
    """The same where there is room for one short line, as over a poster."""
    return NO_CODE if is_temporary(code) else said(code)


def called(code: str) -> str:
    """A code inside a sentence."""
    return f"{CALLED} {code}" if is_temporary(code) else f"mã {code}"


def alone(code: str) -> str:
    """A code where numbers stand alone beside names, as in a list."""
    return f"chưa có mã quốc gia, mã tạm {code}" if is_temporary(code) else code


def stated(code: str) -> str:
    """The same for a line that is already named “Mã thủ tục”, with the reason where there is none."""
    return f"{NO_CODE} ({CALLED}: {code}). {REASON}." if is_temporary(code) else code


def former(code: str) -> str:
    """A code that a procedure had before."""
    return f"{code} ({CALLED})" if is_temporary(code) else code

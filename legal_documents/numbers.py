"""The number of a legal document ("61/2018/NĐ-CP"): one key for all its spellings, and numbers in a text."""

import re

from vietnamese.fold import fold
from vietnamese.spelling import squeeze

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-") | {"∕": "/", "⁄": "/", "／": "/"})

# On the text as written (not folded), because after a spaced dash only the case tells issuer from title:
# "NĐ - CP ngày 23" but "NĐ-CP - Nghị định".
_SIGN = r"[A-Za-zĐđ]{1,10}[0-9]{0,2}"
_END = r"(?![^\W_])"
_MORE = rf"""(?:
    [-/]{_SIGN}{_END}                               # NĐ-CP, TTLT/BTP-BCA
  | \ ?-\ ?[A-ZĐ]{{2,8}}[0-9]{{0,2}}{_END}          # NĐ - CP
  | \ ?-\ ?{_SIGN}{_END}(?!\ ?[\w(])                # nđ - cp, where nothing follows
)*"""
_NOT_A_WORD = r"(?=[A-ZĐ]{2}|[A-Za-zĐđ]{1,10}\ ?-\ ?[A-Za-zĐđ])"  # 2/trang is a price, not a number
_NUMBER = re.compile(
    rf"""(?<![\w/-])0*(?P<serial>[0-9]{{1,6}}[A-Za-z]?)
    (?:
        \ ?/\ ?(?P<year>[0-9]{{4}})\ ?/\ ?(?P<sign>{_SIGN}{_END}{_MORE})   # 61/2018/NĐ-CP, 31/2024/QH15
      | \ ?/\ ?(?P<bare>{_NOT_A_WORD}{_SIGN}{_END}{_MORE})                # 1234/QĐ-UBND, 47/SL
      | \ ?-\ ?(?P<party>{_SIGN}\ ?/\ ?{_SIGN}{_END}{_MORE})              # 45-CT/TU, 52-LCT/HĐNN8
    )""",
    re.VERBOSE,
)
_LABEL = re.compile(r"^\W*(?:so|so hieu|ky hieu)\W*(?=[0-9])")
_EDGES = " .,;:()[]\"'“”"


def number_key(text: str) -> str:
    """The key of a number, however spelled: "Số: 061 /2018/ NĐ – CP" gives "61/2018/nd-cp".

    The first number in the text counts; without one, the text itself, folded and without spaces.
    Takes any str, raises nothing, and changes nothing the second time.
    """
    bare = _bare(text)
    return next(iter(find_numbers(text) or find_numbers(bare)), bare)


def find_numbers(text: str) -> tuple[str, ...]:
    """The keys of the numbers in a text, each once, in their order. Takes any str, raises nothing."""
    found = (_key(match) for match in _NUMBER.finditer(squeeze(text).translate(_DASHES)))
    return tuple(dict.fromkeys(found))


def _key(match: re.Match[str]) -> str:
    sign = match["sign"] or match["bare"]
    parts = (match["serial"], match["year"], sign) if sign else (f"{match['serial']}-{match['party']}",)
    return fold("/".join(filter(None, parts))).replace(" ", "")


def _bare(text: str) -> str:
    """What is left of a text that holds no number, so that equal texts still have equal keys."""
    folded = _LABEL.sub("", fold(squeeze(text)).translate(_DASHES))
    return "".join(folded.split()).strip(_EDGES)

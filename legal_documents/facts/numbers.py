"""The number of a legal document ("61/2018/NĐ-CP", "QCVN 06:2022/BXD"): one key for all its spellings, and numbers in a
text. A key never drops a part of a number: what is not understood whole is no number."""

import re
from dataclasses import dataclass

from vietnamese.fold import fold
from vietnamese.spelling import squeeze

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-") | {"∕": "/", "⁄": "/", "／": "/"})

# On the text as written (not folded), because after a spaced dash only the case tells issuer from title:
# "NĐ - CP ngày 23" but "NĐ-CP - Nghị định".
_SIGN = r"[A-Za-zĐđ]{1,10}[0-9]{0,2}"
_END = r"(?:(?=ngày(?!\w))|(?![^\W_]))"  # "89/QĐ-TTgngày 18" has lost its space, no letter
_MORE = rf"""(?:
    [-/]{_SIGN}{_END}                               # NĐ-CP, TTLT/BTP-BCA
  | \ ?-\ ?[A-ZĐ]{{2,8}}[0-9]{{0,2}}{_END}          # NĐ - CP
  | \ ?-\ ?{_SIGN}{_END}(?!\ ?[\w(])                # nđ - cp, where nothing follows
)*"""
_NOT_A_WORD = r"(?=[A-ZĐ]{2}|[A-Za-zĐđ]{1,10}\ ?-\ ?[A-Za-zĐđ])"  # 2/trang is a price, not a number
_NUMBER = re.compile(
    rf"""(?:(?<![\w/-])|(?<=[Ss]ố))(?<![0-9][.:,])(?<![0-9][.:,]\ )
    0*(?P<serial>[0-9]{{1,6}}(?:\.[0-9]{{1,3}})?[A-Za-z]?)                 # 66.18/2026/NQ-CP is a series of its own
    (?:
        \ ?/\ ?(?P<year>[0-9]{{4}})\ ?/\ ?(?P<sign>{_SIGN}{_END}{_MORE})   # 61/2018/NĐ-CP, 31/2024/QH15
      | \ ?/\ ?(?P<bare>{_NOT_A_WORD}{_SIGN}{_END}{_MORE})                # 1234/QĐ-UBND, 47/SL
      | \ ?-\ ?(?P<party>{_SIGN}\ ?/\ ?{_SIGN}{_END}{_MORE})              # 45-CT/TU, 52-LCT/HĐNN8
    )""",
    re.VERBOSE,
)
# Technical regulations and standards: "QCVN 01-194: 2021/BNNPTNT", "TCVN ISO/IEC 17025:2017", with an amendment's own
# number before or behind. The serial number says which of a year's many it is.
_AMENDED = r"(?:sửa\ đổi|sd)\ ?0*(?P<{name}>[0-9]{{1,2}}\ ?:\ ?[0-9]{{4}})"
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_STANDARD = re.compile(
    rf"""(?:{_AMENDED.format(name="before")}[\ ,-]+(?:của\ )?)?
    (?<![^\W_])(?P<series>QC[ĐD]P|QCT[ĐD]HN|QCXDVN|QCVN|TCXDVN|TCXD|TCVN|TCCS)
    [\ -]*(?P<body>ISO\ ?/\ ?IEC|ISO|IEC|QT[ĐD])?
    [\ -]*0*(?P<serial>[0-9]{{1,6}}(?:[-.](?!{_YEAR}(?!\ ?:))[0-9]{{1,4}})*(?:-[A-Z]{{1,3}}(?=\ ?[:/-]\ ?{_YEAR}))?)
    (?:\ ?[:/-]\ ?(?P<year>{_YEAR}))?
    (?:(?:\ ?/\ ?|-(?=B[A-Z]))(?P<maker>[A-ZĐa-zđ]{{2,10}}{_END}))?
    (?:[\ ,-]+{_AMENDED.format(name="behind")})?{_END}(?![-/:.][0-9A-ZĐa-zđ])""",
    re.VERBOSE | re.IGNORECASE,
)
# A mention of a standard that is not understood: its "06:2022/BXD" must not pass for another number.
_STANDARD_WORD = re.compile(
    r"(?<![^\W_])(?:QC[ĐD]P|QCT[ĐD]HN|QCXDVN|QCVN|TCXDVN|TCXD|TCVN|TCCS)(?![^\W_]).{0,20}", re.IGNORECASE
)
_LABEL = re.compile(r"^\W*(?:so|so hieu|ky hieu)\W*(?=[0-9])")
_LOCAL = re.compile(r"(?:^|[-/])(?:ubnd|ub(?![a-z])|h[dđ]nd|tu)", re.IGNORECASE)
_SPACE = re.compile(r"\s")
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
    return tuple(dict.fromkeys(found.key for found in _found(squeeze(text).translate(_DASHES))))


@dataclass(frozen=True, slots=True)
class NumberAt:
    """A number in a text: its first character, the one behind its last, and its key."""

    begin: int
    end: int
    key: str


def numbers_at(text: str) -> list[NumberAt]:
    """Where numbers stand in a text, in their order, however often each. The text must be clean; raises nothing."""
    return _found(_SPACE.sub(" ", text).translate(_DASHES))


def _found(plain: str) -> list[NumberAt]:
    standards = list(_STANDARD.finditer(plain))
    taken = [match.span() for match in (*standards, *_STANDARD_WORD.finditer(plain))]
    numbers = [match for match in _NUMBER.finditer(plain) if not any(a <= match.start() < b for a, b in taken)]
    found = [NumberAt(*match.span(), _standard_key(match)) for match in standards]
    found += [NumberAt(*match.span(), _key(match)) for match in numbers]
    return sorted(found, key=lambda one: (one.begin, one.key))


def _key(match: re.Match[str]) -> str:
    sign = match["sign"] or match["bare"]
    parts = (match["serial"], match["year"], sign) if sign else (f"{match['serial']}-{match['party']}",)
    return fold("/".join(filter(None, parts))).replace(" ", "")


def _standard_key(match: re.Match[str]) -> str:
    """Like "qcvn6:2022/bxd" or "qcvn6:2022/bxd-sd1:2023"."""
    amendment = match["before"] or match["behind"]
    key = "".join(
        (
            match["series"],
            match["body"] or "",
            match["serial"],
            f":{match['year']}" if match["year"] else "",
            f"/{match['maker']}" if match["maker"] else "",
            f"-sd{amendment}" if amendment else "",
        )
    )
    return fold(key).replace(" ", "")


def has_one_maker(key: str) -> bool:
    """Whether a key says all: one maker counts on in it through the years ("61/2018/nd-cp", a standard).

    Each province numbers its own decisions, and a number without its year comes again every year.
    """
    if _STANDARD.fullmatch(key):
        return True
    match = _NUMBER.fullmatch(key)
    return bool(match and match["year"] and not _LOCAL.search(match["sign"]))


def has_year(key: str) -> bool:
    """Whether a key says the year in which its document was made."""
    match = _STANDARD.fullmatch(key) or _NUMBER.fullmatch(key)
    return bool(match and match["year"])


def disagree(one: str, other: str) -> bool:
    """Whether two keys cannot be the number of one document: another serial number, another year, another maker.

    A year that is left out, other strokes, and a sign with something hung on ("nq-qh15") say nothing against it.
    """
    first, second = _NUMBER.fullmatch(one), _NUMBER.fullmatch(other)
    if not first or not second or not (_sign(first) and _sign(second)):
        return one != other
    years = {match["year"] for match in (first, second) if match["year"]}
    short, long = sorted((_sign(first), _sign(second)), key=len)
    return first["serial"] != second["serial"] or len(years) > 1 or short not in long


def _sign(match: re.Match[str]) -> str:
    """The letters of its sign, "" where it has none."""
    return re.sub(r"[-/ ]", "", match["sign"] or match["bare"] or "")


def _bare(text: str) -> str:
    """What is left of a text that holds no number, so that equal texts still have equal keys."""
    folded = _LABEL.sub("", fold(squeeze(text)).translate(_DASHES))
    return "".join(folded.split()).strip(_EDGES)

"""The levels whose one-stop centres or committees a text names: “Trung tâm Phục vụ hành chính công tỉnh/xã”."""

import re

from procedures_catalog.facts.agencies.by_names import CENTRES
from vietnamese.fold import fold

_LEVEL = r"(?:cap |cac )*(?:tinh|thanh pho|tp|xa(?! hoi)|phuong|dac khu|cap)\b"
_AT_CENTRE = re.compile(
    r"(?:hanh chinh cong|pvhcc|phuc vu hcc|mot cua|tiep nhan va tra ket qua|uy ban nhan dan|ubnd)"
    r"[ (]*(?:(?:cua|thuoc|tren dia ban|uy ban nhan dan|ubnd)[ (]*)*"
    rf"(?P<levels>{_LEVEL}(?:(?: *[,/] *| hoac | va ){_LEVEL})*)"
)


def levels_said(text: str) -> set[str]:
    """The levels (of CENTRES) of the centres and committees in a text."""
    return {level for found in _AT_CENTRE.finditer(fold(text)) for level in _levels_in(found["levels"])}


def names_a_centre(text: str) -> bool:
    """Whether a text names the centre or the committee of a level."""
    return bool(_AT_CENTRE.search(fold(text)))


def _levels_in(words: str) -> set[str]:
    if words.endswith("cac cap"):
        return set(CENTRES)
    return {_level_of(word.strip()) for word in re.split(r"[,/]| hoac | va ", words)}


def _level_of(words: str) -> str:
    return "commune" if words.endswith(("xa", "phuong", "dac khu")) else "province"

"""What a commune has to do with a procedure: it decides, it only receives, or it sends people elsewhere."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from vietnamese.fold import fold

#: "" where neither levels nor agencies say enough.
Kind = Literal["decides", "receives", "elsewhere", ""]

_COMMUNE = re.compile(r"\bcap xa\b|\b(?:uy ban nhan dan|ubnd|hanh chinh cong) (?:xa|phuong|thi tran|dac khu)\b")


@dataclass(frozen=True, slots=True)
class Role:
    """The commune's part, and the names of those who decide where it is not the commune itself."""

    kind: Kind
    deciders: tuple[str, ...] = ()


def role_of(levels: Collection[str], handling: Iterable[str], receiving: Iterable[str], takes_provincial: bool) -> Role:
    """The commune's part in a procedure.

    `levels` are the keys of vocabulary.LEVELS in force today, `handling` names the agencies that decide or carry out,
    `receiving` those that the procedure itself says receive. `takes_provincial` says whether the commune's centre
    receives what the province decides, wherever in the province the applicant lives (Decree 118/2025/NĐ-CP).
    """
    handling = tuple(handling)
    if "commune" in levels or (not levels and any(map(_is_commune, handling))):
        return Role("decides")
    if any(map(_is_commune, receiving)) or (takes_provincial and "province" in levels):
        return Role("receives", handling)
    return Role("elsewhere", handling) if levels or handling else Role("")


def _is_commune(name: str) -> bool:
    """Whether an agency's name is that of communes in general or of one of them."""
    return bool(_COMMUNE.search(fold(name)))


def sentence(role: Role, commune: str) -> str:
    """The commune's part in one sentence; "" where too little is known to say it."""
    who = ", ".join(role.deciders[:2])
    if role.kind == "decides":
        return f"{commune} tiếp nhận và giải quyết thủ tục này."
    if role.kind == "receives":
        return f"{commune} tiếp nhận hồ sơ; {who or 'cơ quan cấp tỉnh'} giải quyết."
    if role.kind == "elsewhere":
        return f"{commune} không nhận hồ sơ này; nộp tại {who or 'cơ quan giải quyết thủ tục'}."
    return ""

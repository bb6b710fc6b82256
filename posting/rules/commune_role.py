"""What a commune has to do with a procedure: it decides, it only receives, or it sends people elsewhere.

Where papers are handed in is the catalogue's rule (`facts/agencies/filing.py`); here it is asked what that is for those
who stand in one commune, so that page, paper and scan name the same office.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from procedures_catalog.facts.agencies.filing import Filing
from procedures_catalog.facts.agencies.judging import judge
from procedures_catalog.facts.agencies.kinds import AT_CENTRES
from procedures_catalog.presenting.answering.where import offices_of

#: "" where nothing is known.
Kind = Literal["decides", "receives", "elsewhere", ""]


@dataclass(frozen=True, slots=True)
class Role:
    """The commune's part: who decides where it is not the commune itself, and the `place` where papers are handed in
    where that is not the commune's centre; `is_near` says that the place is in each commune, as its police is.
    `is_certain` is False where only the sector or level of the procedure tells the place."""

    kind: Kind
    deciders: tuple[str, ...] = ()
    place: str = ""
    is_near: bool = False
    is_certain: bool = True

    @property
    def receives(self) -> bool:
        """Whether papers are handed in at the commune's centre."""
        return self.kind in ("decides", "receives")

    def counter(self, name: str) -> str:
        """The counter of that name as the place to hand in; said to be what is usual where no more is known."""
        return name if self.is_certain else f"Thường là {name}"


def role_of(filing: Filing, deciding: Iterable[str], takes_provincial: bool) -> Role:
    """The commune's part in a procedure.

    `deciding` names the agencies that decide or, where none is named, carry out. `takes_provincial` says whether the
    commune's centre receives what the province's centre does, wherever in the province the applicant lives (Decree
    118/2025/NĐ-CP).
    """
    deciders = tuple(deciding)
    if not filing.offices:
        return Role("")
    if "commune" in filing.centres or (takes_provincial and "province" in filing.centres):
        if deciders and all(map(_is_commune, deciders)):
            return Role("decides")
        return Role("receives", deciders, is_certain=filing.is_certain)
    return Role("elsewhere", deciders, offices_of(filing), "commune" in filing.levels, filing.is_certain)


def _is_commune(name: str) -> bool:
    """Whether an agency is the government of communes: its committee, its centre, a division of it."""
    agency = judge(name)
    return agency.kind in AT_CENTRES and agency.level == "commune"


def sentence(role: Role, commune: str) -> str:
    """The commune's part in one sentence; "" where too little is known to say it."""
    if role.kind == "decides":
        return f"{commune} tiếp nhận và giải quyết thủ tục này."
    if role.kind == "receives" and not role.is_certain:
        return f"{commune} thường nhận hồ sơ này; thủ tục chưa công bố cơ quan giải quyết."
    if role.kind == "receives":
        who = ", ".join(role.deciders[:2])
        return f"{commune} tiếp nhận hồ sơ; {who} giải quyết." if who else f"{commune} tiếp nhận hồ sơ này."
    if role.kind == "elsewhere":
        begins = f"Ở {commune}," if role.is_near else f"{commune} không nhận hồ sơ này;"
        return f"{begins} {'' if role.is_certain else 'thường '}nộp tại {role.place}."
    return ""

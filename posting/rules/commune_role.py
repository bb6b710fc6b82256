"""What a commune has to do with a procedure: it decides, it only receives, or it sends people elsewhere.

Where papers are handed in is the catalogue's rule (`facts/agencies/filing.py`); here it is asked what that is for those
who stand in one commune, so that page, paper and scan name the same office.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from procedures_catalog.facts.agencies.counters_part import Part, commune_part
from procedures_catalog.facts.agencies.filing import Filing
from procedures_catalog.presenting.answering.where import offices_of


@dataclass(frozen=True, slots=True)
class Role:
    """The commune's part: who decides where it is not the commune itself, and the `place` where papers are handed in
    where that is not the commune's centre; `is_near` says that the place is in each commune, as its police is.
    `is_certain` is False where only the sector or level of the procedure tells the place; `is_anywhere` says that every
    centre of the province takes the papers, wherever the applicant lives (Decree 118/2025/NĐ-CP)."""

    kind: Part
    deciders: tuple[str, ...] = ()
    place: str = ""
    is_near: bool = False
    is_certain: bool = True
    is_anywhere: bool = False

    @property
    def receives(self) -> bool:
        """Whether papers are handed in at the commune's centre."""
        return self.kind in ("decides", "receives")

    def counter(self, name: str) -> str:
        """The counter of that name as the place to hand in; said to be what is usual where no more is known."""
        return name if self.is_certain else f"Thường là {name}"


def role_of(filing: Filing, deciding: Iterable[str], takes_provincial: bool) -> Role:
    """The commune's part in a procedure; what is asked for as in `commune_part`."""
    deciders = tuple(deciding)
    part = commune_part(filing, deciders, takes_provincial)
    anywhere = takes_provincial and "province" in filing.centres
    if part == "receives":
        return Role("receives", deciders, is_certain=filing.is_certain, is_anywhere=anywhere)
    if part == "elsewhere":
        return Role("elsewhere", deciders, offices_of(filing), "commune" in filing.levels, filing.is_certain)
    return Role(part, is_anywhere=anywhere and part == "decides")


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
        begins = f"Ở {commune}," if role.is_near else f"{refusal(role, commune)[:-1]};"
        return f"{begins} {'' if role.is_certain else 'thường '}nộp tại {role.place}."
    return ""


def refusal(role: Role, commune: str) -> str:
    """That papers are handed in elsewhere than in the commune, in one sentence; "" where they are handed in there."""
    return f"{commune} không nhận hồ sơ này." if role.kind == "elsewhere" and not role.is_near else ""

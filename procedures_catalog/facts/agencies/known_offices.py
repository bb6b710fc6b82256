"""Which agency of the portal's registry an office is, where its words leave no doubt: it has an address to be given."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from procedures_catalog.facts.agencies.filing import Filing
from procedures_catalog.facts.agencies.judging import judge
from procedures_catalog.facts.agencies.kinds import AT_CENTRES
from vietnamese.fold import words

#: “Trung tâm Phục vụ hành chính công cấp xã hoặc tỉnh”, “trung tâm các cấp”: of no place in particular.
_CENTRE = re.compile(
    r"trung tam(?: phuc vu hanh chinh cong| pvhcc)? (?:(?:cap|cac|xa|phuong|dac khu|tinh|hoac|va)(?: |$))+"
)
_OF_LEVEL = {
    "commune": re.compile(r"\b(?:xa|phuong|dac khu|cac cap)\b"),
    "province": re.compile(r"\b(?:tinh|cac cap)\b"),
}
#: “Thường là Công an cấp xã hoặc Công an tỉnh”, as lists have it.
USUALLY, _OR = "Thường là ", re.compile(r" hoặc |, (?=[A-ZĐ])")
_NUMBER = re.compile(r" (?:\d+|[ivx]+)$")


@dataclass(frozen=True, slots=True)
class KnownOffice:
    """An agency of the registry: its id and name, the code of the commune whose own it is ("": of the whole province),
    and the level (of CENTRES) whose one-stop centre it is ("": none)."""

    id: int
    name: str
    commune: str = ""
    centre: str = ""


class KnownOffices:
    """The agencies of a registry; `province` is the name of its province."""

    def __init__(self, offices: Sequence[KnownOffice], province: str = "") -> None:
        self._offices = tuple(offices)
        self._province = " ".join(words(province)).removeprefix("tinh ").removeprefix("thanh pho ")
        self._keys = {office.id: self._key(office.name) for office in offices}

    def meant(self, office: str, commune: str = "") -> tuple[KnownOffice, ...]:
        """The agencies that the words of one office mean, for somebody of the commune of that code ("": of none): one,
        for a centre of both levels one each; none where they are of several or of nobody known."""
        found = _CENTRE.fullmatch(self._key(office))
        if found:
            each = [self._centre(level, commune) for level, said in _OF_LEVEL.items() if said.search(found[0])]
            return tuple(one for one in each if one)
        only = self._of_commune(office, commune) or self._of_province(office)
        return (only,) if only else ()

    def all_meant(self, offices: Sequence[str], commune: str = "") -> tuple[KnownOffice, ...]:
        """Those of all offices; () where one of them is not known."""
        each = [self.meant(office, commune) for office in offices]
        return tuple(dict.fromkeys(one for found in each for one in found)) if all(each) else ()

    def some_meant(self, filing: Filing, commune: str = "") -> tuple[KnownOffice, ...]:
        """Those of the offices of a filing that are known; of a list of stated places only where the first is no street
        or agency of somebody else."""
        if not self.tells_of(filing):
            return ()
        return tuple(dict.fromkeys(one for office in filing.offices for one in self.meant(office, commune)))

    def tells_of(self, filing: Filing) -> bool:
        """Whether anything is known of the offices of a filing: of stated places by the first, which may be another
        province's."""
        first = filing.offices[:1] if filing.is_stated else filing.offices
        return any(self.meant(office) or self.differs_by_commune(office) for office in first)

    def is_by_commune(self, filing: Filing) -> bool:
        """Whether an office of a filing differs by commune."""
        return self.tells_of(filing) and any(map(self.differs_by_commune, filing.offices))

    def differs_by_commune(self, office: str) -> bool:
        """Whether each commune has its own, and the registry knows them."""
        key = self._key(office)
        if found := _CENTRE.fullmatch(key):
            return bool(_OF_LEVEL["commune"].search(found[0])) and any(one.centre == "commune" for one in self._offices)
        judged = judge(office)
        return judged.level == "commune" and any(one.commune and judge(one.name) == judged for one in self._offices)

    def _centre(self, level: str, commune: str) -> KnownOffice | None:
        wanted = (level, commune if level == "commune" else "")
        return _only([one for one in self._offices if (one.centre, one.commune) == wanted])

    def _of_commune(self, office: str, commune: str) -> KnownOffice | None:
        """The commune's own of that kind, or its branch of what the words name."""
        judged, key = judge(office), self._key(office)
        if not commune or judged.kind in AT_CENTRES or judged.kind == "other":
            return None
        own = [one for one in self._offices if one.commune == commune and judge(one.name).kind == judged.kind]
        if judged.level != "commune":
            own = [one for one in own if self._keys[one.id].startswith(key)]
        return _only(own)

    def _of_province(self, office: str) -> KnownOffice | None:
        key = self._key(office)
        is_department = judge(office).kind == "department"
        keys = {key, f"{key} tinh"} if is_department else {key}
        return _only([one for one in self._offices if not one.commune and self._keys[one.id] in keys])

    def _key(self, name: str) -> str:
        """A name without the portal's own province, without the number of a branch; all provinces are called alike."""
        key = re.sub(r"\b(?:thanh pho|tp)\b", "tinh", " ".join(words(name)))
        if self._province:
            key = re.sub(rf"\btinh {re.escape(self._province)}$", "tinh", key)
        return _NUMBER.sub("", key.replace(" cap tinh", " tinh"))


def said_offices(text: str) -> list[str]:
    """The offices in the line of the answer."""
    return [office[:1].upper() + office[1:] for office in _OR.split(text.removeprefix(USUALLY))]


def _only(found: Collection[KnownOffice]) -> KnownOffice | None:
    return next(iter(found)) if len(found) == 1 else None

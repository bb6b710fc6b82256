"""Offices of one province in a procedure that holds everywhere: people look for their own.

“Phòng Cảnh sát … TP HCM” in a ministry's procedure stands for that division of each province's police.
"""

import re
from collections.abc import Sequence

from procedures_catalog.facts.agencies.judging import judge
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.scope.provinces import provinces_of_agencies
from procedures_catalog.facts.scope.scope import scope_of

#: Kinds of which each province has its own office. Departments and committees need no name: their centre takes papers.
_IN_EACH_PROVINCE = frozenset(
    {"police", "military", "bank", "tax", "social_insurance", "enforcement", "land", "service", "health"}
)
_TYPE_BEHIND = re.compile(r"(?i)[\s,–-]*\b(?:của )?(?:(?:tỉnh|thành phố|TP)\.?)?\s*$")


def agencies_said(names: Sequence[str], record: ProcedureRecord) -> list[str]:
    """The names as a page lists them: a department of one province in a procedure that holds everywhere is each
    province's, too ("Sở Xây dựng - TP.HCM")."""
    if scope_of(record).kind in ("province", "some_province"):
        return list(names)
    of_all = (_without_province(name) if _is_of_one(name) or _is_department_of_one(name) else name for name in names)
    return list(dict.fromkeys(of_all))


def _is_department_of_one(name: str) -> bool:
    return judge(name).kind == "department" and bool(provinces_of_agencies([name]))


def of_each_province(names: Sequence[str], record: ProcedureRecord) -> tuple[str, ...]:
    """The names without the one province that they are of; without such a name where its kind is named without one. A
    province's own procedure keeps them."""
    of_one = [name for name in names if _is_of_one(name)]
    if not of_one or scope_of(record).kind in ("province", "some_province"):
        return tuple(names)
    general = {judge(name).kind for name in names if name not in of_one}
    kept = (name for name in names if name not in of_one or judge(name).kind not in general)
    return tuple(dict.fromkeys(_without_province(name) if name in of_one else name for name in kept))


def _is_of_one(name: str) -> bool:
    return judge(name).kind in _IN_EACH_PROVINCE and bool(provinces_of_agencies([name]))


def _without_province(name: str) -> str:
    """The name up to its province: the shortest end of it that names one is left out."""
    words = name.split()
    for number in range(1, len(words)):
        if provinces_of_agencies([" ".join(words[-number:])]):
            general = _TYPE_BEHIND.sub("", " ".join(words[:-number])).rstrip(" ,–-")
            return f"{general} tỉnh, thành phố" if general.lower().endswith("chi nhánh") else general
    return name

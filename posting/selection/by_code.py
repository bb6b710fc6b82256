"""Finds procedures by the codes that people hand in: of today, of former days, permanent short codes."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from pages.published import published
from posting.rules.refusal import CannotPrintError, nearest, shortened
from procedures_catalog.facts.codes import parse_code
from procedures_catalog.facts.in_hand.reading import CODES, read
from procedures_catalog.models import ProcedureCode, ProcedureIdentity, ProcedurePage
from procedures_catalog.store.filters import Pages

_PORTION = 500
_MOST_SHOWN = 5


def with_codes(codes: Sequence[str]) -> Pages:
    """The published procedures that have or had the codes, in force or not. CannotPrintError for an unknown code."""
    pages = published(ProcedurePage.objects)
    asked = _identities(codes)
    held = {pk for ones in _portions([pk for pks in asked.values() for pk in pks]) for pk in _held(pages, ones)}
    unknown = [code for code, pks in asked.items() if not held.intersection(pks)]
    if unknown:
        raise CannotPrintError(_unknown_codes(unknown))
    return pages.filter(identity__in=held)


def _held(pages: Pages, identities: Sequence[int]) -> Iterator[int]:
    return pages.filter(identity__in=identities).values_list("identity_id", flat=True).iterator()


def _identities(codes: Sequence[str]) -> dict[str, list[int]]:
    """For each code the identities that have it now, else those that had it, else the one with this short code."""
    held = {code: read(code) for code in codes}
    bases = {code: each.code if each.kind in CODES else parse_code(code).base for code, each in held.items()}
    shorts = {code: each.code for code, each in held.items() if each.kind == "short"}
    by_base, by_short = _by_base(set(bases.values())), _by_short_code(set(shorts.values()))
    return {code: by_base.get(base) or by_short.get(shorts.get(code, ""), []) for code, base in bases.items()}


def _by_base(bases: Collection[str]) -> dict[str, list[int]]:
    present: dict[str, list[int]] = {}
    former: dict[str, list[int]] = {}
    for portion in _portions(sorted(bases)):
        rows = ProcedureCode.objects.filter(base__in=portion)
        for base, identity, is_present in rows.values_list("base", "identity_id", "is_present"):
            (present if is_present else former).setdefault(base, []).append(identity)
    return former | present


def _by_short_code(codes: Collection[str]) -> dict[str, list[int]]:
    portions = [ProcedureIdentity.objects.filter(short_code__in=portion) for portion in _portions(sorted(codes))]
    return {code: [pk] for rows in portions for code, pk in rows.values_list("short_code", "pk")}


def _portions(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """In pieces that every database accepts in one question."""
    return (rows[start : start + _PORTION] for start in range(0, len(rows), _PORTION))


def _unknown_codes(codes: Sequence[str]) -> str:
    shown = ", ".join(f"“{shortened(code)}”" for code in codes[:_MOST_SHOWN])
    more = f" và {len(codes) - _MOST_SHOWN} mã khác" if len(codes) > _MOST_SHOWN else ""
    known = published(ProcedurePage.objects).values_list("code", flat=True) if len(codes) == 1 else ()
    return f"Không có thủ tục nào đang công bố mang mã {shown}{more}.{nearest(codes[0], known)}"

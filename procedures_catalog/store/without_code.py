"""Procedures of the portal without a national code, and who bears a name: what rows of lists are recognised by."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from agencies.models.dated import not_ended
from procedures_catalog.facts.temporary_code import PREFIX
from procedures_catalog.facts.titles.same_name import Named, named
from procedures_catalog.models import ProcedureCode, ProcedurePage
from procedures_catalog.store.held_rows import fact_rows

#: Pages that have none, as a condition; a province may have codes of its own with the same letters ("TAM-01").
WITHOUT_CODE = Q(code_base__startswith=PREFIX) & Q(code_base__regex=rf"^{PREFIX}[0-9]{{5,6}}$")
_PORTION = 500


def waits_for_code(on: date) -> Q:
    """Pages that have none and have not ended by a day."""
    return WITHOUT_CODE & not_ended(on)


@dataclass(frozen=True, slots=True)
class Holder:
    """A page with the code that it has now, and what it is recognised by."""

    page_id: int
    code: str
    title: str
    named: Named


def without_code() -> list[Holder]:
    """The pages that have no national code. Five queries, one where there is none."""
    return _holders(ProcedurePage.objects.filter(WITHOUT_CODE))


def with_code_since() -> list[Holder]:
    """Those that had a temporary code once and have a national one now. The same."""
    once = ProcedureCode.objects.filter(identity=OuterRef("identity"), is_present=False, base__startswith=PREFIX)
    return _holders(ProcedurePage.objects.filter(Exists(once)))


def holder_of(page_id: int) -> Holder:
    """One page. Five queries."""
    return _holders(ProcedurePage.objects.filter(pk=page_id))[0]


def of_names(names: Collection[str]) -> list[Holder]:
    """The pages with a code that have one of these names (as `Named` has them). The names of all pages are read."""
    every = ProcedurePage.objects.exclude(WITHOUT_CODE).values_list("pk", "official_name")
    wanted = [pk for pk, name in every if named(name, (), ()).name in names]
    portions = (wanted[start : start + _PORTION] for start in range(0, len(wanted), _PORTION))
    return [holder for pks in portions for holder in _holders(ProcedurePage.objects.filter(pk__in=pks))]


def _holders(pages: QuerySet[ProcedurePage]) -> list[Holder]:
    found: Sequence[tuple[int, str, str, str]] = list(pages.values_list("pk", "code", "title", "official_name"))
    rows = fact_rows([pk for pk, *_ in found]) if found else {}
    return [
        Holder(pk, code, title, named(name, {level for level, _ in rows[pk].levels}, rows[pk].agencies_as("executing")))
        for pk, code, title, name in found
    ]

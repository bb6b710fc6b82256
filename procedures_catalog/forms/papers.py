"""The papers that procedures ask for on a day, read straight from their columns, and the procedures that somebody means
who looks for a form by what it is for."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from django.db.models.functions import Length

from pages.published import published
from procedures_catalog.facts.forms.named import forms_named
from procedures_catalog.facts.in_hand.reading import CODES, InHand
from procedures_catalog.facts.overlay import blocks_in_force
from procedures_catalog.facts.record import RequiredDocument
from procedures_catalog.facts.streams import cases_from_stream
from procedures_catalog.models import ProcedureIdentity, ProcedurePage
from vietnamese.fold import fold, words

#: What `papers_on` reads of a page.
COLUMNS = ("cases", "overlay")
MOST_PROCEDURES, MOST_PAPERS = 5, 6
_MOST_WORDS = 12
# What blanks are called, before what they are for: "mẫu tờ khai đăng ký kết hôn".
_BLANK = re.compile(
    r"^(?:mau )?(?:to khai|don xin|don de nghi|don|phieu|ban khai|giay de nghi|van ban de nghi|bieu mau|mau)? "
)


def papers_on(row: Any, on: date) -> Iterator[RequiredDocument]:
    """The papers of all cases of a row with COLUMNS, the province's own where they hold on the day."""
    own = [block for block in blocks_in_force(row.overlay.raw_data, on) if block["type"] == "cases"]
    cases = cases_from_stream(own[0]["value"]["value"] if own else row.cases.raw_data)
    return (paper for case in cases for paper in case.papers)


def has_words(wanted: Iterable[str]) -> Q:
    """Texts of `folded` with all these folded words, or beginnings of words: "ly" is in "ly hon" and not in "only"."""
    found = Q()
    for word in wanted:
        found &= Q(folded__contains=word) & Q(folded__regex=f"(^|[^a-z0-9]){re.escape(word)}")
    return found


def of_procedure(held: InHand, way: str = "") -> Q | None:
    """The procedure whose code somebody typed, `way` leading to its page; None for a text that is no code. One query
    where only the codes that were issued can tell."""
    if held.may_be_words and not ProcedureIdentity.is_issued(held.code):
        return None
    if held.kind == "short":
        return Q(**{f"{way}identity__short_code": held.code})
    return Q(**{f"{way}code__startswith": held.code}) if held.kind in CODES else None


def procedures_meant(query: str, held: InHand, on: date) -> list[dict[str, Any]]:
    """The published procedures that a question for a form names, by code or by all words of what the form is for, the
    shortest name first: `title`, `code`, `url`, and the `papers` that are filled in, those with all words of the
    question if there are any. One query."""
    wanted = words(_BLANK.sub("", f"{fold(query)} "))[:_MOST_WORDS]
    meant = has_words(wanted) if (code := of_procedure(held)) is None else code
    if not meant:
        return []
    pages = published(ProcedurePage.objects).filter(meant).order_by(Length("sort_name"), "sort_name", "pk")
    shown = pages.select_related("sector").only(
        *COLUMNS, "title", "twin_note", "code", "url_path", "slug", "sector__name"
    )
    found = (
        {"title": page.told_name, "code": page.code, "url": page.get_url(), "papers": _blanks(page, query, on)}
        for page in shown[:MOST_PROCEDURES]
    )
    return [procedure for procedure in found if procedure["papers"]]


def _blanks(page: ProcedurePage, query: str, on: date) -> list[str]:
    sector = page.sector.name if page.sector else ""
    names = dict.fromkeys(
        paper.name.lstrip("-+*•– ") for paper in papers_on(page, on) if forms_named(paper.name, sector)
    )
    asked = words(query)
    fitting = [name for name in names if set(asked) <= set(words(name))]
    return (fitting or list(names))[:MOST_PAPERS]

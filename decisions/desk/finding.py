"""Looks for procedures by code or by words of their names."""

from django.db.models import QuerySet

from procedures_catalog.models import ProcedurePage
from vietnamese.fold import fold
from vietnamese.spelling import squeeze

MOST = 20
_MOST_WORDS, _LONGEST = 12, 200


def found_by(pages: QuerySet[ProcedurePage], asked: str) -> list[ProcedurePage]:
    """Those whose code or name holds every word, with or without its marks, MOST at most, by code; none where nothing
    is asked. One query."""
    words = fold(squeeze(asked[:_LONGEST])).split()[:_MOST_WORDS]
    if not words:
        return []
    for word in words:
        pages = pages.filter(folded__contains=word)
    return list(pages.only("code", "title", "official_name", "live").order_by("code_base", "pk")[:MOST])

"""Hits as lines that a citizen reads: kind, facts and state in words, a snippet."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.safestring import mark_safe

from agencies.models import Agency
from consequences.keys import numbers, page_key
from pages.entry import PAGE_KINDS
from procedures_catalog.facts.vocabulary import LEVELS, ONLINE_LEVELS
from procedures_catalog.models import ProcedurePage
from search.question.query import take_apart
from search.ranking.results import Hit
from search.ranking.snippets import snippet

#: Facet → its values in words; other facets are no facts of a line.
FACTS = {"level": LEVELS, "online": ONLINE_LEVELS}
_ENDED = {"agency": "Không còn hoạt động", "procedure": "Đã bãi bỏ"}


def lines(hits: Sequence[Hit], asked: str) -> list[dict[str, Any]]:
    """For each hit {title, note, url, kind_label, code, snippet (safe HTML), facts [str], state {kind, label}}; `note`
    tells procedures of one name apart. Two queries."""
    names, notes, words = _agency_names(hits), _notes(hits), take_apart(asked).words
    return [_line(hit, words, names) | {"note": notes.get(hit.key, "")} for hit in hits]


def _line(hit: Hit, words: Sequence[str], agencies: dict[str, str]) -> dict[str, Any]:
    return {
        "title": hit.title,
        "url": hit.url,
        "kind_label": PAGE_KINDS.get(hit.kind, ""),
        "code": next(iter(hit.codes), ""),
        "snippet": mark_safe(snippet(hit.text, words)),  # noqa: S308 - the snippet escapes all it takes over
        "facts": [*_facts(hit), *_owners(hit, agencies)],
        "state": _state(hit),
    }


def _facts(hit: Hit) -> Iterable[str]:
    return (words[value] for name, words in FACTS.items() for value in hit.facets.get(name, ()) if value in words)


def _owners(hit: Hit, agencies: dict[str, str]) -> list[str]:
    """The first agency by name; an agency needs none beside itself."""
    slugs = () if hit.kind == "agency" else hit.facets.get("agency", ())
    return [agencies[slug] for slug in slugs if slug in agencies][:1]


def _agency_names(hits: Sequence[Hit]) -> dict[str, str]:
    slugs = {slug for hit in hits if hit.kind != "agency" for slug in hit.facets.get("agency", ())}
    return dict(Agency.objects.filter(slug__in=slugs).values_list("slug", "name")) if slugs else {}


def _notes(hits: Sequence[Hit]) -> dict[str, str]:
    pages = numbers((hit.key for hit in hits if hit.kind == ProcedurePage.search_kind), "page")
    rows = ProcedurePage.objects.filter(pk__in=pages).exclude(twin_note="").values_list("pk", "twin_note")
    return {page_key(pk): note for pk, note in rows} if pages else {}


def _state(hit: Hit) -> dict[str, str]:
    if hit.is_current:
        return {"kind": "current", "label": "Đang áp dụng"}
    return {"kind": "abolished", "label": _ENDED.get(hit.kind, "Hết hiệu lực")}

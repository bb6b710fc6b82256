"""What the search page shows: tabs, filters, lines, what was understood, and where to go on when nothing fits."""

from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.urls import reverse

from agencies.models import Agency
from pages.entry import PAGE_KINDS
from pages.published import is_published
from procedures_catalog.forms.library import form_asked
from procedures_catalog.models import Sector
from search.finder import Circumstances, SearchAnswer, find
from search.question.notices import NOTICES
from search.ranking.results import Hit, Results
from search.site.another_day import SAID_OF_ANOTHER_DAY, lines_then
from search.site.coming import with_coming
from search.site.facets import filters
from search.site.grouping import grouped
from search.site.lines import lines
from search.site.search_request import ON_A_PAGE, Asking, first_hit
from vietnamese.telephone import pieces

HELP = 12  # sectors and agencies offered when nothing was found
POOR = 3  # hits; when there are no more, the way on is shown below them


def answer_page(asking: Asking, number: str, on: date) -> tuple[SearchAnswer, Page]:
    """The answer for a day and its page of hits. Asked again only when the number is beyond the last page."""
    first = first_hit(number)
    answer = _asked(asking, on, first)
    page = Paginator(range(_reach(answer.results)), ON_A_PAGE).get_page(number)
    if answer.results.total and page.start_index() not in (0, first + 1):
        answer = _asked(asking, on, page.start_index() - 1)
    return answer, page


def search_context(asking: Asking, answer: SearchAnswer, page: Page, on: date) -> dict[str, Any]:
    """The template's context on a day, the one on which it is asked; `page` becomes a page of lines, of another day
    where that is asked about."""
    results = answer.results
    is_first = page.number == 1 and asking.day is None
    promoted, referred = (answer.promoted, answer.referred) if is_first else ((), None)
    hits = _beside(results.hits, promoted)
    if asking.day:
        page.object_list = lines_then(hits, asking.day, on)
    else:
        found = lines(hits, answer.asked, on, page.start_index())
        page.object_list = with_coming(hits, found, on)
    groups = [] if asking.day else filters(results.facets, asking.choice, results.total)
    return {
        "query": asking.text,
        "asking": asking,
        "question": answer.question,
        "exact_url": f"?{_exactly(asking)}",
        "correction": answer.correction,
        "correction_url": f"?{asking.other_words(answer.correction).address()}",
        "kinds": [] if asking.day else _tabs(asking, results),
        "filters": groups,
        "applied": _applied(asking, groups),
        "plain_url": f"?{asking.other_words(asking.text).address()}",
        "promoted": lines(promoted, answer.asked, on),
        "results": page,
        "groups": list(grouped(page.object_list)),
        "page_obj": page,
        "total": results.total,
        "unavailable": results.unavailable,
        "notice": NOTICES.get(answer.notice, ""),
        "sentence": SAID_OF_ANOTHER_DAY if asking.day else answer.sentence,
        "opens": answer.opens,
        "referred": referred,
        "referred_pieces": pieces(referred.referral.telephone) if referred else (),
        "form": form_asked(asking.text, on) if is_first else None,
        "base_query": asking.address(),
        **(_way_on(on) if asking.text and results.total <= POOR and asking.is_plain else {}),
    }


def _asked(asking: Asking, on: date, offset: int) -> SearchAnswer:
    under = Circumstances(as_typed=asking.as_typed, near=asking.place)
    return find(asking.text, on, asking.kind, asking.facets, ON_A_PAGE, offset, under)


def _reach(results: Results) -> int:
    """How many hits can be leafed to."""
    return min(results.reach, results.total)


def _beside(hits: tuple[Hit, ...], promoted: tuple[Hit, ...]) -> list[Hit]:
    """The hits without those that stand above them already."""
    above = {hit.key for hit in promoted}
    return [hit for hit in hits if hit.key not in above]


def _exactly(asking: Asking) -> str:
    return replace(asking.other_words(asking.text), as_typed=True).address()


def _tabs(asking: Asking, results: Results) -> list[dict[str, Any]]:
    """ "Tất cả" and each kind that has hits; none when nothing was found."""
    counts = {"": sum(results.counts.values()), **{name: results.counts.get(name, 0) for name in PAGE_KINDS}}
    labels = {"": "Tất cả", **PAGE_KINDS}
    return [
        {
            "label": labels[name],
            "count": count,
            "url": f"?{asking.of_kind(name).address()}",
            "current": name == asking.kind,
        }
        for name, count in counts.items()
        if counts[""] and (count or name == asking.kind)
    ]


def _applied(asking: Asking, groups: list[dict[str, Any]]) -> list[dict[str, str]]:
    return [
        {"label": group["selected_label"], "remove_url": f"?{asking.without(group['name']).address()}"}
        for group in groups
        if group["selected_label"]
    ]


def _way_on(on: date) -> dict[str, Any]:
    """Fields and agencies to look under. Two queries."""
    catalogue = reverse("catalogue")
    sectors = Sector.objects.filter(is_published("procedures__")).distinct()[:HELP]
    agencies = Agency.objects.in_force(on)[:HELP]
    return {
        "sectors": [{"name": row.name, "url": f"{catalogue}?{urlencode({'linh-vuc': row.slug})}"} for row in sectors],
        "agencies": [{"name": row.name, "url": row.get_absolute_url()} for row in agencies],
    }

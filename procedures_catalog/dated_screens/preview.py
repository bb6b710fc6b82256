"""A set before its day: each procedure's page as it will stand then, and what that does to the counters of levels.

For those who may see the set; what they see is on no public address, in no index and in nobody's cache.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from agencies.day import speak_of
from pages.site.any_day import kept_apart
from procedures_catalog.any_day.brought import bring_forward
from procedures_catalog.dated.slots import hold_ends
from procedures_catalog.dated.standing import earlier
from procedures_catalog.dated_screens.listing import set_of
from procedures_catalog.facts.dated.difference import BEGINS, Difference
from procedures_catalog.facts.held import effective_record
from procedures_catalog.facts.vocabulary import LEVELS, NEAREST_FIRST
from procedures_catalog.models import ChangeSet, ProcedurePage
from procedures_catalog.models.change_set import hold_successors
from procedures_catalog.page_context import answers_of
from procedures_catalog.present_state import state_of
from procedures_catalog.store.loading import newest_drafts
from procedures_catalog.store.public import with_everything

PREVIEW, PREVIEW_PAGE = "change_set_preview", "change_set_preview_page"


@dataclass(frozen=True, slots=True)
class Stand:
    """How a procedure stands on the set's day: its state in words, whether it is in force, its levels, the answers."""

    state: str
    is_in_force: bool
    levels: Collection[str]
    answers: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One procedure without the set, None for what begins by it, and with it; `answers` are question, before, after."""

    title: str
    code: str
    identity: int
    before: Stand | None
    after: Stand
    answers: Sequence[tuple[str, str, str]]


@require_safe
def preview_set(request: HttpRequest, changes: int) -> HttpResponse:
    """All its procedures with their answers before and after, and the counters. As many queries for one as for a
    hundred."""
    found = set_of(request, changes)
    lines = _lines(found)
    context = {"changes": found, "lines": lines, "counters": list(_counters(lines))}
    return render(request, "procedures_catalog/desk/change_set_preview.html", context)


@require_safe
def preview_page(request: HttpRequest, changes: int, identity: int) -> HttpResponse:
    """The public page of one procedure as the set makes it. 404 for one that the set does not change."""
    found = set_of(request, changes)
    page = _pages(found, [identity], _begins(found)).get(identity)
    if page is None:
        raise Http404
    bring_forward(page, _all(found, [identity]).get(identity, ()), found.day)
    speak_of(request, found.day)
    context = page.get_context(request) | {"preview": found}
    return kept_apart(request, render(request, page.get_template(request), context))


# --- What stands ----------------------------------------------------------------------------------


def _lines(changes: ChangeSet) -> list[Line]:
    begins, identities = _begins(changes), _identities(changes)
    without, with_it = earlier(identities, changes), _all(changes, identities)
    before = _stands(changes, _pages(changes, set(identities) - begins, ()), without)
    pages = _pages(changes, identities, begins)
    after = _stands(changes, pages, with_it)
    return [
        Line(
            *(pages[identity].title, pages[identity].code, identity),
            before.get(identity),
            after[identity],
            list(_answers(before.get(identity), after[identity])),
        )
        for identity in identities
        if identity in pages
    ]


def _stands(
    changes: ChangeSet, pages: Mapping[int, ProcedurePage], differences: Mapping[int, Sequence[Difference]]
) -> dict[int, Stand]:
    hold_ends(pages.values(), [each for identity in pages for each in differences.get(identity, ())])
    for identity, page in pages.items():
        bring_forward(page, differences.get(identity, ()), changes.day)
    hold_successors(list(pages.values()))
    return {identity: _stand(page, changes) for identity, page in pages.items()}


def _stand(page: ProcedurePage, changes: ChangeSet) -> Stand:
    state = state_of(page, changes.day)
    answers = answers_of(page, effective_record(page, changes.day), "", changes.day)
    is_in_force = state["kind"] not in ("abolished", "replaced") and not (
        page.valid_from and page.valid_from > changes.day
    )
    return Stand(state["label"], is_in_force, page.present_levels(changes.day), answers)


def _answers(before: Stand | None, after: Stand) -> Iterator[tuple[str, str, str]]:
    was = {each.key: each.text for each in before.answers} if before else {}
    for each in after.answers:
        if was.get(each.key, "") != each.text:
            yield each.question, was.get(each.key, ""), each.text


def _counters(lines: Sequence[Line]) -> Iterator[tuple[str, int, int]]:
    """Level in words, and how many of the procedures are in force at it on the day without the set and with it."""
    before = _at_levels(line.before for line in lines)
    after = _at_levels(line.after for line in lines)
    for level in NEAREST_FIRST:
        if before[level] or after[level]:
            yield LEVELS[level], before[level], after[level]


def _at_levels(stands: Iterable[Stand | None]) -> Counter[str]:
    return Counter(level for stand in stands if stand and stand.is_in_force for level in stand.levels)


# --- What the set says ----------------------------------------------------------------------------


def _identities(changes: ChangeSet) -> list[int]:
    return list(dict.fromkeys(changes.differences.order_by("pk").values_list("identity", flat=True)))


def _begins(changes: ChangeSet) -> set[int]:
    return set(changes.differences.filter(part=BEGINS).values_list("identity", flat=True))


def _all(changes: ChangeSet, identities: Collection[int]) -> dict[int, list[Difference]]:
    """Identity → what was approved to come before, and what the set says; two queries."""
    found = earlier(identities, changes)
    rows = changes.differences.filter(identity__in=identities).exclude(part=BEGINS).select_related("changes")
    for row in rows.order_by("pk"):
        found.setdefault(row.identity_id, []).append(row.as_difference())
    return found


def _pages(changes: ChangeSet, identities: Collection[int], begins: Collection[int]) -> dict[int, ProcedurePage]:
    """Identity → its page with all that is shown of it; of what begins the newest draft, which the set publishes."""
    mine = changes.differences.filter(identity__in=identities).values("identity")
    pages = {page.identity_id: page for page in with_everything(ProcedurePage.objects.filter(identity__in=mine))}
    drafts = newest_drafts(pages[identity] for identity in begins if identity in pages and not pages[identity].live)
    return pages | {draft.identity_id: draft for draft in drafts.values()}


def addresses() -> list[URLPattern]:
    """Below the set's own screen."""
    return [
        path("thay-doi-hen-ngay/<int:changes>/xem-truoc/", preview_set, name=PREVIEW),
        path("thay-doi-hen-ngay/<int:changes>/xem-truoc/<int:identity>/", preview_page, name=PREVIEW_PAGE),
    ]

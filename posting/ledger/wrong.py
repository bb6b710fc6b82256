"""The posting ledger (sổ niêm yết) asked: which papers on the walls are wrong today, where, and why.

A hanging paper is wrong when one of its procedures no longer says what was printed (as far as the paper's kind shows
it), is no longer in force or published, or when the office in its header is no more or says something else of itself.
Faces are compared, not versions: what was changed and changed back, and what the paper does not show, leaves it right.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Exists, F, FilteredRelation, OuterRef, Q, QuerySet, When

from agencies.models import AdministrativeUnit, UnitSuccession
from agencies.models.dated import ended
from pages.published import is_published
from posting.models import PaperItem, PostedPaper
from posting.place.letterhead import HeadsToday
from posting.rules.changes import changed_in_full, changed_since
from posting.rules.kinds import FACES, PAPER_KINDS, Face
from procedures_catalog.comparing.changes import Change
from procedures_catalog.models import ProcedureIdentity, ProcedurePage, PublishedVersion
from procedures_catalog.models.change_set import hold_successors
from procedures_catalog.versions.notes.reading import written_after
from vietnamese.days import Span, written

#: The version before, the version now, as far as a face shows them.
Comparison = Callable[[PublishedVersion, PublishedVersion, Face], tuple[Change, ...]]

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """A procedure as it stands on papers of one kind: ids of its identity and of the version that was printed."""

    identity: int
    version: int
    kind: str


@dataclass(frozen=True, slots=True)
class WrongItem:
    """A procedure on a paper that is not right any more: what changed, or in `reason` why it is to come off.

    `identity` is the id of its identity, `title` its present name; `notes` are what people wrote of the changes.
    """

    identity: int
    title: str
    changes: tuple[Change, ...] = ()
    reason: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WrongPaper:
    """A hanging paper with its wrong procedures; `reasons` are sentences about the paper as a whole."""

    paper: PostedPaper
    items: tuple[WrongItem, ...] = ()
    reasons: tuple[str, ...] = ()


# --- Questions ------------------------------------------------------------------------------------


def wrong_papers(on: date, unit: AdministrativeUnit | None = None) -> list[WrongPaper]:
    """Every hanging paper that is wrong on a day, the latest printed first.

    With a unit only those that are its business (see `hanging_papers`), each change row by row. As many queries however
    many papers there are.
    """
    papers = hanging_papers(on, unit)
    items = _wrong_items(on).filter(paper__in=papers) if unit else _wrong_items(on)
    printed: dict[int, list[PrintedItem]] = defaultdict(list)
    rows = items.order_by("pk").values_list("paper", "identity", "version", "paper__kind")
    for pk, identity, version, kind in rows:
        printed[pk].append(PrintedItem(identity, version, kind))
    told = tell({item for items in printed.values() for item in items}, on, in_full=unit is not None)
    heads = _old_heads(papers)
    judged = (
        WrongPaper(
            paper,
            tuple(told[item] for item in printed[paper.pk]),
            (*_about_place(paper, on), *heads.get(paper.pk, ())),
        )
        for paper in papers
    )
    return [one for one in judged if one.items or one.reasons]


def wrong_rows(on: date) -> QuerySet[PostedPaper]:
    """The same papers as a queryset, for lists that are filtered and counted. The heads of all hanging papers are
    compared before it is asked, in a number of queries that does not grow."""
    heads = HeadsToday().old(hanging())
    return hanging().filter(Q(pk__in=_wrong_items(on).values("paper")) | _nowhere(on) | Q(pk__in=heads))


def long_wrong_rows(on: date, before: date) -> QuerySet[PostedPaper]:
    """Of these the ones of which it is known that they have been wrong since before a day: a procedure on them said
    something else, or was no longer in force, or their place was no more by then. Since when a head is wrong, or a
    procedure not published, nobody has noted."""
    last = before - _DAY
    items = _wrong_items(on).filter(_changed_before(before) | Q(identity__in=_ended(last)))
    return hanging().filter(Q(pk__in=items.values("paper")) | _nowhere(last))


def papers_with_old_heads() -> QuerySet[PostedPaper]:
    """The hanging papers whose heads say something that is no longer so."""
    return hanging().filter(pk__in=HeadsToday().old(hanging()))


def papers_touched_by(identities: Iterable[int], on: date) -> QuerySet[PostedPaper]:
    """The hanging papers on which one of these procedures (ids of identities) is wrong on a day."""
    items = _wrong_items(on).filter(identity__in=list(identities))
    return PostedPaper.objects.filter(pk__in=items.values("paper"))


def hanging() -> QuerySet[PostedPaper]:
    """The papers that hang somewhere."""
    return PostedPaper.objects.filter(hung_on__isnull=False, ended_on__isnull=True)


def hanging_papers(on: date, unit: AdministrativeUnit | None = None) -> QuerySet[PostedPaper]:
    """The papers that hang, with their places. With a unit only its own papers and its counters', and those of the
    units whose ground it took over until that day: somebody has to take them down."""
    papers = hanging().select_related("unit", "counter")
    if unit is None:
        return papers
    ground = _ground_of(unit, on)
    return papers.filter(Q(unit__in=ground) | Q(unit__isnull=True, counter__unit__in=ground))


def _ground_of(unit: AdministrativeUnit, on: date) -> list[int]:
    former = AdministrativeUnit.objects.filter(ended(on)).values_list("pk", flat=True)
    standing = UnitSuccession.objects.standing_in(list(former), on)
    return [unit.pk, *(gone for gone, successors in standing.items() if unit.pk in successors)]


# --- The rule, as the database is asked -----------------------------------------------------------


def _wrong_items(on: date) -> QuerySet[PaperItem]:
    """The items of hanging papers that are wrong. What is wrong is found among the versions and the procedures, which
    are few beside the items; the items are then read once."""
    wrong = Q(identity__in=_ended(on)) | Q(identity__in=_unpublished()) | Q(identity__in=_without_page())
    for face in FACES:
        kinds = [key for key, kind in PAPER_KINDS.items() if kind.face == face]
        wrong |= Q(paper__kind__in=kinds, version__in=_outdated(face))
    return PaperItem.objects.filter(wrong, paper__hung_on__isnull=False, paper__ended_on__isnull=True)


def _outdated(face: Face) -> QuerySet[PublishedVersion, Any]:
    """The versions whose face is not the one that the procedure has now."""
    current = FilteredRelation("identity__versions", condition=Q(identity__versions__is_current=True))
    versions = PublishedVersion.objects.filter(is_current=False).annotate(current=current)
    return versions.annotate(now=F(f"current__{face}_face")).exclude(now=F(f"{face}_face")).values("pk")


def _changed_before(day: date) -> Q:
    """The items of which a later version than the printed one, noted before a day, has another face."""
    found = Q()
    for face in FACES:
        kinds = [key for key, kind in PAPER_KINDS.items() if kind.face == face]
        later = PublishedVersion.objects.filter(identity=OuterRef("identity"), number__gt=OuterRef("version__number"))
        other = later.exclude(**{f"{face}_face": OuterRef(f"version__{face}_face")})
        found |= Q(Exists(other.filter(noted_at__date__lt=day)), paper__kind__in=kinds)
    return found


def _ended(on: date) -> QuerySet[ProcedurePage, Any]:
    return ProcedurePage.objects.filter(ended(on)).values("identity")


def _unpublished() -> QuerySet[ProcedurePage, Any]:
    return ProcedurePage.objects.exclude(is_published()).values("identity")


def _without_page() -> QuerySet[ProcedureIdentity, Any]:
    return ProcedureIdentity.objects.filter(page__isnull=True).values("pk")


def _nowhere(on: date) -> Q:
    """Whether the place in the paper's header is no more."""
    return ended(on, "unit__") | ended(on, "counter__")


def _old_heads(papers: QuerySet[PostedPaper]) -> dict[int, tuple[str, ...]]:
    """Paper → what its head says that is no longer so, in sentences, for those where there is such."""
    heads = HeadsToday()
    changed = ((paper.pk, heads.changes(paper)) for paper in papers)
    return {pk: tuple(map(_about_head, changes)) for pk, changes in changed if changes}


# --- In words -------------------------------------------------------------------------------------


def tell(printed: Collection[PrintedItem], on: date, in_full: bool = False) -> dict[PrintedItem, WrongItem]:
    """What is wrong with each printed version, said once however many papers show it; `in_full` row by row and with
    what people wrote of it, which takes long for a whole province. Four queries, in full five."""
    identities = {item.identity for item in printed}
    rows = PublishedVersion.objects.all() if in_full else PublishedVersion.objects.without_text()
    versions = rows.in_bulk([item.version for item in printed])
    current = {row.identity_id: row for row in rows.filter(identity__in=identities, is_current=True)}
    pages = {page.identity_id: page for page in _pages(identities)}
    compare: Comparison = changed_in_full if in_full else changed_since
    found = {
        item: _told(item, versions[item.version], current[item.identity], pages.get(item.identity), on, compare)
        for item in printed
    }
    return _with_notes(found, versions) if in_full else found


def _with_notes(
    found: Mapping[PrintedItem, WrongItem], versions: Mapping[int, PublishedVersion]
) -> dict[PrintedItem, WrongItem]:
    places = {item: (item.identity, versions[item.version].number) for item in found}
    notes = written_after(places.values())
    return {item: replace(wrong, notes=() if wrong.reason else notes[places[item]]) for item, wrong in found.items()}


def _told(
    item: PrintedItem,
    printed: PublishedVersion,
    now: PublishedVersion,
    page: ProcedurePage | None,
    on: date,
    compare: Comparison,
) -> WrongItem:
    if reason := _why_gone(page, on):
        # What is not for everybody any more is called as the paper itself calls it.
        return WrongItem(item.identity, printed.title, reason=reason)
    return WrongItem(item.identity, now.title, compare(printed, now, PAPER_KINDS[item.kind].face))


def _pages(identities: Collection[int]) -> list[ProcedurePage]:
    """The procedures with what took their place at hand."""
    is_open = Case(When(is_published(), then=True), default=False)
    columns = ("identity_id", "valid_to", "ending_decision", "successor_id")
    pages = ProcedurePage.objects.filter(identity__in=identities).only(*columns)
    found = list(pages.annotate(is_open=is_open))
    hold_successors(found)
    return found


def _why_gone(page: ProcedurePage | None, on: date) -> str:
    """Why a procedure is to come off the wall; "" when it stays."""
    if page is None or not page.is_open:
        return "Không còn công bố trên cổng."
    if page.valid_to and Span(ends=page.valid_to).has_ended(on):
        return f"{_how_ended(page)} từ ngày {written(page.valid_to)}."
    return ""


def _how_ended(page: ProcedurePage) -> str:
    """Without the names of successors that not everybody may read."""
    if page.public_successors:
        return f"Đã được thay bằng {', '.join(f'“{each.title}”' for each in page.public_successors)}"
    return "Đã được thay thế" if page.successor_id else "Đã bị bãi bỏ"


def _about_place(paper: PostedPaper, on: date) -> tuple[str, ...]:
    gone = (place for place in (paper.unit, paper.counter) if place and place.span.has_ended(on))
    return tuple(f"{place.name} không còn từ ngày {written(place.valid_to)}." for place in gone if place.valid_to)


def _about_head(change: Change) -> str:
    now = f"nay là “{change.after}”" if change.after else "nay không còn"
    return f"{change.label} trên tờ ghi “{change.before}”, {now}."

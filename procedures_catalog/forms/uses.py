"""Keeps beside each published procedure the forms that its papers name, whoever changes it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Model, Q
from django.utils import timezone

from agencies.store.desk_index import put_in_desk_index
from consequences.keys import library_key, numbers
from consequences.registry import tell, touched
from consequences.touched import Touched
from pages.published import is_published
from pages.turns import Turns
from procedures_catalog.facts.forms.named import NamedForm, forms_named
from procedures_catalog.forms.addresses import form_lists, form_pages
from procedures_catalog.forms.papers import COLUMNS, papers_on
from procedures_catalog.models import FormUse, LibraryForm, ProcedurePage, PublishedVersion
from procedures_catalog.models.form import MAX_NUMBER, MAX_PAPER
from vietnamese.fold import fold
from vietnamese.spelling import squeeze

#: So many pages are read at once.
PORTION = 200
_IN_FIRST_TURN = 100
_LIST_SIGNS = "-+*•– "  # with which many names of papers begin


@dataclass(frozen=True, slots=True)
class Named:
    """A form that a paper of a procedure names, and that paper."""

    identity: int
    form: NamedForm
    paper: str
    sector_id: int | None

    @property
    def written(self) -> str:
        """Its number as kept."""
        return self.form.written[:MAX_NUMBER]


@dataclass(slots=True)
class _Rows:
    """The rows that are there: by (identity, key) and, of open numbers, (identity, "", number)."""

    held: dict[tuple[int, str, str], FormUse] = field(default_factory=dict)
    wanted: dict[tuple[int, str, str], Named] = field(default_factory=dict)


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    touched.connect(_renew_touched, dispatch_uid="procedures_catalog.forms")


def _renew_touched(sender: type[Model], what: Touched, **_kwargs: Any) -> None:
    """In the transaction of the change."""
    pages = numbers(what.papers, "procedure")
    if pages and sender is not PublishedVersion:
        renew_uses(pages, timezone.localdate())


def ensure_uses(turns: Turns, on: date) -> None:
    """To be run after each update and every night: what is right stays, what the day or a power cut left behind is made
    good, and rows of forms that nobody names and nobody has touched go."""
    pages = list(ProcedurePage.objects.order_by("pk").values_list("pk", flat=True))
    for portion in turns.portions(pages, _IN_FIRST_TURN):
        with turns.turn():
            renew_uses(portion, on)
    with turns.turn():
        _left_behind().delete()


def _left_behind() -> Any:
    """Forms of which there is nothing but a number that no paper names any more."""
    empty = Q(uses=None, versions=None, replaces=None, replaced_by=None, name="", issuer="", note="", national_url="")
    return LibraryForm.objects.filter(pk__in=LibraryForm.objects.filter(empty).values("pk"))


def renew_uses(page_ids: Iterable[int], on: date) -> None:
    """Brings the rows of these pages in step with their papers on a day, and tells of the forms that are named anew or
    no more. Eight queries for a portion at most."""
    ids = list(page_ids)
    for start in range(0, len(ids), PORTION):
        with transaction.atomic():
            _renew(ids[start : start + PORTION], on)


def _renew(page_ids: Sequence[int], on: date) -> None:
    named = _without_unknown_titles(list(_named(page_ids, on)))
    rows = _Rows(wanted={_place(each): each for each in reversed(named)})
    uses = FormUse.objects.filter(identity__page__in=page_ids).select_related("form")
    rows.held = {(use.identity_id, use.form.key if use.form else "", _open(use)): use for use in uses}
    gone = [use for place, use in rows.held.items() if place not in rows.wanted]
    new = {place: named for place, named in rows.wanted.items() if place not in rows.held}
    _take_texts_over(rows)
    if not gone and not new:
        return
    FormUse.objects.filter(pk__in=[use.pk for use in gone]).delete()
    forms = _forms_of(new)
    FormUse.objects.bulk_create([_use(named, forms) for named in new.values()], ignore_conflicts=True, batch_size=500)
    tell(FormUse, _touched_by([*(use.form for use in gone if use.form), *forms.values()]))


def _without_unknown_titles(named: Sequence[Named]) -> Sequence[Named]:
    """A title is a form only where the desk has made one; one query where papers name titles."""
    titles = {each.form.key for each in named if each.form.title}
    known = set(LibraryForm.objects.filter(key__in=titles).values_list("key", flat=True)) if titles else set()
    return [each for each in named if not each.form.title or each.form.key in known]


def renew_title(form: LibraryForm, on: date) -> None:
    """Finds the papers that name a form of a title, which the desk has just made."""
    if form.is_titled:
        renew_uses(ProcedurePage.objects.filter(sector=form.sector).values_list("pk", flat=True), on)


def _place(named: Named) -> tuple[int, str, str]:
    return named.identity, named.form.key, "" if named.form.key else named.written


def _open(use: FormUse) -> str:
    return "" if use.form else use.written


def _take_texts_over(rows: _Rows) -> None:
    """The paper may be called otherwise now; one query where any is."""
    changed = []
    for place in rows.held.keys() & rows.wanted.keys():
        use, named = rows.held[place], rows.wanted[place]
        if (use.written, use.paper, use.folded) != (named.written, named.paper, fold(named.paper)):
            use.written, use.paper, use.folded = named.written, named.paper, fold(named.paper)
            changed.append(use)
    if changed:
        FormUse.objects.bulk_update(changed, ["written", "paper", "folded"], batch_size=500)


# --- What papers name -----------------------------------------------------------------------------


def _named(page_ids: Sequence[int], on: date) -> Iterator[Named]:
    """What the papers that hold on a day name, of pages that everybody may read; each once a procedure."""
    columns = ("identity_id", "sector_id", "sector__name", *COLUMNS)
    pages = ProcedurePage.objects.filter(is_published(), pk__in=page_ids)
    for row in pages.values_list(*columns, named=True):
        for paper in papers_on(row, on):
            for form in forms_named(paper.name, row.sector__name or ""):
                yield Named(row.identity_id, form, squeeze(paper.name).lstrip(_LIST_SIGNS)[:MAX_PAPER], row.sector_id)


# --- Forms ----------------------------------------------------------------------------------------


def _forms_of(named: Mapping[tuple[int, str, str], Named]) -> dict[str, LibraryForm]:
    """Key → the form's row, made where there is none yet."""
    wanted = {each.form.key: each for each in named.values() if each.form.key}
    held = _held(wanted)
    missing = [_form(each) for key, each in wanted.items() if key not in held]
    if not missing:
        return held
    LibraryForm.objects.bulk_create(missing, ignore_conflicts=True, batch_size=500)
    every = _held(wanted)
    made = [every[form.key] for form in missing]
    put_in_desk_index(LibraryForm, made)
    return every


def _held(keys: Iterable[str]) -> dict[str, LibraryForm]:
    return {form.key: form for form in LibraryForm.objects.filter(key__in=list(keys))}


def _form(named: Named) -> LibraryForm:
    form = LibraryForm(key=named.form.key, number=named.written)
    form.sector_id = named.sector_id if named.form.is_local else None
    form.fold()
    return form


def _use(named: Named, forms: Mapping[str, LibraryForm]) -> FormUse:
    said = {"written": named.written, "paper": named.paper, "folded": fold(named.paper)}
    return FormUse(identity_id=named.identity, form=forms.get(named.form.key), **said)


def _touched_by(forms: Iterable[LibraryForm]) -> Touched:
    every = {form.pk: form for form in forms}
    pages = form_pages(form.key for form in every.values())
    return Touched.of(entries=map(library_key, every), pages=pages, lists=form_lists())

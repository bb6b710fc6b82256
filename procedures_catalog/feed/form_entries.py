"""What the catalogue tells the finder of its forms: each file that a paper of a published procedure offers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.models import CollectionViewRestriction, ReferenceIndex

from consequences.keys import form_key
from pages.entry import SearchEntry
from pages.published import published
from procedures_catalog.facts.held import effective_record
from procedures_catalog.facts.record import Case, RequiredDocument
from procedures_catalog.facts.streams import cases_from_stream
from procedures_catalog.models import ProcedurePage
from procedures_catalog.models.shared_amount import hold_amounts
from procedures_catalog.store.loading import with_facts

MAX_PROCEDURES = 20  # whose names one form's text carries
_NAMED_WITH = 5  # procedures with which a form is named: "Mẫu số 01 (Đăng ký kết hôn)"
_FACETS = ("level", "sector", "agency")


@dataclass(frozen=True, slots=True)
class _Use:
    """A procedure, and the paper of it that is this form."""

    page: ProcedurePage
    paper: RequiredDocument


def forms_on(page: Any) -> set[int]:
    """The ids of all forms in the columns of a page, whether its own layer or the province's holds today; `page` has
    `cases` and `overlay`."""
    overlaid = (block["value"]["value"] for block in page.overlay.raw_data if block["type"] == "cases")
    cases = (case for raw in (page.cases.raw_data, *overlaid) for case in cases_from_stream(raw))
    return {form for form, _ in _papers(cases)}


def form_entries(on: date, document_ids: Iterable[int] | None = None) -> Iterator[SearchEntry]:
    """An entry for each public form that a published procedure offers on a day, or for those among the given ids."""
    wanted = None if document_ids is None else set(document_ids)
    if wanted == set():
        return  # so it is for nearly every change, and it costs no query then
    references = [(page, form) for page, form in _references() if wanted is None or form in wanted]
    for document, uses in _offered(references, on):
        yield _entry(document, uses, on)


def count_forms(on: date) -> int:
    """How many entries `form_entries` makes of all. As many queries: no column says which forms are offered."""
    return sum(1 for _ in _offered(list(_references()), on))


def _offered(references: Sequence[tuple[int, int]], on: date) -> Iterator[tuple[AbstractDocument, Sequence[_Use]]]:
    """The public ones of these forms that some published procedure really offers, and where."""
    uses = _uses((page for page, _ in references), on)
    for document in _public({form for _, form in references}):
        if document.pk in uses:
            yield document, uses[document.pk]


def _references() -> Iterator[tuple[int, int]]:
    """(procedure's page, document) for everything that Wagtail knows to refer to a document."""
    kinds = ContentType.objects.get_for_models(ProcedurePage, get_document_model())
    rows = ReferenceIndex.objects.filter(
        content_type=kinds[ProcedurePage], to_content_type=kinds[get_document_model()]
    ).values_list("object_id", "to_object_id")
    return ((int(page), int(document)) for page, document in rows.distinct())


def _uses(page_ids: Iterable[int], on: date) -> Mapping[int, Sequence[_Use]]:
    """Form → the procedures that really offer it: what refers to it may be of a layer that does not hold."""
    found: dict[int, list[_Use]] = defaultdict(list)
    pages = published(ProcedurePage.objects).filter(pk__in=set(page_ids)).order_by("pk")
    held = list(with_facts(pages))
    hold_amounts(held)
    for page in held:
        for form, paper in _papers(effective_record(page, on).cases):
            found[form].append(_Use(page, paper))
    return found


def _papers(cases: Iterable[Case]) -> Iterator[tuple[int, RequiredDocument]]:
    """The papers that have a form, each with its form."""
    return ((paper.form, paper) for case in cases for paper in case.papers if paper.form)


def _public(document_ids: Iterable[int]) -> QuerySet[AbstractDocument]:
    """Those that are in no collection under a restriction."""
    closed = Q(pk__in=[])
    for restriction in CollectionViewRestriction.objects.select_related("collection"):
        closed |= Q(collection__path__startswith=restriction.collection.path)
    return get_document_model().objects.filter(pk__in=document_ids).exclude(closed).order_by("pk")


def _entry(document: AbstractDocument, uses: Sequence[_Use], on: date) -> SearchEntry:
    """Codes of procedures are left out, and their bare names: who types one wants the procedure."""
    pages = list({use.page.pk: use.page for use in uses}.values())
    names = [*(use.paper.name for use in uses), *(f"{document.title} ({page.title})" for page in pages[:_NAMED_WITH])]
    return SearchEntry(
        key=form_key(document.pk),
        kind="form",
        title=document.title,
        url=document.url,
        names=tuple(name for name in dict.fromkeys(names) if name and name != document.title),
        body="\n".join(page.official_name for page in pages[:MAX_PROCEDURES]),
        facets=_facets(pages, on),
        is_current=any(page.is_current(on) for page in pages),
    )


def _facets(pages: Iterable[ProcedurePage], on: date) -> Mapping[str, tuple[str, ...]]:
    """What the procedures can be narrowed by, together."""
    said = [page.search_facets(on) for page in pages]
    merged = {name: tuple(dict.fromkeys(value for each in said for value in each.get(name, ()))) for name in _FACETS}
    return {name: values for name, values in merged.items() if values}

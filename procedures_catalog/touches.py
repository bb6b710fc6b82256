"""What a change of a procedure touches, and where procedures show what stands on lower floors and in their lists."""

from collections.abc import Iterable, Sequence

from django.db.models import Q
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Site

from agencies.models import Agency
from consequences.keys import form_key, library_key, page_key, procedure_key
from consequences.registry import in_portions, say
from consequences.rows import listen
from consequences.touched import Touched
from legal_documents.models import LegalDocumentPage
from pages.addresses import addresses
from pages.models import OutgoingLink, PortalSettings
from procedures_catalog.feed.form_entries import forms_on
from procedures_catalog.forms.addresses import form_lists, form_pages
from procedures_catalog.models import (
    ApplicantKind,
    ChangeNote,
    DatedDifference,
    EverydayWords,
    FormUse,
    FormVersion,
    LegacyAddress,
    LibraryForm,
    ProcedureAgency,
    ProcedureApplicant,
    ProcedureIndexPage,
    ProcedureLegalBasis,
    ProcedurePage,
    Sector,
    SharedAmount,
)
from procedures_catalog.store.outgoing import shown_by_links
from procedures_catalog.store.shared_amounts import pages_taking


def connect() -> None:
    """Says it, and listens to the rows; twice changes nothing."""
    say(ProcedurePage, procedures, named_on)
    say(ProcedureIndexPage, catalogue)
    say(LegalDocumentPage, procedures_citing)
    say(Agency, procedures_of_agencies, when=["name", "slug"])
    say(Agency, entries_of_agencies, when=["slug"])
    say(Agency, procedures_in_their_words, when=["name"])
    say(EverydayWords, procedures_in_everyday_words)
    say(Sector, procedures_in_sectors)
    say(ApplicantKind, procedures_of_applicants)
    say(SharedAmount, procedures_taking_amounts)
    say(LegacyAddress, printed_addresses)
    say(ChangeNote, notes_of_changes)
    say(PortalSettings, feeds_by_the_portal)
    say(Site, feeds_by_the_portal)
    say(LibraryForm, library_forms)
    say(FormVersion, versions_of_forms)
    say(get_document_model(), forms_with_files)
    say(OutgoingLink, shown_by_links)
    listen(ChangeNote, EverydayWords, Sector, ApplicantKind, LegacyAddress, LibraryForm, FormVersion)


# --- Procedures -----------------------------------------------------------------------------------


def procedures(ids: Sequence[int]) -> Touched:
    """What procedures show of themselves: their pages, the forms on them, their lists, their papers."""
    columns = ("pk", "slug", "url_path", "cases", "overlay", "sector__slug")
    rows = list(ProcedurePage.objects.filter(pk__in=ids).values_list(*columns, named=True))
    forms = {form for row in rows for form in forms_on(row)}
    return Touched.of(
        entries=[*(page_key(row.pk) for row in rows), *map(form_key, forms)],
        pages=[*addresses(row.url_path for row in rows), *(_sheet(row.slug) for row in rows)],
        lists=_lists(),
        feeds=_feeds((row.slug, row.sector__slug) for row in rows),
        papers=(procedure_key(row.pk) for row in rows),
    )


def named_on(ids: Sequence[int]) -> Touched:
    """Their codes, and all pages that name them: of agencies with a part in them, of the law that they rest on, of the
    forms that they name, of what they replaced and what replaced them."""
    own = ProcedurePage.objects.filter(pk__in=ids).values_list("identity__short_code", "successor__url_path")
    also = DatedDifference.objects.replaced_by_several(
        ProcedurePage.objects.filter(pk__in=ids).values_list("identity", flat=True)
    )
    before = ProcedurePage.objects.filter(Q(successor__in=ids) | Q(identity__in=also))
    rows = [*own, *before.values_list("identity__short_code", "url_path")]
    laws = ProcedureLegalBasis.objects.filter(page__in=ids, document__isnull=False)
    agencies = ProcedureAgency.objects.filter(page__in=ids, registered__isnull=False)
    paths = [*(path for _, path in rows if path), *laws.values_list("document__url_path", flat=True).distinct()]
    slugs = agencies.values_list("registered__slug", flat=True).distinct()
    keys = FormUse.objects.filter(identity__page__in=ids, form__isnull=False).values_list("form__key", flat=True)
    pages = [*addresses(paths), *(reverse("agency", args=[slug]) for slug in slugs), *form_pages(keys.distinct())]
    return Touched.of(pages=pages, feeds=_feeds_of_agencies(slugs), codes=(code for code, _ in rows))


def catalogue(_ids: Sequence[int]) -> Touched:
    """The catalogue itself."""
    return Touched.of(lists=[reverse("catalogue")])


def printed_addresses(ids: Sequence[int]) -> Touched:
    """The addresses that another system printed."""
    return Touched.of(pages=LegacyAddress.objects.filter(pk__in=ids).values_list("path", flat=True))


def notes_of_changes(ids: Sequence[int]) -> Touched:
    """Notes stand in their procedure's history, among what changed lately and in feeds; no paper has them."""
    pages = ProcedurePage.objects.filter(identity__versions__in=ids)
    rows = list(pages.values_list("url_path", "slug", "sector__slug").distinct())
    agencies = ProcedureAgency.objects.filter(page__in=pages, registered__isnull=False)
    slugs = agencies.values_list("registered__slug", flat=True).distinct()
    return Touched.of(
        pages=addresses(path for path, *_ in rows),
        lists=_lists_of_changes(),
        feeds=[*_feeds(row[1:] for row in rows), *_feeds_of_agencies(slugs)],
    )


def feeds_by_the_portal(_ids: Sequence[int]) -> Touched:
    """The feed names the portal as its author."""
    return Touched.of(feeds=[reverse("changes_feed")])


def _feeds(procedures: Iterable[Sequence[str | None]]) -> Iterable[str]:
    """The feeds of procedures, given by their slugs and their sectors' (None: it has none), and of all."""
    yield reverse("changes_feed")
    for slug, sector in procedures:
        yield reverse("procedure_changes_feed", args=[slug])
        if sector:
            yield reverse("sector_changes_feed", args=[sector])


def _feeds_of_agencies(slugs: Iterable[str]) -> Iterable[str]:
    return (reverse("agency_changes_feed", args=[slug]) for slug in slugs)


def _lists_of_changes() -> list[str]:
    return [reverse("home"), reverse("updates"), reverse("updates_text")]


def _sheet(slug: str) -> str:
    return reverse("procedure_sheet", args=[slug])


def _lists() -> Iterable[str]:
    """A procedure has as many addresses in the API as its code has spellings; all begin with that of the list there."""
    return [reverse("catalogue"), reverse("sectors"), reverse("api:list_procedures"), *_lists_of_changes()]


def procedures_announcing(changes: int) -> Touched:
    """Procedures announce what a set will change that was approved for a later day, on their pages and on sheets that
    are printed anew; what hangs already says nothing wrong."""
    pages = ProcedurePage.objects.filter(identity__differences__changes=changes)
    rows = list(pages.values_list("slug", "url_path").distinct())
    return Touched.of(
        pages=[*addresses(path for _, path in rows), *(_sheet(slug) for slug, _ in rows)],
        lists=[reverse("api:list_procedures")] if rows else [],
    )


# --- Forms ----------------------------------------------------------------------------------------


def library_forms(ids: Sequence[int]) -> Touched:
    """Forms stand on their own pages, in their list, beside the forms that they replaced or that replaced them, and on
    the procedures that name them; what is in a file counts as well as whether it is offered."""
    every = LibraryForm.objects.filter(Q(pk__in=ids) | Q(replaced_by__in=ids) | Q(replaces__in=ids)).distinct()
    rows = ProcedurePage.objects.filter(identity__form_uses__form__in=ids).values_list("slug", "url_path").distinct()
    files = FormVersion.objects.filter(form__in=ids, file__isnull=False).values_list("file", flat=True)
    own = form_pages(every.values_list("key", flat=True))
    shown = [*addresses(path for _, path in rows), *(_sheet(slug) for slug, _ in rows)]
    return Touched.of(entries=map(library_key, ids), pages=[*own, *shown], lists=form_lists(), files=files)


def versions_of_forms(ids: Sequence[int]) -> Touched:
    """Versions are shown with their forms."""
    forms = FormVersion.objects.filter(pk__in=ids).values_list("form", flat=True).distinct()
    return in_portions(library_forms, forms)


def forms_with_files(ids: Sequence[int]) -> Touched:
    """Forms offer files by their names."""
    forms = FormVersion.objects.filter(file__in=ids).values_list("form", flat=True).distinct()
    return in_portions(library_forms, forms)


def procedures_in_everyday_words(ids: Sequence[int]) -> Touched:
    """Procedures are found by what people say of them, and their pages begin with it; no paper does."""
    words = EverydayWords.objects.filter(pk__in=ids, identity__page__isnull=False)
    rows = words.values_list("identity__page", "identity__page__url_path")
    return Touched.of(entries=(page_key(pk) for pk, _ in rows), pages=addresses(path for _, path in rows))


def procedures_taking_amounts(ids: Sequence[int]) -> Touched:
    """Procedures tell the amounts that they share, on paper too. Which publication and taking off tell
    (`shared_amounts.connect`): a draft of an amount is nobody's."""
    return in_portions(procedures, {page for pages in pages_taking(ids).values() for page in pages})


# --- What procedures show of others ---------------------------------------------------------------


def procedures_citing(ids: Sequence[int]) -> Touched:
    """Procedures say how the law stands that they rest on, on paper too."""
    pages = ProcedurePage.objects.filter(legal_bases__document__in=ids)
    rows = list(pages.values_list("pk", "slug", "url_path").distinct())
    return Touched.of(
        pages=[*addresses(path for *_, path in rows), *(_sheet(slug) for _, slug, _ in rows)],
        papers=(procedure_key(pk) for pk, *_ in rows),
    )


def procedures_of_agencies(ids: Sequence[int]) -> Touched:
    """Procedures lead to the agencies that the registry knows, and a feed tells of those of each agency."""
    rows = ProcedureAgency.objects.filter(registered__in=ids)
    slugs = Agency.objects.filter(pk__in=ids).values_list("slug", flat=True)
    paths = rows.values_list("page__url_path", flat=True).distinct()
    return Touched.of(pages=addresses(paths), feeds=_feeds_of_agencies(slugs))


def entries_of_agencies(ids: Sequence[int]) -> Touched:
    """Procedures can be narrowed by the agencies that the registry knows."""
    pages = ProcedureAgency.objects.filter(registered__in=ids).values_list("page", flat=True).distinct()
    return Touched.of(entries=map(page_key, pages))


def procedures_in_their_words(ids: Sequence[int]) -> Touched:
    """An agency for which the text has no words of its own is called as the registry calls it."""
    unnamed = ProcedureAgency.objects.filter(registered__in=ids, name="")
    return in_portions(procedures, unnamed.values_list("page", flat=True).distinct())


def procedures_in_sectors(ids: Sequence[int]) -> Touched:
    """Procedures name their sector."""
    pages = ProcedurePage.objects.filter(sector__in=ids).values_list("pk", flat=True)
    return in_portions(procedures, pages)


def procedures_of_applicants(ids: Sequence[int]) -> Touched:
    """Procedures name who may ask for them."""
    pages = ProcedureApplicant.objects.filter(kind__in=ids).values_list("page", flat=True).distinct()
    return in_portions(procedures, pages)
